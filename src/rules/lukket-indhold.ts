import { punktSchema } from '../referat/schema/punkt.ts'
import { sectionKeyOf } from '../referat/section.ts'
import type { Frontmatter } from '../source/frontmatter.ts'
import { splitSections } from '../source/sections.ts'
import { slugify } from '../source/slug.ts'
import { CLOSED, closedText } from './example-archive.ts'
import type { Remark, Rule } from './rule.ts'

const ALLOWED = ['titel', 'nummer', 'sagsnummer', 'adgang', 'hjemmel', 'beslutning']
const OPEN_DECISION = 'aaben-beslutning'
const HINT =
  'Slet det: af et lukket punkt må kun titel, nummer, sagsnummer, hjemmel, beslutning og afsnittet "Åben beslutning" stå i filen.'

export const lukketIndhold: Rule<'punkt'> = {
  id: 'lukket-indhold',
  severity: 'error',
  scope: 'punkt',
  about: 'Det, der ikke må offentliggøres, må ikke ligge i arkivet; filen kan læses af alle, der kan se indholdsmappen.',
  good: [
    {
      name: 'all that is allowed',
      files: {
        [CLOSED]: closedText(
          'nummer: 3\nsagsnummer: 82.02.00-G10-7-25\nhjemmel: Kommunestyrelsesloven § 10\nbeslutning: godkendt',
          '## Åben beslutning\n\nGodkendt.\n\nKøberen har fået besked.',
        ),
      },
    },
    { name: 'nothing but a title', files: { [CLOSED]: closedText() } },
  ],
  bad: [
    {
      name: 'a section too many',
      files: { [CLOSED]: closedText('', '## Åben beslutning\n\nGodkendt.\n\n## Sagsfremstilling\n\nPrisen er hemmelig.') },
      finds: [{ file: CLOSED, line: 10, message: 'Der står et afsnit i et lukket punkt.' }],
    },
    {
      name: 'text before the first heading',
      files: { [CLOSED]: closedText('', 'Prisen er hemmelig.') },
      finds: [{ file: CLOSED, line: 6, message: 'Der står tekst i et lukket punkt.' }],
    },
    {
      name: 'fields that belong to an open punkt',
      files: { [CLOSED]: closedText('videre til: Byrådet\nbilag:\n  - { titel: Skøde }') },
      finds: [
        { file: CLOSED, line: 4, message: 'Feltet "videre til" må ikke stå i et lukket punkt.' },
        { file: CLOSED, line: 5, message: 'Feltet "bilag" må ikke stå i et lukket punkt.' },
      ],
    },
    {
      name: 'a field nobody knows is not named',
      files: { [CLOSED]: closedText('hansens pris: 400.000') },
      finds: [{ file: CLOSED, line: 4, message: 'Et felt må ikke stå i et lukket punkt.' }],
    },
    {
      name: 'another section hidden below the open decision',
      files: { [CLOSED]: closedText('', '## Åben beslutning\n\nGodkendt.\n\n**Sagsfremstilling**\n\nPrisen er hemmelig.') },
      finds: [{ file: CLOSED, line: 10, message: 'Der står et afsnit mere i den åbne beslutning.' }],
    },
  ],
  *check(punkt, { sources, dataOf }) {
    // One that may be seen says so in its head, which need not be read again.
    if (!punkt.closed) return
    const frontmatter = sources.frontmatter.get(punkt.file)
    if (!frontmatter || dataOf(punkt.file)['adgang'] !== 'lukket') return
    yield* fields(frontmatter)
    yield* sections(frontmatter)
  },
}

function* fields(frontmatter: Frontmatter): Generator<Remark> {
  for (const key of Object.keys(frontmatter.data)) {
    if (ALLOWED.includes(key)) continue
    // The name of a known field gives nothing away; a name that somebody made up may.
    const name = Object.hasOwn(punktSchema.shape, key) ? `Feltet "${key}"` : 'Et felt'
    yield { ...frontmatter.placeOfKey([key]), message: `${name} må ikke stå i et lukket punkt.`, hint: HINT }
  }
}

function* sections({ file, body, bodyLine }: Frontmatter): Generator<Remark> {
  for (const { heading, line, text, textLine } of splitSections(body, bodyLine)) {
    const place = (at: number): Omit<Remark, 'message' | 'hint'> => ({ file, line: at, column: 1, endColumn: 2 })
    if (slugify(heading) !== OPEN_DECISION) {
      yield {
        ...place(line),
        message: heading === '' ? 'Der står tekst i et lukket punkt.' : 'Der står et afsnit i et lukket punkt.',
        hint: HINT,
      }
      continue
    }
    for (const [index, row] of text.split('\n').entries()) {
      if (isLabel(row)) yield { ...place(textLine + index), message: 'Der står et afsnit mere i den åbne beslutning.', hint: HINT }
    }
  }
}

/** A line that is the label of another section: a lower heading, words in bold, or a few words alone. */
function isLabel(row: string): boolean {
  const line = row.trim()
  if (line === '' || (!/^(?:#|\*\*|__)/.test(line) && line.split(/\s+/).length > 3)) return false
  const key = sectionKeyOf(line.replace(/^#{1,6}\s+/, ''))
  return key !== undefined && key !== 'decision' && key !== 'discussion'
}
