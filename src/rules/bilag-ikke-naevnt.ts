import { startOf } from '../findings/finding.ts'
import type { Rule } from './rule.ts'

const FORGOTTEN = 'fjordkoebing/teknikudvalget/2025-09-10/bilag/udkast.docx'

export const bilagIkkeNaevnt: Rule<'meeting'> = {
  id: 'bilag-ikke-naevnt',
  severity: 'warning',
  scope: 'meeting',
  about: 'En fil, som intet punkt nævner, bliver ikke udgivet, men ligger i indholdsmappen, hvor andre kan se den.',
  good: [{ name: 'every file is listed', files: {} }],
  bad: [
    {
      name: 'a forgotten file',
      files: { [FORGOTTEN]: 'utkast' },
      finds: [{ file: FORGOTTEN, message: 'Filen bliver ikke udgivet, for intet åbent punkt nævner den.' }],
    },
  ],
  *check(meeting, { archive, bilagOf }) {
    const files = bilagOf(meeting.id)
    if (files.length === 0) return
    const listed = new Set(archive.punkterOf(meeting.id).flatMap((punkt) => punkt.bilag.map(({ file }) => file)))
    for (const file of files) {
      if (listed.has(file)) continue
      yield {
        ...startOf(`${meeting.id}/${file}`),
        message: 'Filen bliver ikke udgivet, for intet åbent punkt nævner den.',
        hint: `Skriv den under bilag i punktet med fil: ${file}, eller slet den, især hvis den ikke må være offentlig.`,
      }
    }
  },
}
