import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { loadArchive } from '../src/archive/load.ts'
import { type Scaffold, scaffoldMeeting, scaffoldPunkt } from '../src/referat/scaffold.ts'
import { readContent } from '../src/source/read.ts'
import { Misuse, runCommand } from './command.ts'

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

const NEEDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  moede: { udvalg: 'Udvalg (myndighed/udvalg)', dato: 'Dato (åååå-mm-dd)' },
  punkt: { moede: 'Møde (myndighed/udvalg/dato)', titel: 'Titel' },
}

await runCommand(COMMAND, async ({ values, positionals: [kind = '', ...more] }) => {
  const needed = NEEDED[kind]
  if (needed === undefined || more.length > 0) throw new Misuse('Skriv, om det er et moede eller et punkt.')
  if (values.adgang !== undefined && !['åben', 'lukket'].includes(values.adgang)) throw new Misuse('--adgang er åben eller lukket.')
  const answers = await askFor(needed, values)
  const missing = Object.keys(needed).filter((name) => !answers[name])
  if (missing.length > 0) throw new Misuse(`Der mangler ${missing.map((name) => `--${name}`).join(' og ')}.`)
  return create(kind, answers)
})

/** On a terminal, asks for what was not given. */
async function askFor(needed: Readonly<Record<string, string>>, given: Answers): Promise<Answers> {
  const missing = Object.entries(needed).filter(([name]) => !given[name])
  if (missing.length === 0 || !process.stdin.isTTY || !process.stdout.isTTY) return given
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answers: Record<string, string | undefined> = { ...given }
    for (const [name, question] of missing) answers[name] = (await terminal.question(`${question}: `)).trim()
    return answers
  } finally {
    terminal.close()
  }
}

async function create(kind: string, answers: Answers): Promise<0 | 2> {
  const content = answers['content'] ?? 'content'
  const { archive, sources } = loadArchive(readContent(content))
  let made: Scaffold
  if (kind === 'moede') {
    const udvalg = archive.udvalg.find(({ id }) => id === idOf(answers['udvalg'], content))
    if (!udvalg)
      return refuse(`Udvalget "${answers['udvalg']}" findes ikke. Vælg mellem:\n${archive.udvalg.map(({ id }) => `  ${id}\n`).join('')}`)
    made = scaffoldMeeting({ udvalg, date: answers['dato'] ?? '', ...(answers['suffix'] && { suffix: answers['suffix'] }) })
  } else {
    const meeting = archive.meetings.find(({ id }) => id === idOf(answers['moede'], content))
    if (!meeting) return refuse(`Mødet "${answers['moede']}" findes ikke; lav det først med npm run new -- moede.\n`)
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

/** A folder as an id, with or without the content folder before it. */
function idOf(folder: string | undefined, content: string): string {
  const written = (folder ?? '').replace(/\/+$/, '')
  return written.startsWith(`${content}/`) ? written.slice(content.length + 1) : written
}

function refuse(message: string): 2 {
  process.stderr.write(message)
  return 2
}
