import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import type { Block, InventedMeeting } from './meeting.ts'

/** How a clerk marks headings in Word: with styles, or by making them bold. */
export type HeadingHabit = 'styles' | 'bold'

/** The meeting as a Word file. */
export async function writeDocx(meeting: InventedMeeting, habit: HeadingHabit): Promise<Uint8Array> {
  const heading = (text: string, level: 1 | 2 | 3): Paragraph =>
    habit === 'styles' ? new Paragraph({ text, heading: LEVELS[level] }) : new Paragraph({ children: [new TextRun({ text, bold: true })] })
  const children: (Paragraph | Table)[] = [
    heading(`Referat af møde i ${meeting.udvalg}`, 1),
    new Paragraph(meeting.authority),
    new Paragraph(`Mødedato: ${meeting.when}`),
    new Paragraph(`Mødested: ${meeting.place}`),
    new Paragraph('Deltagere:'),
    ...meeting.present.map((person) => new Paragraph(person)),
    new Paragraph(`Afbud: ${meeting.apologies.join(', ')}`),
  ]
  for (const punkt of meeting.punkter) {
    children.push(heading(`Punkt ${punkt.number}: ${punkt.title}${punkt.closed ? ' (Lukket)' : ''}`, 2))
    if (punkt.sagsnummer) children.push(new Paragraph(`Sagsnr. ${punkt.sagsnummer}`))
    for (const section of punkt.sections) children.push(heading(section.heading, 3), ...section.blocks.flatMap(blockOf))
    if (punkt.bilag.length > 0) children.push(heading('Bilag', 3), ...punkt.bilag.map((name) => new Paragraph(name)))
  }
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, at: number) => ({ level: at, format, text })
  const document = new Document({
    numbering: {
      config: [
        { reference: 'tal', levels: [level(LevelFormat.DECIMAL, '%1.', 0), level(LevelFormat.BULLET, '•', 1)] },
        { reference: 'prikker', levels: [level(LevelFormat.BULLET, '•', 0), level(LevelFormat.BULLET, '•', 1)] },
      ],
    },
    sections: [{ children }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

function blockOf(block: Block): (Paragraph | Table)[] {
  if (block.kind === 'paragraph') return [new Paragraph(block.text)]
  if (block.kind === 'table')
    return [
      new Table({
        rows: block.rows.map((row) => new TableRow({ children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) })),
      }),
    ]
  const reference = block.ordered ? 'tal' : 'prikker'
  return block.items.flatMap((item) => [
    new Paragraph({ text: typeof item === 'string' ? item : item.text, numbering: { reference, level: 0 } }),
    ...(typeof item === 'string' ? [] : item.inner.map((inner) => new Paragraph({ text: inner, numbering: { reference, level: 1 } }))),
  ])
}
