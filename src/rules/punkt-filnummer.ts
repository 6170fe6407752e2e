import { punktText } from './example-archive.ts'
import type { Rule } from './rule.ts'

const TWIN = 'fjordkoebing/byraadet/2025-09-30/02-fortov.md'

export const punktFilnummer: Rule<'meeting'> = {
  id: 'punkt-filnummer',
  severity: 'error',
  scope: 'meeting',
  about: 'Tallet først i filnavnet ordner punkterne, så to filer i et møde kan ikke have samme tal.',
  good: [{ name: 'each its own', files: {} }],
  bad: [
    {
      name: 'two files with 02',
      files: { [TWIN]: punktText() },
      finds: [{ file: TWIN, line: 1, message: 'Filnavnet begynder med samme tal som 02-cykelsti.md.' }],
    },
  ],
  *check(meeting, { archive, at }) {
    const taken = new Map<number, string>()
    const punkter = archive.punkterOf(meeting.id)
    const last = Math.max(0, ...punkter.map((punkt) => punkt.order))
    for (const { order, file } of [...punkter].sort((a, b) => (a.file < b.file ? -1 : 1))) {
      const first = taken.get(order)
      if (first === undefined) taken.set(order, file)
      else {
        yield {
          ...at(file, []),
          message: `Filnavnet begynder med samme tal som ${first.slice(first.lastIndexOf('/') + 1)}.`,
          hint: `Omdøb en af dem; det næste ledige tal er ${String(last + 1).padStart(2, '0')}.`,
        }
      }
    }
  },
}
