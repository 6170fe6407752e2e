import { describe, expect, test } from 'vitest'
import { sourceFile } from '../../source/content-tree.ts'
import { readFrontmatter } from '../../source/frontmatter.ts'
import type { Punkt } from '../punkt.ts'
import { readPunkt } from './punkt.ts'

function read(head: string, body = '', fileName = '07-fjernprint.md'): Punkt {
  const frontmatter = readFrontmatter(sourceFile(`a/b/2026-03-03/${fileName}`, `---\n${head}\n---\n${body}`))
  return readPunkt(frontmatter, {
    meeting: 'a/b/2026-03-03',
    digest: 'd',
    fileName,
    formats: ['sbsys'],
    bytesOf: (file) => (file === 'bilag/plan.pdf' ? 9 : undefined),
  }).value
}

const OPEN = 'titel: Fjernprint\nadgang: åben'

describe('number and address', () => {
  test('the file gives them where the head does not', () => {
    expect(read(OPEN)).toMatchObject({ number: '7', order: 7, id: 'a/b/2026-03-03/punkt-7' })
    expect(read(`${OPEN}\nnummer: 5A`)).toMatchObject({ number: '5A', order: 7, id: 'a/b/2026-03-03/punkt-5a' })
  })

  test('a number without letters or digits still has an address', () => {
    expect(read(`${OPEN}\nnummer: "–"`).id).toBe('a/b/2026-03-03/punkt-07')
  })

  test('a missing title is taken from the file name', () => {
    expect(read('adgang: åben').title).toBe('fjernprint')
  })
})

describe('decision', () => {
  test('the clerk’s word wins over the text', () => {
    expect(read(`${OPEN}\nbeslutning: [drøftet, udsat]`, '## Beslutning\n\nGodkendt.').beslutning).toEqual({
      outcomes: ['discussed', 'postponed'],
      status: 'decided',
      derived: false,
      text: 'Godkendt.',
    })
  })

  test('else it is read from the text, and marked as read', () => {
    expect(read(OPEN, '## Beslutning\n\nTaget til efterretning.').beslutning).toMatchObject({ outcomes: ['noted'], derived: true })
  })

  test('a decision given twice is told once', () => {
    expect(read(OPEN, '## Beslutning\n\nGodkendt.\n\n## Åben beslutning\n\nGodkendt.').beslutning.text).toBe('Godkendt.')
  })

  test('none is missing', () => {
    expect(read(OPEN, '## Resumé\n\nEn printer.').beslutning).toEqual({ outcomes: [], status: 'missing', derived: false, text: '' })
  })

  test('an earlier body’s decision is not this one’s', () => {
    const punkt = read(OPEN, '## Beslutning fra Direktionen, den 10. december 2025, punkt 3\n\nAnbefales.\n\n## Beslutning\n\nGodkendt.')
    expect(punkt.beslutning.outcomes).toEqual(['approved'])
    expect(punkt.references).toMatchObject([{ udvalg: 'Direktionen', dato: '2025-12-10', punkt: '3', origin: 'text', line: 5 }])
  })
})

describe('references', () => {
  test('stand where they stand in the file', () => {
    const { references } = read(
      `${OPEN}\ntidligere:\n  - { udvalg: Direktionen, dato: 2025-12-10, punkt: 3 }`,
      '\n## Sagsgang\n\nSagen var på\nmødet: Beslutning fra Byrådet, den 3. marts 2025, punkt 2',
    )
    expect(references).toMatchObject([
      { udvalg: 'Direktionen', origin: 'frontmatter', line: 5, column: 5 },
      { udvalg: 'Byrådet', origin: 'text', line: 11 },
    ])
  })
})

describe('attachments', () => {
  test('a file is open only where the clerk says so', () => {
    const { bilag } = read(
      `${OPEN}\nbilag:\n  - { titel: A, fil: bilag/plan.pdf, adgang: åben }\n  - { titel: B, fil: bilag/plan.pdf }\n  - { titel: C, fil: bilag/plan.pdf, adgang: lukket }\n  - { titel: D }\n  - { titel: E, adgang: lukket }`,
    )
    expect(bilag.map(({ title, open, bytes }) => [title, open, bytes])).toEqual([
      ['A', true, 9],
      ['B', false, 9],
      ['C', false, 9],
      ['D', true, undefined],
      ['E', false, undefined],
    ])
  })
})

describe('a closed punkt', () => {
  const HEAD =
    'titel: Køb\nadgang: lukket\nhjemmel: § 10\nsagsnummer: 82.02.00-G10-7-25\ntidligere: [{ udvalg: Hemmeligt, dato: 2025-01-07 }]\nvidere til: Hemmeligt\nbilag: [{ titel: Hemmeligt, adgang: åben }]\nfraværende: [{ navn: Hemmeligt, grund: inhabil }]\nafstemning: { for: { medlemmer: [Hemmeligt] } }'
  const BODY = 'Hemmeligt\n\n## Resumé\n\nHemmeligt\n\n## Åben beslutning\n\nGodkendt.\n\n## Beslutning\n\nHemmeligt'

  test('gives nothing but its title, numbers, ground and open decision', () => {
    const punkt = read(HEAD, BODY)
    expect(punkt).toMatchObject({ closed: true, title: 'Køb', legalGround: '§ 10', beslutning: { status: 'closed', text: 'Godkendt.' } })
    expect(JSON.stringify(punkt)).not.toContain('Hemmeligt')
  })

  test.each([
    'adgang: aben',
    'adgang: Åben',
    'adgang: [åben]',
    'adgang:',
    'åben: ja',
    'adgang: åben\nadgang: åben',
    'adgang: åben\nsted: "',
    'adgang: åben\nsted: *x',
  ])('everything that is not plainly open is closed: %j', (adgang) => {
    const punkt = read(`titel: Køb\n${adgang}`, BODY)
    expect(punkt.closed).toBe(true)
    expect(JSON.stringify(punkt)).not.toContain('Hemmeligt')
  })

  test('a head that is never ended, or begun twice', () => {
    for (const text of [
      `---\ntitel: Køb\nadgang: åben\n${BODY}`,
      `---\ntitel: A\nadgang: åben\n---\n---\ntitel: B\nadgang: lukket\n---\n${BODY}`,
    ]) {
      const frontmatter = readFrontmatter(sourceFile('a.md', text))
      const { value } = readPunkt(frontmatter, { meeting: 'm', digest: 'd', fileName: '01-a.md', formats: [], bytesOf: () => undefined })
      expect(value.closed).toBe(true)
      expect(JSON.stringify(value)).not.toContain('Hemmeligt')
    }
  })
})
