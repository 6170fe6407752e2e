import type { Block, InventedMeeting } from './meeting.ts'

const title = (meeting: InventedMeeting): string => `Referat af møde i ${meeting.udvalg}`
const head = (number: number, text: string, closed = false): string => `Punkt ${number}: ${text}${closed ? ' (Lukket)' : ''}`

/** The meeting as a plain text, such as a mail has it. */
export function writeText(meeting: InventedMeeting): string {
  const lines = [
    title(meeting),
    meeting.authority,
    '',
    `Mødedato: ${meeting.when}`,
    `Mødested: ${meeting.place}`,
    '',
    'Deltagere:',
    ...meeting.present,
    '',
    `Afbud: ${meeting.apologies.join(', ')}`,
  ]
  for (const punkt of meeting.punkter) {
    lines.push('', head(punkt.number, punkt.title, punkt.closed))
    if (punkt.sagsnummer) lines.push('', `Sagsnr. ${punkt.sagsnummer}`)
    for (const { heading, blocks } of punkt.sections) lines.push('', heading, ...blocks.flatMap((block) => ['', ...blockText(block)]))
    if (punkt.bilag.length > 0) lines.push('', 'Bilag', '', ...punkt.bilag)
  }
  return `${lines.join('\n')}\n`
}

function blockText(block: Block): string[] {
  if (block.kind === 'paragraph') return [block.text]
  if (block.kind === 'table') return block.rows.map((row) => row.join('\t'))
  return block.items.flatMap((item, index) => {
    const mark = block.ordered ? `${index + 1}.` : '-'
    return typeof item === 'string' ? [`${mark} ${item}`] : [`${mark} ${item.text}`, ...item.inner.map((inner) => `   - ${inner}`)]
  })
}

/** The meeting as Markdown, such as a program writes it. */
export function writeMarkdown(meeting: InventedMeeting): string {
  const lines = [
    `# ${title(meeting)}`,
    '',
    meeting.authority,
    '',
    `**Mødedato:** ${meeting.when}  `,
    `**Mødested:** ${meeting.place}`,
    '',
    '**Deltagere:**',
    '',
    ...meeting.present.map((person) => `- ${person}`),
    '',
    `**Afbud:** ${meeting.apologies.join(', ')}`,
  ]
  for (const punkt of meeting.punkter) {
    lines.push('', `## ${head(punkt.number, punkt.title, punkt.closed)}`)
    if (punkt.sagsnummer) lines.push('', `Sagsnr. ${punkt.sagsnummer}`)
    for (const { heading, blocks } of punkt.sections)
      lines.push('', `### ${heading}`, ...blocks.flatMap((block) => ['', ...blockMarkdown(block)]))
    if (punkt.bilag.length > 0) lines.push('', '### Bilag', '', ...punkt.bilag.map((name) => `- ${name}`))
  }
  return `${lines.join('\n')}\n`
}

function blockMarkdown(block: Block): string[] {
  if (block.kind !== 'table') return blockText(block)
  const [first = [], ...rest] = block.rows
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [row(first), `|${' --- |'.repeat(first.length)}`, ...rest.map(row)]
}
