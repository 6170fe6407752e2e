/** Dates of the meetings of the large archive, oldest first: its years are parted where the index is. */
export const LARGE_MEETINGS = [
  '2024-03-11',
  '2024-10-07',
  '2025-02-10',
  '2025-05-12',
  '2025-09-08',
  '2025-12-01',
  ...['01', '02', '04', '05', '08', '10'].map((month) => `2026-${month}-05`),
]
/** A word that only meetings of a year have. */
export const WORD_OF_YEAR: Readonly<Record<string, string>> = { 2024: 'skovbyen', 2025: 'havnegade', 2026: 'torvet' }
/** Punkter of each of its meetings. */
export const LARGE_PUNKTER = 90

/**
 * Content of an archive of one body that is too large for one search index. Every punkt is about roads; the first of each
 * meeting is about a bridge, has a case number of its own, and the word of its year.
 */
export function largeContent(): Record<string, string> {
  const files: Record<string, string> = {
    'index.md': '---\ntitel: Arkiv\nurl: https://arkiv.example\nbeskrivelse: Prøve\n---\n',
    'by/index.md': '---\nnavn: By Kommune\ntype: kommune\nsagsnummer: [sbsys]\n---\n',
    'by/kb/index.md': '---\nnavn: Kommunalbestyrelsen\ntype: kommunalbestyrelse\n---\n',
  }
  for (const [meeting, date] of LARGE_MEETINGS.entries()) {
    files[`by/kb/${date}/index.md`] = `---\ndato: ${date}\nstatus: referat\n---\n`
    for (let at = 1; at <= LARGE_PUNKTER; at += 1) {
      const [title, text] =
        at === 1 ? ['Broen', `Om broen ved ${WORD_OF_YEAR[date.slice(0, 4)]}.`] : [`Sag ${at} om veje`, `Vejen får nummer ${at}.`]
      files[`by/kb/${date}/${at}-punkt.md`] = punktFile(
        title,
        text,
        at === 1 ? `05.01.00P20-${meeting + 1}-${date.slice(2, 4)}` : undefined,
      )
    }
  }
  return files
}

/** A punkt as a clerk writes it. */
export function punktFile(title: string, text: string, sagsnummer?: string): string {
  const sag = sagsnummer ? `sagsnummer: ${sagsnummer}\n` : ''
  return `---\ntitel: ${title}\n${sag}adgang: åben\n---\n\n## Sagsfremstilling\n\n${text}\n\n## Beslutning\n\nGodkendt.\n`
}
