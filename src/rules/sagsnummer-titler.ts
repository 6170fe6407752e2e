import { foldLabel } from '../referat/collation.ts'
import { EARLIER, PUNKT, punktText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

/** Words that many titles share without being about the same matter. */
const COMMON = new Set(
  [
    'vedr',
    'vedroerende',
    'orientering',
    'godkendelse',
    'behandling',
    'forslag',
    'status',
    'kommune',
    'punkt',
    'drøftelse',
    'ansoegning',
    'endelig',
  ].map(foldLabel),
)
const SHORTEST_SHARED = 4

export const sagsnummerTitler: Rule<'archive'> = {
  id: 'sagsnummer-titler',
  severity: 'info',
  scope: 'archive',
  about: 'Når to punkter med samme sagsnummer har titler uden et ord til fælles, er det ene nummer måske skrevet forkert af.',
  good: [
    { name: 'titles that share a word', files: {} },
    {
      name: 'a standing case',
      files: {
        [PUNKT]: punktText('sagsnummer: 00.01.00-P35-1-25'),
        [EARLIER]: '---\ntitel: Valg af næstformand\nadgang: åben\nsagsnummer: 00.01.00-P35-1-25\n---\n\n## Beslutning\n\nValgt.\n',
      },
    },
    {
      name: 'a compound that holds the word',
      files: {
        [EARLIER]: '---\ntitel: Stier og fortove\nadgang: åben\nsagsnummer: 05.05.00-P20-4-25\n---\n\n## Beslutning\n\nAnbefales.\n',
        [PUNKT]: '---\ntitel: Cykelstier\nadgang: åben\nsagsnummer: 05.05.00-P20-4-25\n---\n\n## Beslutning\n\nGodkendt.\n',
      },
    },
  ],
  bad: [
    {
      name: 'two matters under one number',
      files: {
        [EARLIER]:
          '---\ntitel: Renovering af svømmehallen\nadgang: åben\nsagsnummer: 05.05.00-P20-4-25\n---\n\n## Beslutning\n\nAnbefales.\n',
      },
      finds: [
        {
          file: PUNKT,
          line: 4,
          message:
            'Sagen hedder "Renovering af svømmehallen" i fjordkoebing/teknikudvalget/2025-09-10/01-cykelsti.md, og titlerne har intet ord til fælles.',
        },
      ],
    },
  ],
  *check(archive, { at }) {
    for (const sag of archive.sager) {
      if (sag.standing || sag.punkter.length < 2) continue
      const punkter = sag.punkter.map(archive.punkt).filter((punkt) => !punkt.closed)
      const first = punkter[0]
      if (!first) continue
      const words = wordsOf(first.title)
      const other = punkter.find((punkt) => punkt !== first && words.length > 0 && !share(words, wordsOf(punkt.title)))
      if (!other) continue
      yield {
        ...at(other.file, ['sagsnummer']),
        message: `Sagen hedder ${quote(first.title)} i ${first.file}, og titlerne har intet ord til fælles.`,
        hint: 'Se efter, om sagsnummeret er skrevet rigtigt af; er det samme sag, er alt i orden.',
      }
    }
  },
}

function wordsOf(title: string): string[] {
  return foldLabel(title)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= SHORTEST_SHARED && !COMMON.has(word))
}

/** Danish writes compounds in one word and bends words at the end, so a shared stem counts. */
function share(words: readonly string[], others: readonly string[]): boolean {
  if (others.length === 0) return true
  const stems = words.map((word) => word.slice(0, Math.max(SHORTEST_SHARED, word.length - 3)))
  return others.some(
    (other) =>
      stems.some((stem) => other.includes(stem)) ||
      words.some((word) => word.includes(other.slice(0, Math.max(SHORTEST_SHARED, other.length - 3)))),
  )
}
