import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import type { Trial } from './trial.ts'

const plain = (text: string): Paragraph => new Paragraph(text)
const bold = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, bold: true })] })
const tabbed = (...cells: string[]): Paragraph =>
  new Paragraph({
    children: cells.flatMap((cell, index) => [...(index > 0 ? [new TextRun({ children: [new Tab()] })] : []), new TextRun(cell)]),
  })
const row = (...cells: (readonly Paragraph[])[]): TableRow =>
  new TableRow({ children: cells.map((children) => new TableCell({ children })) })
const textRow = (...cells: string[]): TableRow => row(...cells.map((cell) => [plain(cell)]))
const pack = async (document: Document): Promise<Uint8Array> => new Uint8Array(await Packer.toBuffer(document))

/** Headings that Word numbers from 45, lists by letters and Roman numerals, a footnote, a running head. */
function automaticNumbers(): Promise<Uint8Array> {
  const alignment = AlignmentType.LEFT
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, start = 1) => ({
    level: at,
    format,
    text,
    start,
    alignment,
  })
  const config = [
    { reference: 'punkter', levels: [level(0, LevelFormat.DECIMAL, '%1.', 45)] },
    { reference: 'bogstaver', levels: [level(0, LevelFormat.LOWER_LETTER, '%1)'), level(1, LevelFormat.LOWER_ROMAN, '%2.')] },
    { reference: 'tal', levels: [level(0, LevelFormat.DECIMAL, '%1.'), level(1, LevelFormat.BULLET, '•')] },
  ]
  const punkt = (text: string): Paragraph =>
    new Paragraph({ text, heading: HeadingLevel.HEADING_1, numbering: { reference: 'punkter', level: 0 } })
  const section = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2 })
  const item = (reference: string, at: number, text: string): Paragraph => new Paragraph({ text, numbering: { reference, level: at } })
  const children = [
    new Paragraph({ text: 'Referat af møde i Sundhedsudvalget', heading: HeadingLevel.TITLE }),
    plain('Vadby Kommune'),
    plain('Dato: 22. maj 2024 kl. 14:00-16:00'),
    plain('Sted: Sundhedshuset'),
    plain('Deltagere: Karen Lund (A), Jens Åby (V)'),
    plain('Afbud: Mia Holt (F)'),
    punkt('Godkendelse af dagsorden'),
    section('Beslutning'),
    plain('Godkendt.'),
    punkt('Forebyggelsespakke'),
    plain('Sagsnr. 29.09.00-A00-3-24'),
    section('Sagsfremstilling'),
    new Paragraph({ children: [new TextRun('Pakken har disse dele'), new FootnoteReferenceRun(1), new TextRun(':')] }),
    item('bogstaver', 0, 'Tobak'),
    item('bogstaver', 0, 'Alkohol'),
    item('bogstaver', 1, 'unge'),
    item('bogstaver', 1, 'ældre'),
    item('bogstaver', 0, 'Mental sundhed'),
    section('Indstilling'),
    plain('Forvaltningen indstiller, at'),
    item('tal', 0, 'pakken godkendes'),
    item('tal', 1, 'dog uden alkoholdelen'),
    plain('og i øvrigt'),
    item('tal', 0, 'at udgiften afholdes inden for rammen'),
    section('Beslutning'),
    plain('Godkendt.'),
    punkt('Lukket punkt: Klagesag'),
    plain('Hemmelig klager.'),
    punkt('Eventuelt'),
    section('Beslutning'),
    plain('Intet.'),
  ]
  const headers = { default: new Header({ children: [plain('Udkast – fortroligt indtil godkendt')] }) }
  const footers = {
    default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: ['Side ', PageNumber.CURRENT] })] })] }),
  }
  return pack(
    new Document({
      numbering: { config },
      footnotes: { 1: { children: [plain('Se notat af 3. maj.')] } },
      sections: [{ headers, footers, children }],
    }),
  )
}

/** No styles at all: bold paragraphs, tabulators, a table of those present, an agenda with page numbers. */
function withoutStyles(): Promise<Uint8Array> {
  const children = [
    new Paragraph({ children: [new TextRun({ text: 'BESLUTNINGSPROTOKOL', bold: true, size: 32 })] }),
    bold('Integrationsrådet'),
    tabbed('Dato:', 'Tirsdag den 30. april 2024'),
    tabbed('Tid:', '17.00 – 19.00'),
    tabbed('Sted:', 'Medborgerhuset'),
    plain(''),
    new Table({
      rows: [
        textRow('Medlem', 'Parti', 'Mødt'),
        textRow('Karen Lund', 'A', 'Ja'),
        textRow('Jens Åby', 'V', 'Nej'),
        textRow('Mia Holt', '', 'Ja'),
      ],
    }),
    bold('Dagsorden'),
    tabbed('1', 'Godkendelse af dagsorden', '2'),
    tabbed('2', 'Sprogcafé', '2'),
    tabbed('3', 'Eventuelt', '3'),
    bold('Punkt 1. Godkendelse af dagsorden'),
    plain('Beslutning: Godkendt.'),
    bold('Punkt 2. Sprogcafé'),
    bold('Baggrund'),
    plain('Caféen har haft 300 besøg.'),
    plain('- 200 voksne'),
    plain('- 100 børn'),
    bold('Økonomi'),
    new Table({ rows: [textRow('Post', 'Kr.'), textRow('Kaffe', '2.000'), textRow('Leje', '8.000')] }),
    tabbed('I alt', '10.000'),
    bold('Beslutning'),
    plain('Rådet tiltræder bevillingen.'),
    plain('Mia Holt erklærede sig inhabil og deltog ikke i behandlingen af punktet.'),
    bold('Punkt 3. Eventuelt'),
    plain('Intet at bemærke.'),
    plain('Underskrift:'),
    plain('Karen Lund ____________'),
  ]
  return pack(new Document({ sections: [{ children }] }))
}

/** All punkter in one table. */
function oneTable(): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: 'Referat – MED-udvalget Ældre', heading: HeadingLevel.HEADING_1 }),
    plain('Mandag den 4. marts 2024 kl. 13.00-15.00, Lokale 7'),
    plain('Deltagere: Ida Kær, Per Ask, Lone Beck'),
    plain('Fraværende: Bo Krag'),
    new Table({
      rows: [
        row([bold('Nr.')], [bold('Punkt')], [bold('Indhold')], [bold('Beslutning/referat')]),
        textRow('1', 'Godkendelse af referat', 'Referatet er udsendt.', 'Godkendt.'),
        row(
          [plain('2')],
          [plain('Sygefravær')],
          [plain('HR gennemgår tallene.'), plain('Fraværet er faldet 1,2 procentpoint.')],
          [plain('Taget til efterretning.'), plain('Punktet tages op igen i juni.')],
        ),
        textRow('3', 'Evt.', '', 'Intet.'),
      ],
    }),
  ]
  return pack(new Document({ sections: [{ children }] }))
}

/** A table of labels and texts for the head and for each punkt. */
function labelTables(): Promise<Uint8Array> {
  const table = (...rows: (readonly [label: string, ...text: string[]])[]): Table =>
    new Table({ rows: rows.map(([label, ...text]) => row([bold(label)], text.map(plain))) })
  const punkt = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2 })
  const children = [
    new Paragraph({ text: 'Beslutningsreferat', heading: HeadingLevel.HEADING_1 }),
    table(
      ['Mødeforum', 'Trafikudvalget'],
      ['Dato', 'Tirsdag den 6. februar 2024'],
      ['Tidspunkt', '14.00 - 15.30'],
      ['Sted', 'Mødelokale 9'],
      ['Deltagere', 'Karen Lund (A)', 'Jens Åby (V)'],
      ['Fraværende', 'Mia Holt (F)'],
      ['Referent', 'Thea Bro'],
    ),
    punkt('1. Godkendelse af dagsorden'),
    table(['Indstilling', 'Det indstilles, at dagsordenen godkendes.'], ['Beslutning', 'Godkendt.']),
    punkt('2. Cykelsti'),
    table(
      ['Sagsnr.', '05.01.02-P20-7-24'],
      ['Resumé', 'En sti ønskes.'],
      ['Sagsfremstilling', 'Første afsnit.', 'Andet afsnit.'],
      ['Indstilling', 'At stien anlægges.'],
      ['Beslutning', 'Udsat.', 'Sagen genoptages i marts.'],
    ),
    punkt('3. Personsag (lukket)'),
    table(['Beslutning', 'Hemmelig.']),
    punkt('4. Eventuelt'),
    table(['Beslutning', 'Intet.']),
  ]
  return pack(new Document({ sections: [{ children }] }))
}

/** Word files in layouts that municipalities use. */
export const DOCX_TRIALS: readonly Trial[] = [
  {
    name: 'automatiske-numre',
    format: 'docx',
    write: automaticNumbers,
    expected: {
      authority: 'vadby',
      udvalg: 'Sundhedsudvalget',
      date: '2024-05-22',
      start: '14:00',
      end: '16:00',
      place: 'Sundhedshuset',
      people: ['Karen Lund A', 'Jens Åby V', 'Mia Holt F afbud'],
      punkter: [
        '45|Godkendelse af dagsorden|approved|',
        '46|Forebyggelsespakke|approved|29.09.00-A00-3-24',
        '47|Klagesag|closed|',
        '48|Eventuelt|nothing|',
      ],
      keeps: ['a) Tobak', 'i. unge', 'c) Mental sundhed', 'Se notat af 3. maj.', '2. at udgiften'],
      drops: ['Hemmelig', 'Udkast'],
    },
  },
  {
    name: 'uden-typografier',
    format: 'docx',
    write: withoutStyles,
    expected: {
      udvalg: 'Integrationsrådet',
      date: '2024-04-30',
      start: '17:00',
      end: '19:00',
      place: 'Medborgerhuset',
      people: ['Karen Lund A', 'Jens Åby V fravær', 'Mia Holt'],
      punkter: ['1|Godkendelse af dagsorden|approved|', '2|Sprogcafé|approved|', '3|Eventuelt|*|'],
      absences: { 2: ['Mia Holt inhabil'] },
      keeps: ['| Leje | 8.000 |', '- 100 børn'],
    },
  },
  {
    name: 'i-en-tabel',
    format: 'docx',
    write: oneTable,
    expected: {
      udvalg: 'MED-udvalget Ældre',
      date: '2024-03-04',
      start: '13:00',
      end: '15:00',
      place: 'Lokale 7',
      people: ['Ida Kær', 'Per Ask', 'Lone Beck', 'Bo Krag fravær'],
      punkter: ['1|Godkendelse af referat|approved|', '2|Sygefravær|noted|', '3|Evt.|nothing|'],
      keeps: ['Fraværet er faldet 1,2 procentpoint.', 'Punktet tages op igen i juni.'],
    },
  },
  {
    name: 'etikettabeller',
    format: 'docx',
    write: labelTables,
    expected: {
      udvalg: 'Trafikudvalget',
      date: '2024-02-06',
      start: '14:00',
      end: '15:30',
      place: 'Mødelokale 9',
      clerk: 'Thea Bro',
      people: ['Karen Lund A', 'Jens Åby V', 'Mia Holt F fravær'],
      punkter: [
        '1|Godkendelse af dagsorden|approved|',
        '2|Cykelsti|postponed|05.01.02-P20-7-24',
        '3|Personsag|closed|',
        '4|Eventuelt|nothing|',
      ],
      keeps: ['Andet afsnit.', '## Resumé', 'Sagen genoptages i marts.'],
      drops: ['Hemmelig'],
    },
  },
]
