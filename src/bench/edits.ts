import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The newest meeting that has minutes and is not sealed: the one a clerk works on. Its folder below the content folder. */
export function openMeeting(content: string): string {
  const meetings = folders(content).flatMap((authority) =>
    folders(path.join(content, authority)).flatMap((body) =>
      folders(path.join(content, authority, body)).map((date) => ({ date, folder: path.join(authority, body, date) })),
    ),
  )
  const newest = meetings.sort((a, b) => (a.date < b.date ? 1 : -1)).find(({ folder }) => isOpen(path.join(content, folder)))
  if (!newest) throw new Error(`No minutes in ${content} may be changed.`)
  return newest.folder
}

function isOpen(meeting: string): boolean {
  return (
    !existsSync(path.join(meeting, 'godkendt.json')) && readFileSync(path.join(meeting, 'index.md'), 'utf8').includes('status: referat')
  )
}

function folders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() && entry.name !== 'bilag' ? entry.name : []))
}

/** Writes a sentence at the end of an open punkt, as a clerk would. Gives the punkt's address without outer slashes. */
export function changePunkt(content: string, meeting: string, sentence: string): string {
  const folder = path.join(content, meeting)
  const file = readdirSync(folder).find(
    (name) => /^\d\d-/.test(name) && readFileSync(path.join(folder, name), 'utf8').includes('adgang: åben'),
  )
  if (file === undefined) throw new Error(`No open punkt in ${meeting}.`)
  appendFileSync(path.join(folder, file), `\n${sentence}\n`)
  const number = /^nummer: (\S+)$/m.exec(readFileSync(path.join(folder, file), 'utf8'))?.[1] ?? String(Number(file.slice(0, 2)))
  return `${meeting.split(path.sep).join('/')}/punkt-${number}`
}

/** Adds a meeting: the words of another one of the same body, some days later. */
export function addMeeting(content: string, meeting: string, days: number): void {
  const date = path.basename(meeting)
  const later = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
  const target = path.join(content, path.dirname(meeting), later)
  cpSync(path.join(content, meeting), target, { recursive: true })
  const index = path.join(target, 'index.md')
  const published = new Date(Date.parse(later) + 86_400_000).toISOString().slice(0, 10)
  const text = readFileSync(index, 'utf8')
  writeFileSync(index, text.replace(`dato: ${date}`, `dato: ${later}`).replace(/^offentliggjort: .*$/m, `offentliggjort: ${published}`))
}
