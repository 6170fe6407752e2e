import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Loaded } from '../src/archive/archive.ts'
import { loadArchive } from '../src/archive/load.ts'
import type { Udvalg } from '../src/referat/authority.ts'
import { isIsoDate } from '../src/referat/dato.ts'
import type { Meeting } from '../src/referat/meeting.ts'
import { type Scaffold, scaffoldMeeting, scaffoldPunkt } from '../src/referat/scaffold.ts'
import { readContent } from '../src/source/read.ts'
import { Misuse, runCommand } from './command.ts'
import { isTerminal, withTerminal } from './terminal.ts'

const HELP = `Brug: npm run new -- moede --udvalg MYNDIGHED/UDVALG --dato ÅÅÅÅ-MM-DD [--suffix TILLÆG]
      npm run new -- punkt --moede MYNDIGHED/UDVALG/DATO --titel "TITEL" [--sagsnummer NUMMER] [--adgang åben|lukket]

Laver et møde eller et punkt at skrive videre på. I en terminal spørger den om det, der mangler.
Ingen fil bliver overskrevet.

  --udvalg       udvalgets mappe, for eksempel oenskeby/kommunalbestyrelsen
  --dato         mødets dato
  --suffix       tillæg, når udvalget har to møder samme dag: ekstraordinaert
  --moede        mødets mappe, for eksempel oenskeby/kommunalbestyrelsen/2025-09-30
  --titel        punktets titel
  --sagsnummer   sagens nummer
  --adgang       åben eller lukket; ellers skal det skrives i filen, før punktet kan udgives
  --content      hvor indholdet ligger (content)
  --help         denne hjælp

Slutkode: 0 lavet · 2 forkert brug, eller filen er der allerede
`

const text = { type: 'string' } as const
const COMMAND = {
  help: HELP,
  options: {
    ...{ udvalg: text, dato: text, suffix: text, moede: text, titel: text, sagsnummer: text, adgang: text },
    content: { type: 'string', default: 'content' },
  },
  positionals: true,
} as const

type Answers = Readonly<Record<string, string | undefined>>

/** An answer that must be given: what is asked for, and what is wrong with an answer, '' where nothing is. */
interface Needed {
  readonly name: string
  readonly question: string
  readonly problemWith: (answer: string, place: Place) => string
}

/** The archive that is written to, and its folder. */
interface Place extends Pick<Loaded, 'archive' | 'sources'> {
  readonly content: string
}

const NEEDED: Readonly<Record<string, readonly Needed[]>> = {
  moede: [
    { name: 'udvalg', question: 'Udvalg (myndighed/udvalg)', problemWith: (answer, place) => udvalgCalled(answer, place).problem ?? '' },
    {
      name: 'dato',
      question: 'Dato (åååå-mm-dd)',
      problemWith: (answer) => (isIsoDate(answer) ? '' : `"${answer}" er ikke en dato, der findes; skriv den som åååå-mm-dd.`),
    },
  ],
  punkt: [
    { name: 'moede', question: 'Møde (myndighed/udvalg/dato)', problemWith: (answer, place) => meetingCalled(answer, place).problem ?? '' },
    { name: 'titel', question: 'Titel', problemWith: (answer) => (answer === '' ? 'Punktet skal have en titel.' : '') },
  ],
}

await runCommand(COMMAND, async ({ values, positionals: [kind = '', ...more] }) => {
  const needed = NEEDED[kind]
  if (needed === undefined || more.length > 0) throw new Misuse('Skriv, om det er et moede eller et punkt.')
  if (values.adgang !== undefined && !['åben', 'lukket'].includes(values.adgang)) throw new Misuse('--adgang er åben eller lukket.')
  const asking = isTerminal()
  const missing = needed.filter(({ name }) => !(values as Answers)[name])
  if (missing.length > 0 && !asking) throw new Misuse(`Der mangler ${missing.map(({ name }) => `--${name}`).join(' og ')}.`)
  const place = { content: values.content, ...loadArchive(readContent(values.content)) }
  return create(kind, { ...values, ...(await answersTo(missing, place)) }, place)
})

/** Asks on the terminal for what was not given; what cannot be used is asked for again at once. */
async function answersTo(missing: readonly Needed[], place: Place): Promise<Answers> {
  const answers: Record<string, string> = {}
  if (missing.length === 0) return answers
  await withTerminal(async (ask) => {
    for (const { name, question, problemWith } of missing) {
      for (let prompt = `${question}: `; answers[name] === undefined; ) {
        const answer = await ask(prompt)
        const problem = problemWith(answer, place)
        if (problem === '') answers[name] = answer
        else prompt = `${problem}\n${question}: `
      }
    }
  })
  return answers
}

async function create(kind: string, answers: Answers, place: Place): Promise<0 | 2> {
  const { archive, sources, content } = place
  let made: Scaffold
  if (kind === 'moede') {
    const { udvalg, problem } = udvalgCalled(answers['udvalg'] ?? '', place)
    if (!udvalg) return refuse(`${problem}\n`)
    made = scaffoldMeeting({ udvalg, date: answers['dato'] ?? '', ...(answers['suffix'] && { suffix: answers['suffix'] }) })
  } else {
    const { meeting, problem } = meetingCalled(answers['moede'] ?? '', place)
    if (!meeting) return refuse(`${problem}\n`)
    const taken = [...sources.tree.files.keys()]
      .filter((file) => path.posix.dirname(file) === meeting.id)
      .map((file) => path.posix.basename(file))
    const adgang = answers['adgang'] as 'åben' | 'lukket' | undefined
    made = scaffoldPunkt({
      ...{ meeting, authority: archive.authority(meeting.authority), taken, title: answers['titel'] ?? '' },
      ...(answers['sagsnummer'] && { sagsnummer: answers['sagsnummer'] }),
      ...(adgang && { adgang }),
    })
  }
  if ('problem' in made) return refuse(`${made.problem}\n`)
  const target = path.join(content, made.path)
  await mkdir(path.dirname(target), { recursive: true })
  try {
    await writeFile(target, made.text, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return refuse(`Filen ${target} er der allerede og er ikke rørt.\n`)
    throw error
  }
  process.stdout.write(`${target}\n`)
  return 0
}

function udvalgCalled(folder: string, { archive, content }: Place): { readonly udvalg?: Udvalg; readonly problem?: string } {
  const udvalg = archive.find('body', idOf(folder, content))
  if (udvalg) return { udvalg }
  return { problem: `Udvalget "${folder}" findes ikke. Vælg mellem:\n${archive.udvalg.map(({ id }) => `  ${id}`).join('\n')}` }
}

function meetingCalled(folder: string, { archive, content }: Place): { readonly meeting?: Meeting; readonly problem?: string } {
  const meeting = archive.find('meeting', idOf(folder, content))
  return meeting ? { meeting } : { problem: `Mødet "${folder}" findes ikke; lav det først med npm run new -- moede.` }
}

/** A folder as an id, with or without the content folder before it. */
function idOf(folder: string, content: string): string {
  const written = folder.replace(/\/+$/, '')
  return written.startsWith(`${content}/`) ? written.slice(content.length + 1) : written
}

function refuse(message: string): 2 {
  process.stderr.write(message)
  return 2
}
