import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Head, Stretch } from './head.ts'
import { simpleHead } from './simple-head.ts'
import { yamlHead } from './yaml-head.ts'

test('the heads that most punkter have are simple', () => {
  expect(simpleHead('\ntitel: Ny cykelsti (Møllevej) – 2. behandling\nsagsnummer: 05.05.00-P20-4-25\nadgang: åben\n')?.data).toEqual({
    titel: 'Ny cykelsti (Møllevej) – 2. behandling',
    sagsnummer: '05.05.00-P20-4-25',
    adgang: 'åben',
  })
  expect(simpleHead(`titel: "Plan: del 2"\nvidere til: 'Byrådet'`)?.data).toEqual({ titel: 'Plan: del 2', 'videre til': 'Byrådet' })
})

test('and so are those with lists, in whichever way they are written', () => {
  const people = [{ navn: 'Ane Bro', parti: 'A' }, { navn: 'Bo Dal' }]
  for (const list of [
    '  - { navn: Ane Bro, parti: A }\n  - { navn: Bo Dal }',
    '- navn: Ane Bro\n  parti: A\n- navn: Bo Dal',
    '  -  { navn: Ane Bro }'.replace('-  ', '- ').replace(' }', ', parti: "A" }\n\n  - navn: Bo Dal'),
  ])
    expect(simpleHead(`dato: 2026-02-26\nstart: 17:00\ndeltagere:\n${list}\nreferent: Ane Bro`)?.data).toEqual({
      dato: '2026-02-26',
      start: '17:00',
      deltagere: people,
      referent: 'Ane Bro',
    })
  expect(
    simpleHead('videre til: [Byrådet, "Økonomi, mv."]\nafstemning:\n  for: { antal: 3, partier: [V] }\n  imod:\n    antal: 2')?.data,
  ).toEqual({
    'videre til': ['Byrådet', 'Økonomi, mv.'],
    afstemning: { for: { antal: '3', partier: ['V'] }, imod: { antal: '2' } },
  })
})

test.each([
  'titel:',
  'titel: x: y',
  'titel: x #1',
  'titel: [a',
  'titel: [a] b',
  'titel: [a b: c]',
  'titel: { a }',
  'titel: x\ntitel: y',
  'titel: { a: x, a: y }',
  '- a',
  'titel: "a\\n"',
  'bilag:\n  - titel: x\n fil: y',
  'bilag:\n  - - x',
  'bilag: x\n  fil: y',
  'titel: x\n y',
  'titel: *a',
  `titel: ${'['.repeat(100_000)}`,
])('%.40s is left to YAML', (text) => {
  expect(simpleHead(text)).toBeUndefined()
})

test('what is read here is what YAML reads, and stands where YAML sees it', () => {
  let simple = 0
  fc.assert(
    fc.property(fc.oneof(writtenHead(), writtenHead(), jumble()), (text) => {
      const head = simpleHead(text)
      if (head === undefined || Object.keys(head.data).length === 0) return
      simple += 1
      const other = yamlHead(text)
      expect(other.faults).toEqual([])
      expect(other.data).toEqual(head.data)
      expect(placesOf(head, text)).toEqual(placesOf(other, text))
    }),
    { numRuns: 10_000 },
  )
  expect(simple).toBeGreaterThan(1000)
})

/** Where every part of a head stands, and what is not there; of a part of several lines, as far as its first line goes. */
function placesOf(head: Head, text: string): unknown {
  const places = head.places()
  const shown = (stretch: Stretch | undefined): unknown => {
    if (!stretch) return undefined
    const lineEnd = text.indexOf('\n', stretch[0])
    return [stretch[0], Math.min(stretch[1], lineEnd === -1 ? text.length : lineEnd)]
  }
  return pathsOf(head.data).map((path) => [path, shown(places.valueAt(path)), shown(places.keyAt(path))])
}

function pathsOf(value: unknown, path: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const keys = inside.map(([key, part]): [PropertyKey, unknown] => [Array.isArray(value) ? Number(key) : key, part])
  const absent = [...path, 'fremmøde']
  return [...(path.length > 0 ? [path] : []), absent, [...path, 7], ...keys.flatMap(([key, part]) => pathsOf(part, [...path, key]))]
}

/** Heads much as clerks write them, at times with something odd in a value, or a slip anywhere. */
function writtenHead(): fc.Arbitrary<string> {
  const name = fc.constantFrom('titel', 'navn', 'parti', 'videre til', 'e-mail', 'fremmøde', 'constructor')
  const usual = [
    'Ane Bro',
    '2026-02-26',
    '17:00',
    '"18:00"',
    "'a, b'",
    'til stede',
    '05.05.00-P20-4-25',
    'C#',
    '(x)',
    'A',
    'http://a.dk/?b#c',
  ]
  const odd = ['a: b', 'a #b', 'null', '~', '', '*a', '[', '{', '"', "''", 'a, b', 'a]', 'a:', '- a', ' a', 'a ', '«']
  const scalar = fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  )
  const comma = fc.constantFrom(', ', ', ', ', ', ',', ' , ')
  const indented = (lines: readonly string[], space: string): string[] => lines.map((line) => (line === '' ? line : `${space}${line}`))
  const listed = (lines: readonly string[]): string[] => [`- ${lines[0] ?? ''}`, ...indented(lines.slice(1), '  ')]
  const { fields: head } = fc.letrec<{ flow: string; fields: string[]; block: string[] }>((tie) => {
    const inner = fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: tie('flow') })
    const ofBlock = fc.uniqueArray(fc.tuple(name, fc.oneof(scalar, tie('flow'), tie('block'))), {
      selector: ([key]) => key,
      minLength: 1,
      maxLength: 3,
    })
    const ofFlow = fc.uniqueArray(fc.tuple(name, inner), { selector: ([key]) => key, minLength: 1, maxLength: 3 })
    const below = (key: string, value: string | string[], space: string): string[] =>
      typeof value === 'string' ? [`${key}: ${value}`] : [`${key}:`, ...indented(value, space)]
    return {
      flow: fc.oneof(
        fc.tuple(ofFlow, comma).map(([pairs, by]) => `{ ${pairs.map((pair) => pair.join(': ')).join(by)} }`),
        fc.tuple(fc.array(inner, { minLength: 1, maxLength: 3 }), comma).map(([items, by]) => `[${items.join(by)}]`),
      ),
      fields: fc
        .tuple(ofBlock, fc.constantFrom('  ', '  ', '    ', ' ', ''))
        .map(([pairs, space]) => pairs.flatMap(([key, value]) => below(key, value, space))),
      block: fc.oneof(
        { maxDepth: 3 },
        fc.array(inner, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`)),
        fc.array(fc.oneof(tie('fields'), tie('block')), { minLength: 1, maxLength: 2 }).map((items) => items.flatMap(listed)),
        tie('fields'),
      ),
    }
  })
  const slip = fc.option(fc.tuple(fc.nat(), fc.constantFrom('', ' ', '\n', ':', '#', '"', ',', '-', '\n\n')), { freq: 4 })
  return fc.tuple(head, slip).map(([lines, made]) => {
    const text = lines.join('\n')
    const at = made ? made[0] % (text.length + 1) : 0
    return made ? text.slice(0, at) + made[1] + text.slice(at) : text
  })
}

/** Pieces of YAML in any order. */
function jumble(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        'titel',
        'sagsnummer',
        'dato',
        'videre til',
        ': ',
        ':',
        ' ',
        '  ',
        '\n',
        '"',
        "'",
        '#',
        ' #',
        '-',
        '- ',
        '~',
        'null',
        '14:00',
        '0098',
      ],
      ...['(', '»', '§ 8', '|', '>', '...', '---', '\t', '\u2028', '\u00a0', '[', ']', '{ ', ' }', ', ', '\n  - '],
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ maxLength: 10 }),
  )
  const line = fc
    .tuple(fc.constantFrom('titel', 'adgang', 'nummer', 'videre til'), fc.array(piece, { maxLength: 4 }))
    .map(([key, value]) => `${key}: ${value.join('')}`)
  return fc.oneof(
    fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n')),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  )
}
