import { slugify } from '../source/slug.ts'
import type { Authority, Udvalg } from './authority.ts'
import { isIsoDate } from './dato.ts'
import type { Meeting } from './meeting.ts'
import { parseSagsnummer } from './sagsnummer.ts'

/** A file to begin with, or why there is none, as a Danish sentence. */
export type Scaffold = { readonly path: string; readonly text: string } | { readonly problem: string }

/** What a new meeting is made from. */
export interface NewMeeting {
  readonly udvalg: Udvalg
  /** ISO date. */
  readonly date: string
  /** Tells it from another meeting on the same day: `ekstraordinaert`. */
  readonly suffix?: string
}

/** The `index.md` of a new meeting: a draft with the body's members of that day as attendees. */
export function scaffoldMeeting({ udvalg, date, suffix = '' }: NewMeeting): Scaffold {
  if (!isIsoDate(date)) return { problem: `"${date}" er ikke en dato, der findes; skriv den som åååå-mm-dd.` }
  const tail = slugify(suffix)
  if (suffix !== '' && tail === '') return { problem: `Tillægget "${suffix}" kan ikke blive til et mappenavn.` }
  const inOffice = udvalg.members.filter(({ from, to }) => (from ?? date) <= date && date <= (to ?? date))
  const deltagere = inOffice.map(({ name, party, role }) => {
    const fields = [
      `navn: ${scalar(name)}`,
      ...(party ? [`parti: ${scalar(party)}`] : []),
      ...(role ? [`rolle: ${scalar(role)}`] : []),
      'fremmøde: til stede',
    ]
    return `  - { ${fields.join(', ')} }`
  })
  const head = [
    `dato: ${date}`,
    'start:',
    'slut:',
    'sted:',
    'status: kladde',
    ...(deltagere.length > 0 ? ['deltagere:', ...deltagere] : ['deltagere: []']),
    'referent:',
  ]
  return { path: `${udvalg.id}/${date}${tail && `-${tail}`}/index.md`, text: `---\n${head.join('\n')}\n---\n` }
}

/** What a new punkt is made from. */
export interface NewPunkt {
  readonly meeting: Meeting
  readonly authority: Authority
  /** Names of the files that lie in the meeting's folder already. */
  readonly taken: readonly string[]
  readonly title: string
  readonly sagsnummer?: string
  /** Left for the clerk to fill in where it is not given: there is no default. */
  readonly adgang?: 'åben' | 'lukket'
}

const OPEN_SECTIONS = ['Resumé', 'Indstilling', 'Beslutning', 'Sagsfremstilling']
const LONGEST_SLUG = 60

/** The file of a new punkt, after the last one of the meeting. */
export function scaffoldPunkt({ meeting, authority, taken, title, sagsnummer, adgang }: NewPunkt): Scaffold {
  if (title.trim() === '') return { problem: 'Punktet skal have en titel.' }
  if (
    sagsnummer &&
    !parseSagsnummer(sagsnummer, authority.sagsnummerFormats.length > 0 ? authority.sagsnummerFormats : undefined, { labelled: true })
  ) {
    return { problem: `"${sagsnummer}" har ikke form som et af myndighedens sagsnumre.` }
  }
  const numbers = taken.flatMap((name) => /^(\d{1,4})-.*\.md$/.exec(name)?.[1] ?? [])
  const width = Math.max(2, ...numbers.map((digits) => digits.length))
  const number = String(Math.max(0, ...numbers.map(Number)) + 1).padStart(width, '0')
  const slug = slugify(title).slice(0, LONGEST_SLUG).replace(/-+$/, '') || 'punkt'
  const head = [
    `titel: ${scalar(title.trim())}`,
    ...(sagsnummer ? [`sagsnummer: ${scalar(sagsnummer.trim())}`] : []),
    adgang ? `adgang: ${adgang}` : 'adgang: # skriv åben eller lukket',
  ]
  const sections = adgang === 'lukket' ? ['Åben beslutning'] : OPEN_SECTIONS
  const body = sections.map((heading) => `## ${heading}\n`).join('\n')
  return { path: `${meeting.id}/${number}-${slug}.md`, text: `---\n${head.join('\n')}\n---\n\n${body}` }
}

/** A text as a YAML scalar: bare where it cannot be misread, also inside braces. */
function scalar(text: string): string {
  return /^[\p{L}\d][\p{L}\d .()/'&–-]*$/u.test(text) && !/ $/.test(text) ? text : JSON.stringify(text)
}
