import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SECTION_LABELS, SECTION_NAMES, type SectionKey, sectionKeyOf } from './section.ts'

const LABELS = Object.entries(SECTION_LABELS).flatMap(([key, labels]) => labels.map((label) => [label, key] as const))

describe('sectionKeyOf', () => {
  test('knows every label, however it is cased, accented, marked up or ended', () => {
    const dress = fc.constantFrom<(label: string) => string>(
      (label) => label,
      (label) => label.toUpperCase(),
      (label) => label.normalize('NFD'),
      (label) => `**${label}:**`,
      (label) => `### ${label}`,
      (label) => `  ${label} : `,
      (label) => label.replaceAll(' ', '\u00a0'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...LABELS), dress, ([label, key], write) => {
        expect(sectionKeyOf(write(label))).toBe(key)
      }),
      { numRuns: 500 },
    )
  })

  test.each<[string, SectionKey]>([
    ['Chef for Digitalisering & IT indstiller,', 'recommendation'],
    ['Center for Politik og Organisation indstiller, at', 'recommendation'],
    ['Økonomiudvalget indstiller til Byrådet, at', 'recommendation'],
    ['Beslutning fra Styregruppen for IT-sikkerhed, den 22. august 2025, punkt 2:', 'earlier-decision'],
    ['### **Beslutning fra Direktionen, den 10. december 2025, punkt 3:**', 'earlier-decision'],
    ['Økonomiudvalget, 10. september 2019, pkt. 65', 'earlier-decision'],
    ['Beslutning i Økonomiudvalget den 3. marts 2024', 'decision'],
    ['Beslutning Økonomiudvalget den 03-03-2024', 'decision'],
    ['Byrådets beslutning i mødet den 3. marts 2024', 'decision'],
    ['Indledning / Baggrund', 'background'],
    ['Resume', 'summary'],
  ])('%j is %s', (heading, key) => {
    expect(sectionKeyOf(heading)).toBe(key)
  })

  test('an unknown heading has no key', () => {
    for (const heading of [
      '',
      'Princippernes format',
      'Den videre proces',
      'Beslutning om indkøb',
      'Bilagsoversigt',
      'Vi indstiller, at planen godkendes',
      'Beslutninger fra i går',
      '###',
      '**',
    ]) {
      expect(sectionKeyOf(heading), heading).toBeUndefined()
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (heading) => sectionKeyOf(`x${heading}x`) === undefined))
  })

  test('every key has a Danish name, and the name of a section is one of its labels', () => {
    for (const [key, labels] of Object.entries(SECTION_LABELS)) expect(labels).toContain(SECTION_NAMES[key as SectionKey])
  })
})
