import { readFileSync } from 'node:fs'
import { Document, FootnoteReferenceRun, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import { describe, expect, test } from 'vitest'
import type { PdfLine, PdfPage } from '../../documents/pdf.ts'
import { importDocuments } from '../import.ts'
import { readPdfPages } from './pdf.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

async function filesOf(name: string, bytes: Uint8Array): Promise<{ text: (path: string) => string; all: string; exitCode: number }> {
  const { files, exitCode, ...rest } = await importDocuments([{ path: name, bytes }], { authority: 'vadby' }, new Map())
  const find = (path: string): string => files.find((file) => file.path.endsWith(path))?.text ?? ''
  return { text: find, all: JSON.stringify({ files, rest }), exitCode }
}

/** Printed lines of a page, from the top down, 14 points apart, its number at the foot; the pieces of a row with their places. */
function page(number: number, rows: readonly (string | readonly (readonly [number, string])[])[]): PdfPage {
  const lines = rows.flatMap((row, index): PdfLine[] => {
    const parts = typeof row === 'string' ? [[60, row] as const] : row
    const pieces = parts.map(([x, text]) => ({ text, x, right: x + text.length * 5 }))
    const words = pieces.map(({ text }) => text).join(' ')
    const [x = 0] = pieces.map((piece) => piece.x)
    const right = Math.max(...pieces.map((piece) => piece.right))
    return words === ''
      ? []
      : [
          {
            page: number,
            text: words,
            pieces,
            x,
            right,
            y: words.startsWith('Side ') ? 40 : 800 - index * 14,
            size: 10,
            bold: false,
            turned: false,
          },
        ]
  })
  return { number, width: 595, height: 842, lines }
}

describe('printed pages', () => {
  const long = 'Udvalget drøftede sagen og lagde vægt på at de nye regler bliver fulgt i hele kommu-'
  const source = readPdfPages([
    page(1, [
      'Havneudvalget 3. april 2024',
      '',
      '',
      long,
      'nens område og på havnen, hvor der er plads til både gæster og faste lejere, og hvor',
      '',
      '',
      '',
      '',
      '',
      '',
      'Side 1 af 3',
    ]),
    page(2, [
      'Havneudvalget 3. april 2024',
      '',
      '',
      'broerne trænger til maling.',
      '',
      '',
      'Del',
      [
        [60, 'Mole'],
        [200, '100'],
        [300, '200'],
      ],
      [
        [60, 'Kaj'],
        [200, '50'],
        [300, '75'],
      ],
      '',
      'Side 2 af 3',
    ]),
    page(3, ['Havneudvalget 3. april 2024', '', '', '• et punkt', '• et andet', '', '', '', '', '', 'Side 3 af 3']),
  ])
  const { lines, leftOut } = source.document

  test('a paragraph is whole over lines and pages, and its broken words are joined', () => {
    expect(lines[0]?.text).toBe(
      'Udvalget drøftede sagen og lagde vægt på at de nye regler bliver fulgt i hele kommunens område og på havnen, hvor der er plads til både gæster og faste lejere, og hvor broerne trænger til maling.',
    )
  })

  test('running heads and page numbers are left out', () => {
    expect(new Set(leftOut.map(({ reason }) => reason))).toEqual(new Set(['sidehoved eller sidefod']))
    expect(leftOut).toHaveLength(6)
  })

  test('columns are cells, bullets are list items', () => {
    expect(lines.flatMap(({ cells }) => (cells ? [cells] : []))).toEqual([
      ['Mole', '100', '200'],
      ['Kaj', '50', '75'],
    ])
    expect(lines.filter(({ marker }) => marker === '-').map(({ text }) => text)).toEqual(['et punkt', 'et andet'])
  })
})

describe('a saved page of nested boxes', async () => {
  const { text, all, exitCode } = await filesOf('webside.html', fixture('webside.htm'))

  test('the minutes are read, with attendance from a table', () => {
    expect(exitCode).toBe(0)
    expect(text('2024-06-06/index.md')).toContain('{ navn: Bent Dahl, parti: V, fremmøde: afbud }')
    expect(text('index.md')).not.toContain('CVR')
  })

  test('nested lists, links and paragraphs parted by empty lines stay', () => {
    const body = text('02-kvalitetsstandarder-2024.md')
    expect(body).toContain('- Bad\n  - to gange om ugen')
    expect(body).toContain('[standarderne](https://vadby.example/standarder) og bilaget.')
    expect(body).toContain('standarderne.\n\nDe vigtigste')
  })

  test('navigation, cookies and the closed punkt are nowhere', () => {
    expect(text('01-godkendelse-af-dagsorden.md') + text('04-orientering.md')).not.toMatch(/toppen|cookie|kontakt/i)
    expect(all).not.toContain('Hemmelig')
  })
})

describe('a page that Word has saved', async () => {
  const { text, all } = await filesOf('word.htm', fixture('word-webside.htm'))

  test('typed numbers and bullets, and a head that ends in a full stop after a closed punkt', () => {
    expect(text('02-tilgaengelighed-paa-stationen.md')).toContain('- Elevatoren er ude af drift\n- Skiltningen mangler')
    expect(text('04-evt.md')).toContain('Intet.')
    expect(text('2024-09-10/index.md')).toContain('sted: Rådhuset')
    expect(all).not.toContain('Hemmelig')
  })
})

describe('an SBSYS export in the old character set', async () => {
  const { text, all } = await filesOf('sbsys.xml', fixture('sbsys-latin1.xml'))

  test('sections by element, attribute and escaped markup; a vote; attachments that may be published', () => {
    const body = text('01-budgetopfoelgning.md')
    expect(body.match(/^## .*/gm)).toEqual([
      '## Resumé',
      '## Økonomiske konsekvenser',
      '## Beslutning i Kommunalbestyrelsen den 25. juni 2024',
    ])
    expect(body).toContain('- Drift\n- Anlæg')
    expect(body).toContain('{ titel: Opfølgning.pdf, adgang: åben }')
    expect(all).not.toMatch(/Hemmelig|Løn pr/)
  })
})

describe('a Word file without styles', async () => {
  const bold = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, bold: true })] })
  const numbered = (text: string): Paragraph =>
    new Paragraph({ numbering: { reference: 'punkter', level: 0 }, children: [new TextRun({ text, bold: true })] })
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('Hemmelig note.')] }, 2: { children: [new Paragraph('Beregnet i 2024-priser.')] } },
    numbering: { config: [{ reference: 'punkter', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }] },
    sections: [
      {
        children: [
          bold('Referat – Styregruppen for Velfærdsteknologi'),
          new Paragraph('Dato: 11. juni 2024 kl. 9.00-11.00'),
          numbered('Godkendelse af dagsorden'),
          new Paragraph('Godkendt uden bemærkninger.'),
          numbered('Lukket: Leverandørsag'),
          new Paragraph({ children: [new TextRun('Hemmelig leverandør.'), new FootnoteReferenceRun(1)] }),
          numbered('Status'),
          bold('Baggrund'),
          new Paragraph({ children: [new TextRun('Det koster 3 mio. kr.'), new FootnoteReferenceRun(2)] }),
          bold('Beslutning:'),
          new Paragraph('Taget til efterretning.'),
        ],
      },
    ],
  })
  const { text, all, exitCode } = await filesOf('referat.docx', new Uint8Array(await Packer.toBuffer(document)))

  test('headings that Word numbers in a list each go on counting', () => {
    expect(exitCode).toBe(0)
    expect(
      [text('01-godkendelse-af-dagsorden.md'), text('02-leverandoersag.md'), text('03-status.md')].map(
        (file) => /nummer: (\d)/.exec(file)?.[1],
      ),
    ).toEqual(['1', '2', '3'])
  })

  test('a footnote stands by its paragraph; that of a closed punkt nowhere', () => {
    expect(text('03-status.md')).toMatch(/3 mio\. kr\.\[2\]\n\n\[2\] Beregnet i 2024-priser\./)
    expect(all).not.toContain('Hemmelig')
  })
})
