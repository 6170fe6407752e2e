import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Where the extremes stand in the built site. */
export const EXTREMES = {
  'an authority with nothing yet': 'tomby/',
  'the cases of an authority with nothing yet': 'tomby/sager/',
  'the bodies of an authority with nothing yet': 'tomby/udvalg/',
  'an authority with one meeting': 'etby/',
  'a body with one meeting': 'etby/raadet/',
  'a body with a long name and no meeting': 'etby/tomt-udvalg/',
  'a meeting with two short punkter': 'etby/raadet/2026-03-03/',
  'a punkt without a text': 'etby/raadet/2026-03-03/punkt-2/',
  'an authority with 30 bodies': 'storby/',
  'a body with 17 years': 'storby/udvalg-00/',
  'a meeting with 80 punkter': 'storby/udvalg-00/2026-11-24/',
  'a punkt with a title of 400 characters': 'storby/udvalg-00/2026-11-24/punkt-7/',
  'a punkt with a wide table and many headings': 'storby/udvalg-00/2026-11-24/punkt-9/',
  'the register': 'beslutninger/',
  'the front page': '',
} as const

const LONG_TITLE =
  'Godkendelse af tillæg nr. 14 til spildevandsplan 2022-2030 vedrørende separatkloakering af opland G12, herunder ændring af udløb U7, optagelse af ejendommene Søndergade 2-48 og Åbakken 1-19, ophævelse af tilslutningspligten for 3 ejendomme i det åbne land samt igangsætning af 8 ugers offentlig høring med efterfølgende behandling i kommunalbestyrelsen inden udgangen af 2. kvartal 2026 efter planen'

const DECISIONS = ['Godkendt.', 'Udsat.', 'Afvist.', 'Taget til efterretning.']

/** Writes an archive of what is empty, sparse and enormous into a folder. */
export async function writeExtremeContent(folder: string): Promise<void> {
  for (const [file, text] of Object.entries({ ...nothing(), ...little(), ...much() })) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), text)
  }
}

function nothing(): Record<string, string> {
  return {
    'index.md':
      '---\ntitel: Et arkiv med en lang titel for sammenslutningen af kommuner ved fjorden\nurl: https://referater.example\nbeskrivelse: Det tomme, det lille og det meget store.\n---\n',
    'tomby/index.md': authority('Tomby Kommune'),
  }
}

function little(): Record<string, string> {
  const meeting = 'etby/raadet/2026-03-03'
  return {
    'etby/index.md': authority('Etby Kommune'),
    'etby/raadet/index.md': '---\nnavn: Rådet\ntype: råd\n---\n',
    'etby/tomt-udvalg/index.md':
      '---\nnavn: Udvalget for Erhvervsudvikling, Turisme, Landdistrikter, Bosætning og Infrastruktur i Sammenhængende Lokalsamfund\ntype: fagudvalg\n---\n',
    [`${meeting}/index.md`]: '---\ndato: 2026-03-03\nstatus: referat\n---\n',
    [`${meeting}/01-velkomst.md`]: punkt('Velkomst', '', '## Beslutning\n\nDrøftet.\n'),
    [`${meeting}/02-tomt.md`]: punkt('Et punkt uden tekst', '', ''),
  }
}

function much(): Record<string, string> {
  const files: Record<string, string> = { 'storby/index.md': authority('Storby Kommune') }
  for (let body = 0; body < 30; body += 1) {
    const folder = `storby/udvalg-${twoDigits(body)}`
    files[`${folder}/index.md`] = `---\nnavn: Udvalget nr. ${body} for Sundhed og Arbejdsmarkedsforhold\ntype: fagudvalg\n---\n`
    for (let year = body === 0 ? 2010 : 2026; year <= 2026; year += 1) {
      const date = `${year}-05-${twoDigits((body % 27) + 1)}`
      files[`${folder}/${date}/index.md`] = `---\ndato: ${date}\nstatus: godkendt\n---\n`
      files[`${folder}/${date}/01-vej.md`] = punkt(
        `Sag om vej ${body} i ${year}`,
        `05.01.00-P20-${body + 1}-${String(year).slice(2)}`,
        '## Beslutning\n\nGodkendt.\n',
      )
    }
  }
  const meeting = 'storby/udvalg-00/2026-11-24'
  const people = Array.from(
    { length: 59 },
    (_, index) => `  - { navn: Person ${index} Eksempelsen, parti: ${'ABCFOVØÅ'[index % 8]}, fremmøde: til stede }`,
  )
  files[`${meeting}/index.md`] =
    `---\ndato: 2026-11-24\nstart: "17:00"\nslut: "23:55"\nsted: Den store sal på rådhuset, 3. sal, indgang fra torvet\nstatus: godkendt\ndeltagere:\n${people.join('\n')}\n---\n`
  for (let number = 1; number <= 80; number += 1) {
    files[`${meeting}/${twoDigits(number)}-sag.md`] = punkt(
      number === 7 ? LONG_TITLE : `Punkt om sag nummer ${number}`,
      `05.05.00-P20-${number}-26`,
      `## Beslutning\n\n${DECISIONS[number % DECISIONS.length]}\n\n## Sagsfremstilling\n\n${number === 9 ? longText() : 'Kort tekst.'}\n`,
    )
  }
  return files
}

function longText(): string {
  const parts = Array.from({ length: 12 }, (_, index) => `### Afsnit ${index + 1}\n\n${'Ord i en lang tekst. '.repeat(60)}\n`)
  const row = (cell: string): string => `| ${Array(14).fill(cell).join(' | ')} |\n`
  return `${parts.join('\n')}\n${row('Kolonne')}${row('---:')}${row('1.234.567 kr.').repeat(20)}`
}

function authority(name: string): string {
  return `---\nnavn: ${name}\ntype: kommune\nsagsnummer: [sbsys]\n---\n`
}

function punkt(title: string, sagsnummer: string, text: string): string {
  return `---\ntitel: ${title}\n${sagsnummer === '' ? '' : `sagsnummer: ${sagsnummer}\n`}adgang: åben\n---\n\n${text}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
