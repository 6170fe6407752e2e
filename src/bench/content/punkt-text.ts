import path from 'node:path'
import type { Person } from './authority.ts'
import { inWords } from './calendar.ts'
import type { TravellingCase, Treated } from './cases.ts'
import type { Random } from './random.ts'
import { capital, type Language } from './words.ts'

/** What a punkt is written from. */
export interface PunktBrief {
  readonly matter: TravellingCase
  /** Folder of its meeting below the content folder. */
  readonly folder: string
  /** As printed, where it is not the number of the file. */
  readonly number?: string
  /** False for an agenda: nothing is decided yet. */
  readonly held: boolean
  /** Those at the meeting who can vote; empty where nobody does. */
  readonly voters: readonly Person[]
  /** Attachments: a title, and the file where there is one. */
  readonly bilag: readonly { readonly title: string; readonly file?: string; readonly open: boolean }[]
  readonly places: readonly string[]
}

const FINAL = [
  'Godkendt.',
  'Godkendt.',
  'Indstillingen blev godkendt.',
  'Taget til efterretning.',
  'Udsat til næste møde.',
  'Ikke godkendt.',
  'Drøftet.',
  'Godkendt med den ændring, at fristen forlænges.',
]
const ONWARDS = ['Anbefales.', 'Indstillingen anbefales.', 'Udvalget anbefaler indstillingen.']

/** The text of a punkt's file, and the words that decided it. */
export function punktText(random: Random, language: Language, brief: PunktBrief): { readonly text: string; readonly decision: string } {
  const { matter, places, held } = brief
  const next = matter.ahead[0]
  const vote = held && brief.voters.length > 4 && random.chance(0.08) ? voteOf(random, brief.voters) : undefined
  const decision = vote?.words ?? (next ? random.pick(ONWARDS) : random.pick(FINAL))
  const size = random.next()
  const prose = (words: number): string => language.paragraph(random, words, places, matter.about)

  const sections: string[] = []
  const section = (heading: string, text: string): void => void sections.push(`## ${heading}\n\n${text}`)
  if (size > 0.2) section('Resumé', prose(25))
  if (size > 0.1) section('Indstilling', recommendation(random, language, places))
  if (held) section('Beslutning', decision + (random.chance(0.1) ? ` ${language.sentence(random, places, matter.about)}` : ''))
  if (matter.behind.length > 0) section('Tidligere behandling', earlier(matter))
  section(size > 0.5 ? 'Sagsfremstilling' : 'Baggrund', body(random, size, prose, language) + links(random, brief))
  if (size > 0.4) section('Økonomi', prose(25) + (size > 0.75 ? table(random, language) : ''))
  if (size > 0.7) section(random.pick(['Høring', 'Retsgrundlag', 'Tidsperspektiv', 'Personalemæssige konsekvenser']), prose(50))
  return { text: `${head(brief, vote?.head ?? '')}\n${sections.join('\n\n')}\n`, decision }
}

/** The text of a closed punkt: its title and number, and no word more. */
export function closedText(random: Random, sagsnummer: string): string {
  const title = random.pick(['Personalesag', 'Køb af grund', 'Salg af ejendom', 'Kontraktforhold', 'Valg af leverandør'])
  return `---\ntitel: ${title}\nsagsnummer: ${sagsnummer}\nadgang: lukket\nhjemmel: Kommunestyrelsesloven § 10\n---\n`
}

/** The text of the announcements at a meeting. */
export function standingText(random: Random, language: Language, sagsnummer: string, held: boolean, places: readonly string[]): string {
  const decision = held ? '\n## Beslutning\n\nOrientering givet.\n' : ''
  return `---\ntitel: Meddelelser\nsagsnummer: ${sagsnummer}\nadgang: åben\n---\n\n## Sagsfremstilling\n\n${language.paragraph(random, 40, places)}\n${decision}`
}

function head({ matter, number, bilag }: PunktBrief, vote: string): string {
  const next = matter.ahead[0]
  const lines = [
    `titel: ${matter.title}${matter.behind.length > 2 ? ' – igen' : ''}`,
    ...(number === undefined ? [] : [`nummer: ${number}`]),
    `sagsnummer: ${matter.sagsnummer}`,
    'adgang: åben',
    ...(matter.behind.length === 0
      ? []
      : [
          'tidligere:',
          ...matter.behind
            .slice(-3)
            .map(({ body: { name }, date, number: punkt }) => `  - { udvalg: ${name}, dato: ${date}, punkt: ${punkt} }`),
        ]),
    ...(next ? [`videre til: [${next.name}]`] : []),
    ...(vote === '' ? [] : [vote]),
    ...(bilag.length === 0
      ? []
      : [
          'bilag:',
          ...bilag.map(
            ({ title, file, open }) => `  - { titel: ${title}${file ? `, fil: ${file}` : ''}, adgang: ${open ? 'åben' : 'lukket'} }`,
          ),
        ]),
  ]
  return `---\n${lines.join('\n')}\n---\n`
}

function recommendation(random: Random, language: Language, places: readonly string[]): string {
  const point = (): string => `at ${language.infinitive(random)} ${language.noun(random).definite} ved ${random.pick(places)}`
  if (random.chance(0.6)) return `Forvaltningen indstiller, ${point()}.`
  const points = Array.from({ length: random.between(2, 4) }, (_, at) => `${at + 1}. ${point()}`)
  return `Forvaltningen indstiller,\n\n${points.join('\n')}.`
}

function earlier({ behind }: TravellingCase): string {
  return behind
    .slice(-2)
    .map(({ body: { name }, date, number, decision }) => `### Beslutning fra ${name}, den ${inWords(date)}, punkt ${number}\n\n${decision}`)
    .join('\n\n')
}

/** One punkt in five is a few sentences, one in fifty goes on for pages. */
function body(random: Random, size: number, prose: (words: number) => string, language: Language): string {
  const paragraphs = size < 0.2 ? 1 : size < 0.7 ? random.between(1, 3) : size < 0.98 ? random.between(3, 7) : random.between(20, 40)
  const texts: string[] = []
  for (let at = 0; at < paragraphs; at += 1) {
    const heading = size > 0.7 && at % 3 === 1 ? `### ${capital(language.noun(random).definite)}\n\n` : ''
    texts.push(heading + prose(size < 0.2 ? 20 : random.between(30, 70)))
  }
  return texts.join('\n\n')
}

function links(random: Random, { matter, folder }: PunktBrief): string {
  const last: Treated | undefined = matter.behind.at(-1)
  if (!last || !random.chance(0.3)) return ''
  return `\n\nSagen ses som helhed i [referatet fra ${last.body.name} den ${inWords(last.date)}](${path.posix.relative(folder, last.file)}).`
}

function table(random: Random, language: Language): string {
  const rows = Array.from(
    { length: random.between(3, 8) },
    () => `| ${capital(language.noun(random).plural)} | ${random.between(10, 900)}.000 | ${random.between(10, 900)}.000 |`,
  )
  return `\n\n| | Afsat | Forventet |\n| --- | ---: | ---: |\n${rows.join('\n')}`
}

function voteOf(random: Random, voters: readonly Person[]): { readonly head: string; readonly words: string } {
  const against = random.some(voters, random.between(1, Math.ceil(voters.length / 2) - 1))
  const ayes = voters.length - against.length
  const named = against.map(({ name, party }) => `${name} (${party})`)
  return {
    head: `afstemning:\n  for: { antal: ${ayes} }\n  imod: { antal: ${against.length}, medlemmer: [${against.map(({ name }) => name).join(', ')}] }`,
    words: `Godkendt med ${ayes} stemmer mod ${against.length}. Imod stemte ${named.join(', ')}.`,
  }
}
