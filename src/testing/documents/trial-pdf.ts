import { finish, PDFDocument, type Pdf } from './pdf.ts'
import type { Trial } from './trial.ts'

/** A paragraph of several lines. */
const prose = (count: number): string =>
  `Forvaltningen har i ${count}. runde drøftet forslaget med foreningerne og de lokale råd, og der er generelt stor opbakning til en løsning, hvor driften samles på færre matrikler, mens aktiviteterne fortsat spredes ud over hele kommunen. Udgiften afholdes inden for rammen, og der følges op på sagen ved næste budgetopfølgning i efteråret.`

/** Writes on every page, outside its margins. */
function onEveryPage(pdf: Pdf, write: (index: number, count: number) => void): void {
  const { count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index)
    pdf.page.margins = { top: 0, bottom: 0, left: 0, right: 0 }
    write(index, count)
  }
}

const LONG_TITLE = 'Ny kvalitetsstandard for rengøring og personlig pleje i eget hjem til borgere over 65 år'

/** A title page of labels and values, an agenda without dots, a page for each punkt, a running head that names it. */
function pageForEach(): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 90, bottom: 70, left: 60, right: 60 },
    bufferPages: true,
    info: { Title: 'Referat' },
  })
  const running = ['']
  let current = ''
  pdf.on('pageAdded', () => running.push(current))
  const field = (label: string, value: string): void => {
    const { y } = pdf
    pdf.font('Helvetica-Bold').text(label, 60, y, { width: 120 })
    const below = pdf.y
    pdf.font('Helvetica').text(value, 190, y, { width: 320 })
    pdf.y = Math.max(below, pdf.y) + 4
  }
  pdf.font('Helvetica-Bold').fontSize(24).text('Referat', 60, 120)
  pdf.fontSize(16).text('Ældre- og Handicapudvalget').moveDown().fontSize(10)
  field('Mødedato:', '14. november 2023')
  field('Mødelokale:', 'Mødelokale B')
  field('Starttidspunkt:', '15:00')
  field('Sluttidspunkt:', '17:10')
  field(
    'Medlemmer:',
    'Karen Lund (A) (Formand), Jens Åby (V) (Næstformand), Mia Holt (F), Ib Dam (Ø) (Afbud), Sanne Vest (C), Ole Friis (B)',
  )
  field('Fraværende:', 'Ib Dam (Ø)')
  pdf.addPage()
  pdf.font('Helvetica-Bold').fontSize(14).text('Indholdsfortegnelse', 60).font('Helvetica').fontSize(10)
  const punkter = [
    [87, 'Godkendelse af dagsorden', '00.01.00-P35-9-23'],
    [88, LONG_TITLE, '27.36.00-P23-4-23'],
    [89, 'Orientering om ventelister', '27.42.00-A00-1-23'],
    [90, 'Fortrolig sag', ''],
    [91, 'Meddelelser', '00.01.00-P35-9-23'],
  ] as const
  punkter.forEach(([number, title], index) => {
    const { y } = pdf
    pdf.text(`${number}.`, 60, y, { width: 30 })
    pdf.text(title, 90, y, { width: 380 })
    const below = pdf.y
    pdf.text(String(index + 3), 500, y, { width: 30, align: 'right' })
    pdf.y = below + 4
  })
  const section = (heading: string, ...paragraphs: string[]): void => {
    pdf.moveDown().font('Helvetica-Bold').fontSize(11).text(heading, 60).font('Helvetica').fontSize(10)
    for (const paragraph of paragraphs) pdf.moveDown(0.4).text(paragraph, 60)
  }
  for (const [number, title, sagsnummer] of punkter) {
    current = `Punkt ${number}: ${title}`.slice(0, 60)
    pdf.addPage()
    pdf
      .font('Helvetica-Bold')
      .fontSize(14)
      .text(`${number}. ${title}${number === 90 ? ' (Lukket)' : ''}`, 60)
      .fontSize(10)
      .font('Helvetica')
    if (number === 90) {
      section('Beslutning', 'Hemmelig.')
      continue
    }
    pdf.moveDown().text(sagsnummer)
    if (number === 88) {
      section('Resume', 'Udvalget skal godkende en ny standard.')
      section('Sagsfremstilling', ...[1, 2, 3, 4, 5, 6, 7, 8].map(prose))
      section('Indstilling', 'Direktøren indstiller,', '1. at standarden godkendes,', '2. at standarden sendes i høring i Ældrerådet.')
      section('Beslutning', 'Ad 1. Godkendt.', 'Ad 2. Sendes i høring.')
      section('Bilag', 'Kvalitetsstandard 2024.pdf', 'Høringsliste.pdf')
    } else if (number === 91) {
      section('1. Formanden', 'Formanden orienterede om besøg.')
      section('2. Direktøren', 'Intet nyt.')
      section('Beslutning', 'Orienteringen blev taget til efterretning.')
    } else section('Beslutning', number === 89 ? 'Taget til efterretning.' : 'Godkendt.')
  }
  onEveryPage(pdf, (index, count) => {
    pdf.font('Helvetica').fontSize(8)
    if (index > 0) {
      pdf.text('Ældre- og Handicapudvalget', 60, 30, { lineBreak: false })
      pdf.text('14-11-2023', 480, 30, { lineBreak: false })
      pdf.text(running[index] ?? '', 60, 42, { lineBreak: false })
    }
    pdf.text(`${index + 1}/${count}`, 290, 810, { lineBreak: false })
  })
  return finish(pdf)
}

/** Set in two columns, which break in the middle of a paragraph. */
function twoColumns(): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 50 })
  pdf.font('Helvetica-Bold').fontSize(20).text('Referat fra møde i Landsbyrådet', 50)
  pdf.font('Helvetica').fontSize(10).text('Dato: tirsdag den 16. april 2024 kl. 19.00-21.00').text('Sted: Forsamlingshuset')
  pdf.text('Til stede: Ida Kær, Per Ask, Lone Beck').text('Afbud: Bo Krag').moveDown()
  const top = pdf.y
  let column = 0
  const put = (text: string, font: string, size: number): void => {
    const width = { width: 235 }
    if (pdf.font(font).fontSize(size).y + pdf.heightOfString(text, width) > 420) {
      if (column === 1) pdf.addPage()
      else pdf.y = top
      column = 1 - column
    }
    pdf.text(text, column === 0 ? 50 : 310, pdf.y, width).y += 6
  }
  const punkter: readonly (readonly [title: string, text: readonly string[], decision: string])[] = [
    ['1. Godkendelse af dagsorden', [], 'Dagsordenen blev godkendt.'],
    ['2. Trafik gennem byen', [prose(1), prose(2)], 'Rådet besluttede at søge om fartdæmpning.'],
    ['3. Fælles grønne arealer', [prose(3), prose(4)], 'Udsat til næste møde.'],
    ['4. Økonomi', [prose(5)], 'Godkendt.'],
    ['5. Eventuelt', [], 'Intet.'],
  ]
  for (const [title, text, decision] of punkter) {
    put(title, 'Helvetica-Bold', 12)
    for (const paragraph of text) put(paragraph, 'Helvetica', 10)
    put('Beslutning:', 'Helvetica-Bold', 10)
    put(decision, 'Helvetica', 10)
  }
  return finish(pdf)
}

/** Set in Times and justified, with a table whose cells run over lines, and a foot for the chair's initials. */
function justified(): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margins: { top: 80, bottom: 80, left: 70, right: 70 }, bufferPages: true })
  pdf
    .font('Times-Bold')
    .fontSize(15)
    .text('Vadby Kommune', 70)
    .moveDown(0.5)
    .text('Referat')
    .moveDown(0.3)
    .text('Klima- og Forsyningsudvalget')
    .moveDown()
  pdf.font('Times-Roman').fontSize(11).text('Møde den 7. marts 2022 kl. 16:00 i mødelokale 4').moveDown()
  pdf.text('Deltagere: Karen Lund, Jens Åby, Mia Holt og Ib Dam').text('Afbud: Sanne Vest').moveDown()
  const punkt = (title: string, sagsnummer: string): void => {
    pdf.moveDown().font('Times-Bold').fontSize(12).text(title, 70)
    pdf.font('Times-Roman').fontSize(11).text(`Sagsnr.: ${sagsnummer}`, 70).moveDown(0.5)
  }
  const label = (text: string): void => {
    pdf.moveDown(0.5).font('Times-Bold').fontSize(11).text(text, 70).font('Times-Roman')
  }
  punkt('12. Varmeplan 2022', '13.03.01-P15-1-22')
  label('Sagsfremstilling:')
  for (let count = 1; count <= 9; count += 1) pdf.text(prose(count), 70, pdf.y, { align: 'justify' }).moveDown(0.4)
  pdf.text('Udgifterne er fordelt sådan:').moveDown(0.5)
  const widths = [130, 120, 60, 60]
  const rows = [
    ['Indsats', 'Ansvarlig', '2022', '2023'],
    ['Konvertering af gas til fjernvarme i Vestby', 'Teknik og Miljø', '1.200', '2.400'],
    ['Information', 'Sekretariatet', '100', '50'],
    ['I alt', '', '1.300', '2.450'],
  ]
  for (const cells of rows) {
    const { y } = pdf
    let below = y
    cells.forEach((cell, at) => {
      pdf.text(cell, [70, 220, 350, 420][at], y, { width: widths[at], align: at > 1 ? 'right' : 'left' })
      below = Math.max(below, pdf.y)
    })
    pdf.y = below + 5
  }
  label('Indstilling:')
  pdf.text('Forvaltningen indstiller, at varmeplanen sendes i høring.', 70)
  label('Beslutning:')
  pdf.text('Indstillingen godkendt. Høringsperioden fastsættes til 8 uger.', 70)
  punkt('13. Affaldsgebyrer', '07.00.01-S55-3-22')
  label('Beslutning:')
  pdf.text('Udvalget indstiller til Byrådet, at gebyrerne godkendes.', 70)
  punkt('14. Eventuelt', '00.01.00-P35-2-22')
  label('Beslutning:')
  pdf.text('Ingen bemærkninger.', 70).moveDown(2).text('Mødet sluttede kl. 17.45', 70)
  onEveryPage(pdf, (index) => {
    pdf.font('Times-Roman').fontSize(9).text('Klima- og Forsyningsudvalget den 7. marts 2022', 70, 40, { lineBreak: false })
    pdf.text('Formandens initialer: ________', 70, 800, { lineBreak: false }).text(`Side ${index + 1}`, 480, 800, { lineBreak: false })
  })
  return finish(pdf)
}

/** All punkter in one table without rules. */
function oneTable(): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 50 })
  pdf.font('Helvetica-Bold').fontSize(16).text('Menighedsrådsmøde i Søby Sogn', 50).moveDown(0.5).font('Helvetica').fontSize(10)
  pdf.text('Referat').text('Torsdag den 13. juni 2024 kl. 18.30 i Præstegården').text('Fraværende: Mia Holt').moveDown()
  const rows: readonly (readonly [string, string])[] = [
    ['Dagsorden', 'Referat'],
    ['1. Godkendelse af dagsorden', 'Godkendt.'],
    [
      '2. Renovering af kirkegårdens diger. Tilbud er vedlagt.',
      'Rådet godkendte tilbuddet fra murermesteren på 120.000 kr., og arbejdet går i gang efter høst.',
    ],
    ['3. Konfirmander', 'Præsten orienterede.'],
    ['4. Eventuelt', 'Intet.'],
  ]
  rows.forEach(([punkt, text], index) => {
    const { y } = pdf.font(index === 0 ? 'Helvetica-Bold' : 'Helvetica')
    pdf.text(punkt, 50, y, { width: 200 })
    const below = pdf.y
    pdf.text(text, 280, y, { width: 250 }).y = Math.max(below, pdf.y) + 10
  })
  return finish(pdf)
}

/** PDFs in layouts that municipalities use. */
export const PDF_TRIALS: readonly Trial[] = [
  {
    name: 'side-for-hvert-punkt',
    format: 'pdf',
    write: pageForEach,
    expected: {
      udvalg: 'Ældre- og Handicapudvalget',
      date: '2023-11-14',
      start: '15:00',
      end: '17:10',
      place: 'Mødelokale B',
      people: ['Karen Lund A Formand', 'Jens Åby V Næstformand', 'Mia Holt F', 'Ib Dam Ø afbud', 'Sanne Vest C', 'Ole Friis B'],
      punkter: [
        '87|Godkendelse af dagsorden|approved|00.01.00-P35-9-23',
        `88|${LONG_TITLE}|approved|27.36.00-P23-4-23`,
        '89|Orientering om ventelister|noted|27.42.00-A00-1-23',
        '90|Fortrolig sag|closed|',
        '91|Meddelelser|noted|00.01.00-P35-9-23',
      ],
      keeps: [prose(3), prose(8), '2. at standarden sendes i høring', 'Formanden orienterede om besøg.'],
      drops: ['14-11-2023', 'Punkt 88', 'Hemmelig'],
    },
  },
  {
    name: 'to-spalter',
    format: 'pdf',
    write: twoColumns,
    expected: {
      udvalg: 'Landsbyrådet',
      date: '2024-04-16',
      start: '19:00',
      end: '21:00',
      place: 'Forsamlingshuset',
      people: ['Ida Kær', 'Per Ask', 'Lone Beck', 'Bo Krag afbud'],
      punkter: [
        '1|Godkendelse af dagsorden|approved|',
        '2|Trafik gennem byen|*|',
        '3|Fælles grønne arealer|postponed|',
        '4|Økonomi|approved|',
        '5|Eventuelt|nothing|',
      ],
      keeps: [1, 2, 3, 4, 5].map(prose),
    },
  },
  {
    name: 'lige-marginer',
    format: 'pdf',
    write: justified,
    expected: {
      authority: 'vadby',
      udvalg: 'Klima- og Forsyningsudvalget',
      date: '2022-03-07',
      start: '16:00',
      end: '17:45',
      place: 'mødelokale 4',
      people: ['Karen Lund', 'Jens Åby', 'Mia Holt', 'Ib Dam', 'Sanne Vest afbud'],
      punkter: [
        '12|Varmeplan 2022|approved|13.03.01-P15-1-22',
        '13|Affaldsgebyrer|recommended|07.00.01-S55-3-22',
        '14|Eventuelt|nothing|00.01.00-P35-2-22',
      ],
      keeps: [
        ...[1, 5, 9].map(prose),
        '| Konvertering af gas til fjernvarme i Vestby | Teknik og Miljø | 1.200 | 2.400 |',
        '| I alt | | 1.300 | 2.450 |',
      ],
      drops: ['initialer'],
    },
  },
  {
    name: 'tabel-uden-streger',
    format: 'pdf',
    write: oneTable,
    expected: {
      udvalg: 'Menighedsråd i Søby Sogn',
      date: '2024-06-13',
      start: '18:30',
      place: 'Præstegården',
      people: ['Mia Holt fravær'],
      punkter: ['1|Godkendelse af dagsorden|approved|', '2|*|approved|', '3|Konfirmander|informed|', '4|Eventuelt|nothing|'],
      keeps: ['arbejdet går i gang efter høst', 'Tilbud er vedlagt'],
    },
  },
]
