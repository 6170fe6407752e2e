import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { readSimpleHead } from './simple-head.ts'

/** What YAML makes of a head; undefined where it finds fault with it. */
function byYaml(text: string): unknown {
  const documents = parseAllDocuments(text, { uniqueKeys: true, schema: 'failsafe', logLevel: 'error' })
  const [document] = Array.isArray(documents) ? documents : []
  return documents.length === 1 && document?.errors.length === 0 ? document.toJS() : undefined
}

test('the heads that most punkter have are simple', () => {
  expect(readSimpleHead('\ntitel: Ny cykelsti (Møllevej) – 2. behandling\nsagsnummer: 05.05.00-P20-4-25\nadgang: åben\n')).toEqual({
    titel: 'Ny cykelsti (Møllevej) – 2. behandling',
    sagsnummer: '05.05.00-P20-4-25',
    adgang: 'åben',
  })
  expect(readSimpleHead(`titel: "Plan: del 2"\nvidere til: 'Byrådet'`)).toEqual({ titel: 'Plan: del 2', 'videre til': 'Byrådet' })
})

test.each([
  'titel:',
  'titel: x: y',
  'titel: x #1',
  'titel: [a]',
  'titel: x\ntitel: y',
  '- a',
  'titel: "a\\n"',
  'bilag:\n  - titel: x',
  'titel: x\n y',
  'titel: *a',
])('%j is left to YAML', (text) => {
  expect(readSimpleHead(text)).toBeUndefined()
})

test('what is read here is what YAML reads', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'titel',
      'sagsnummer',
      'dato',
      'videre til',
      ': ',
      ':',
      ' ',
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
      '(',
      '»',
      '§ 8',
      '|',
      '>',
      '...',
      '---',
      '\t',
      '\u2028',
      '\u00a0',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ maxLength: 10 }),
  )
  const line = fc
    .tuple(fc.constantFrom('titel', 'adgang', 'nummer', 'videre til'), fc.array(piece, { maxLength: 4 }))
    .map(([key, value]) => `${key}: ${value.join('')}`)
  const head = fc.oneof(
    fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n')),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(head, (text) => {
      const simple = readSimpleHead(text)
      if (simple !== undefined && Object.keys(simple).length > 0) expect(byYaml(text)).toEqual(simple)
    }),
    { numRuns: 5000 },
  )
})
