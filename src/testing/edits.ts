import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'

/** A change that a clerk may make to a content folder. `pick` chooses among what there is. */
export type Edit =
  | {
      readonly kind: 'reword' | 'retitle' | 'renumber' | 'reopen' | 'remove' | 'rename' | 'touch'
      readonly pick: number
      readonly word: string
    }
  | {
      readonly kind: 'add meeting' | 'remove meeting' | 'move meeting' | 'postpone meeting' | 'attend'
      readonly pick: number
      readonly word: string
    }
  | { readonly kind: 'name body' | 'name authority' | 'name site' | 'attachment'; readonly pick: number; readonly word: string }

const KINDS = [
  'reword',
  'retitle',
  'renumber',
  'reopen',
  'remove',
  'rename',
  'touch',
  'add meeting',
  'remove meeting',
  'move meeting',
  'postpone meeting',
  'attend',
  'name body',
  'name authority',
  'name site',
  'attachment',
] as const

const WORDS = ['broen', 'ålegræs', 'plænen', 'et nyt tag', 'Rønnevej', 'fem hundrede']

/** Any change. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat({ max: 10_000 }),
  word: fc.constantFrom(...WORDS),
})

/** Makes a change; where there is nothing of its kind to change, none. Always the same for the same folder and change. Gives the file that was rewritten, where one was. */
export function makeEdit(content: string, { kind, pick, word }: Edit): string | undefined {
  let rewritten: string | undefined
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .sort()
  const of = (pattern: RegExp): string | undefined => {
    const fitting = files.filter((file) => pattern.test(file))
    return fitting[pick % Math.max(1, fitting.length)]
  }
  const change = (file: string | undefined, changed: (text: string) => string): void => {
    if (file === undefined) return
    rewritten = file
    const place = path.join(content, file)
    writeFileSync(place, changed(readFileSync(place, 'utf8')))
    if (file.split('/').length === 4) rmSync(path.join(content, path.dirname(file), 'godkendt.json'), { force: true })
  }
  const punkt = of(/\/\d{4}[^/]*\/\d+-[^/]*\.md$/)
  const meeting = of(/\/\d{4}-[^/]*\/index\.md$/)
  const folder = meeting && path.dirname(meeting)
  switch (kind) {
    case 'reword':
      change(punkt, (text) => `${text.trimEnd()}\n\nOgså ${word}.\n`)
      break
    case 'retitle':
      change(punkt, (text) => text.replace(/^titel: .*$/m, `titel: Om ${word}`))
      break
    case 'renumber':
      change(punkt, (text) => text.replace(/^(sagsnummer: .*)(\d)(.*)$/m, (_, a, _digit, b) => `${a}${pick % 10}${b}`))
      break
    case 'reopen':
      change(punkt, (text) => text.replace(/^adgang: (åben|lukket)$/m, (_, was) => `adgang: ${was === 'åben' ? 'lukket' : 'åben'}`))
      break
    case 'touch':
      change(punkt, (text) => text)
      break
    case 'remove':
      if (punkt) rmSync(path.join(content, punkt))
      break
    case 'rename':
      if (punkt) renameSync(path.join(content, punkt), path.join(content, punkt.replace(/-[^/]*\.md$/, `-omdoebt-${pick}.md`)))
      break
    case 'add meeting':
      if (folder)
        cpSync(path.join(content, folder), path.join(content, `${folder.slice(0, -10)}2026-12-${10 + (pick % 20)}`), { recursive: true })
      change(folder && `${folder.slice(0, -10)}2026-12-${10 + (pick % 20)}/index.md`, (text) =>
        text.replace(/^dato: .*$/m, `dato: 2026-12-${10 + (pick % 20)}`),
      )
      break
    case 'remove meeting':
      if (folder) rmSync(path.join(content, folder), { recursive: true })
      break
    case 'move meeting':
      if (folder) renameSync(path.join(content, folder), path.join(content, `${folder.slice(0, -2)}${10 + (pick % 18)}`))
      break
    case 'postpone meeting':
      change(meeting, (text) => text.replace(/^status: .*$/m, `status: ${['dagsorden', 'referat', 'kladde', 'aflyst'][pick % 4]}`))
      break
    case 'attend':
      change(meeting, (text) => text.replace(/^referent: .*$/m, `referent: ${word}`))
      break
    case 'name body':
      change(of(/^[^/]*\/[^/]*\/index\.md$/), (text) => text.replace(/^navn: .*$/m, `navn: Udvalget for ${word}`))
      break
    case 'name authority':
      change(of(/^[^/]*\/index\.md$/), (text) => text.replace(/^telefon: .*$/m, `telefon: '${pick}'`))
      break
    case 'name site':
      change('index.md', (text) => text.replace(/^titel: .*$/m, `titel: Arkivet om ${word}`))
      break
    case 'attachment': {
      const file = of(/\.pdf$/)
      if (file) mkdirSync(path.dirname(path.join(content, file)), { recursive: true })
      if (file)
        writeFileSync(path.join(content, file), Buffer.concat([readFileSync(path.join(content, file)), Buffer.from(`\n% ${word}\n`)]))
    }
  }
  return rewritten
}
