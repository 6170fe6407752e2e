import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate } from './dato.ts'
import { findReferences } from './reference.ts'

describe('findReferences', () => {
  test.each<[string, { udvalg: string; dato: string; punkt?: string; label: string }]>([
    [
      'Beslutning fra Styregruppen for IT-sikkerhed, den 22. august 2025, punkt 2:',
      {
        udvalg: 'Styregruppen for IT-sikkerhed',
        dato: '2025-08-22',
        punkt: '2',
        label: 'Styregruppen for IT-sikkerhed, den 22. august 2025, punkt 2',
      },
    ],
    [
      'Teknologiudvalget den 6. december 2023 Punkt 4',
      { udvalg: 'Teknologiudvalget', dato: '2023-12-06', punkt: '4', label: 'Teknologiudvalget den 6. december 2023 Punkt 4' },
    ],
    [
      'Økonomiudvalget, 10. september 2019, pkt. 65: Anbefales',
      { udvalg: 'Økonomiudvalget', dato: '2019-09-10', punkt: '65', label: 'Økonomiudvalget, 10. september 2019, pkt. 65' },
    ],
    [
      '### Beslutning fra Direktionen, den 10. december 2025, punkt 3',
      { udvalg: 'Direktionen', dato: '2025-12-10', punkt: '3', label: 'Direktionen, den 10. december 2025, punkt 3' },
    ],
    [
      '**Beslutning fra Direktionen, d. 10-12-2025, punkt 5a**',
      { udvalg: 'Direktionen', dato: '2025-12-10', punkt: '5a', label: 'Direktionen, d. 10-12-2025, punkt 5a' },
    ],
    [
      '- Børne- og Skoleudvalget den 3. marts 2024, punkt 7',
      { udvalg: 'Børne- og Skoleudvalget', dato: '2024-03-03', punkt: '7', label: 'Børne- og Skoleudvalget den 3. marts 2024, punkt 7' },
    ],
    [
      'Udvalget for børn, unge og familie den 3. marts 2024, pkt. 7',
      {
        udvalg: 'Udvalget for børn, unge og familie',
        dato: '2024-03-03',
        punkt: '7',
        label: 'Udvalget for børn, unge og familie den 3. marts 2024, pkt. 7',
      },
    ],
    [
      'Teknik-, Miljø- og Klimaudvalget, den 3. marts 2024, punkt 7',
      {
        udvalg: 'Teknik-, Miljø- og Klimaudvalget',
        dato: '2024-03-03',
        punkt: '7',
        label: 'Teknik-, Miljø- og Klimaudvalget, den 3. marts 2024, punkt 7',
      },
    ],
    [
      'Sagen blev behandlet i Økonomiudvalget den 24. januar 2023, punkt 5.',
      { udvalg: 'Økonomiudvalget', dato: '2023-01-24', punkt: '5', label: 'Økonomiudvalget den 24. januar 2023, punkt 5' },
    ],
    [
      'Planen blev drøftet i Byrådet på mødet den 24. januar 2023.',
      { udvalg: 'Byrådet', dato: '2023-01-24', label: 'Byrådet på mødet den 24. januar 2023' },
    ],
    [
      'Økonomiudvalget den 24. januar 2023',
      { udvalg: 'Økonomiudvalget', dato: '2023-01-24', label: 'Økonomiudvalget den 24. januar 2023' },
    ],
  ])('%j', (text, reference) => {
    const [found, ...more] = findReferences(text)
    expect(more).toEqual([])
    const { start, end, ...rest } = found ?? { start: 0, end: 0 }
    expect(rest).toEqual(reference)
    expect(text.slice(start, end)).toBe(reference.label)
  })

  test('finds one after the other', () => {
    const text = 'Økonomiudvalget, 10. september 2019, pkt. 65: Anbefales\n\nByrådet, 24. september 2019, pkt. 12: Godkendt'
    expect(findReferences(text).map(({ udvalg, punkt }) => [udvalg, punkt])).toEqual([
      ['Økonomiudvalget', '65'],
      ['Byrådet', '12'],
    ])
  })

  test('dates in prose and days that do not exist are no references', () => {
    for (const text of [
      'Loven trådte i kraft den 1. juli 2025.',
      'Økonomiudvalget har den 24. januar 2023 godkendt en plan.',
      'Referat fra mødet den 10. februar 2023',
      'Beslutning fra Direktionen, den 31. februar 2025, punkt 3',
      'Startsiden blev den 9. januar 2024 erstattet.',
      'I perioden 1.1.2007 til 22.2.2022 er data afleveret.',
      'Møde den 3. maj 2025, punkt 2',
    ]) {
      expect(findReferences(text), text).toEqual([])
    }
  })

  test('a well-formed reference is found whole in any surroundings of lines', () => {
    const body = fc.constantFrom(
      'Økonomiudvalget',
      'Styregruppen for IT-sikkerhed',
      'Direktionen',
      'Børne- og Skoleudvalget',
      'Ældrerådet',
      'Hoved-MED',
    )
    const line = fc.constantFrom('', 'Godkendt.', 'Sagen blev drøftet den 3. maj 2025.', '85.15.02K07-1-25', '- punkt 4')
    fc.assert(
      fc.property(body, fc.integer({ min: 1, max: 999 }), line, line, (udvalg, punkt, before, after) => {
        const label = `${udvalg}, den ${formatDate('2025-08-22')}, punkt ${punkt}`
        const text = `${before}\nBeslutning fra ${label}:\n${after}`
        expect(findReferences(text)).toEqual([
          {
            udvalg,
            dato: '2025-08-22',
            punkt: String(punkt),
            start: text.indexOf(label),
            end: text.indexOf(label) + label.length,
            label: label.replace('\u00a0', ' '),
          },
        ])
      }),
    )
  })

  test('offsets hold and never overlap, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('Byrådet', ', den 3. maj 2025', ', punkt 4', '\n', ' ', 'Beslutning fra ', 'i ', '**'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { udvalg, start, end } of findReferences(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(udvalg).not.toBe('')
          last = end
        }
      }),
    )
  })
})
