import { formatDate, isIsoDate } from '../referat/dato.ts'
import { MEETING } from './example-archive.ts'
import type { Rule } from './rule.ts'

const IMPOSSIBLE = 'fjordkoebing/byraadet/2025-02-30/index.md'

export const moedeDato: Rule<'meeting'> = {
  id: 'moede-dato',
  severity: 'error',
  scope: 'meeting',
  about: 'Mødets mappe er dets adresse og skal hedde det samme som dets dato.',
  good: [
    {
      name: 'a suffix after the date',
      files: { 'fjordkoebing/byraadet/2025-10-07-ekstraordinaert/index.md': '---\ndato: 2025-10-07\nstatus: referat\n---\n' },
    },
  ],
  bad: [
    {
      name: 'another day',
      files: { [MEETING]: '---\ndato: 2025-09-29\nstatus: referat\n---\n' },
      finds: [{ file: MEETING, line: 2, message: 'Mappen siger 30.\u00a0september 2025, feltet dato siger 29.\u00a0september 2025.' }],
    },
    {
      name: 'a folder named for a day that does not exist',
      files: { [IMPOSSIBLE]: '---\ndato: 2025-03-02\nstatus: aflyst\n---\n' },
      finds: [{ file: IMPOSSIBLE, line: 2, message: 'Mappens navn, 2025-02-30, er ikke en dato, der findes.' }],
    },
  ],
  *check(meeting, { at }) {
    const folder = meeting.folder.slice(0, 10)
    if (folder === meeting.date && isIsoDate(folder)) return
    const place = at(meeting.file, ['dato'])
    if (isIsoDate(folder)) {
      yield {
        ...place,
        message: `Mappen siger ${formatDate(folder)}, feltet dato siger ${formatDate(meeting.date)}.`,
        hint: `Ret datoen, eller omdøb mappen til ${meeting.date}.`,
      }
    } else {
      yield {
        ...place,
        message: `Mappens navn, ${folder}, er ikke en dato, der findes.`,
        hint: 'Omdøb mappen til mødets dato, åååå-mm-dd.',
      }
    }
  },
}
