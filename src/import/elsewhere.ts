import { findDates } from '../referat/dato.ts'
import type { MeetingHead } from './head.ts'
import type { Line, Note } from './line.ts'
import { readTitleLine } from './title.ts'

/** Body and date as running heads and a page's title have them, for minutes whose own text leaves them out. */
export function namedElsewhere(head: MeetingHead, elsewhere: readonly string[]): Pick<MeetingHead, 'udvalg' | 'date'> {
  let { udvalg, date } = head
  for (const text of elsewhere) {
    const line = { number: 1, text, markdown: text, level: 1, bold: false, indent: 0, gap: true, hardBreak: false }
    const title = readTitleLine(line, { body: udvalg === undefined, bodyNext: false, place: false, placeLine: false, afterDate: false })
    udvalg ??= title?.udvalg
    date ??= title?.when?.date
  }
  return { ...(udvalg !== undefined && { udvalg }), ...(date !== undefined && { date }) }
}

/** The only date that the prose above the punkter gives a meeting, and the note that it is a guess; undefined for none or several. */
export function dateInProse(text: readonly Line[]): { readonly date: string; readonly note: Note } | undefined {
  const told = text
    .filter((line) => /møde|afholdt/iu.test(line.text))
    .flatMap((line) => findDates(line.text).map(({ iso }) => ({ iso, line })))
  const [first] = told
  if (first?.iso === undefined || told.some(({ iso }) => iso !== first.iso)) return undefined
  return {
    date: first.iso,
    note: {
      line: first.line.number,
      severity: 'warning',
      rule: 'import-dato-tekst',
      message: `Datoen ${first.iso} er læst i teksten; dokumentet har intet felt med mødets dato.`,
      hint: 'Se efter, at det er mødets dato. Ellers angiv den med --date.',
    },
  }
}
