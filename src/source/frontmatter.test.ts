import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sourceFile } from './content-tree.ts'
import { bodyOf, type Frontmatter, readFrontmatter } from './frontmatter.ts'

function read(text: string): Frontmatter {
  return readFrontmatter(sourceFile('a.md', text))
}

function rulesOf(text: string): string[] {
  return read(text).findings.map(({ rule }) => rule)
}

describe('data', () => {
  test('scalars stay as the clerk wrote them', () => {
    const { data } = read('---\nnummer: 007\nstart: 14:00\nja: yes\nnul: null\ndato: 2026-03-03\n---\n')
    expect(data).toEqual({ nummer: '007', start: '14:00', ja: 'yes', nul: 'null', dato: '2026-03-03' })
  })

  test('the body begins on its own line', () => {
    const { body, bodyLine } = read('---\ntitel: A\n---\n\n## Resumé\n')
    expect({ body, bodyLine }).toEqual({ body: '\n## Resumé\n', bodyLine: 4 })
  })

  test('a byte order mark, Windows line ends and NFD letters make no difference', () => {
    const plain = read('---\ntitel: Øget støj på åen\n---\n\nTekst.\n')
    const messy = read(`\uFEFF${'---\r\ntitel: Øget støj på åen\r\n---\r\n\r\nTekst.\r\n'.normalize('NFD')}`)
    expect(messy.data).toEqual(plain.data)
    expect(messy.body).toBe(plain.body)
    expect(messy.placeOf(['titel'])).toEqual(plain.placeOf(['titel']))
  })

  test('a rule in the body does not end it', () => {
    const { body, findings } = read('---\ntitel: A\n---\nFør\n\n---\n\nEfter\n')
    expect(body).toBe('Før\n\n---\n\nEfter\n')
    expect(findings).toEqual([])
  })

  test('a key named like the machinery is a key', () => {
    const { data } = read('---\n__proto__: x\nconstructor: y\n---\n')
    expect(Object.keys(data)).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
  })
})

describe('places', () => {
  test('of keys and values, true in the file', () => {
    const frontmatter = read('---\ntitel: A\nbilag:\n  - { titel: Plan, fil: bilag/plan.pdf }\n---\n')
    expect(frontmatter.placeOf(['titel'])).toEqual({ file: 'a.md', line: 2, column: 8, endColumn: 9 })
    expect(frontmatter.placeOfKey(['titel'])).toEqual({ file: 'a.md', line: 2, column: 1, endColumn: 6 })
    expect(frontmatter.placeOf(['bilag', 0, 'fil'])).toEqual({ file: 'a.md', line: 4, column: 25, endColumn: 39 })
    expect(frontmatter.placeOfKey(['bilag', 0, 'fil'])).toEqual({ file: 'a.md', line: 4, column: 20, endColumn: 23 })
  })

  test('of what is absent: its parent, else the start of the file', () => {
    const frontmatter = read('---\nbilag:\n  - { titel: Plan }\n---\n')
    expect(frontmatter.placeOf(['bilag', 0, 'fil'])).toMatchObject({ line: 3, column: 5 })
    expect(frontmatter.placeOf(['sted'])).toMatchObject({ line: 1, column: 1 })
  })
})

describe('what is wrong', () => {
  test.each([
    ['', 'hoved-mangler'],
    ['## Resumé\n\nTekst.\n', 'hoved-mangler'],
    ['---js\n{ titel: require("fs") }\n---\n', 'hoved-mangler'],
    ['----\ntitel: A\n----\n', 'hoved-mangler'],
    ['---\ntitel: A\n', 'hoved-uafsluttet'],
    ['---\n- A\n- B\n---\n', 'yaml-ikke-felter'],
    ['---\ntitel: A\ntitel: B\n---\n', 'yaml-ugyldig'],
    ['---\ntitel: "A\n---\n', 'yaml-ugyldig'],
    ['---\ntitel: Møde: om vejen\n---\n', 'yaml-ugyldig'],
    ['---\ntitel: A\n---\n---\ntitel: B\nadgang: åben\n---\n', 'yaml-flere-dokumenter'],
    ['---\ntitel: A\n---\n\ntitel: B\nadgang: åben\n---\n', 'yaml-flere-dokumenter'],
  ])('%j', (text, rule) => {
    expect(rulesOf(text)).toContain(rule)
    expect(read(text).data).not.toHaveProperty('adgang', 'åben')
  })

  test('stands on the line of the mistake', () => {
    const [finding] = read('---\ntitel: A\nadgang: åben\ntitel: B\n---\n').findings
    expect(finding).toMatchObject({ line: 4, column: 1, message: 'Hovedet kan ikke læses: det samme felt står to gange.' })
  })

  test('a bomb of aliases is refused, and said to be', () => {
    const levels = Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(', ')}]`)
    const text = `---\na0: &a0 lol\n${levels.join('\n')}\n---\n`
    expect(read(text).data).toEqual({})
    expect(rulesOf(text)).toEqual(['yaml-ugyldig'])
  })

  test('repeats no word of the file', () => {
    const findings = read('---\ntitel: "hemmeligt\nhemmeligt: [hemmeligt\n---\nhemmeligt').findings
    expect(JSON.stringify(findings)).not.toContain('hemmeligt')
  })
})

const yamlLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '---\n',
        '---',
        '\n',
        'titel: ',
        '- ',
        '  - ',
        '{ ',
        ' }',
        '[',
        ']',
        '"',
        "'",
        '|\n',
        '>\n',
        '&a ',
        '*a',
        '<<: ',
        '!!js/function ',
        '!!binary ',
        '? ',
        ': ',
        '#',
        '\t',
        '...\n',
        '%YAML 1.2\n',
        '__proto__: ',
        'adgang: åben\n',
        '\uFEFF',
        '\r\n',
        '\0',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

test('never throws, and every place is inside the file', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        yamlLike,
        yamlLike.map((text) => `---\n${text}\n---\n${text}`),
        fc.string({ unit: 'binary', maxLength: 200 }),
      ),
      (text) => {
        const source = sourceFile('a.md', text)
        const lines = source.text.split('\n')
        const frontmatter = readFrontmatter(source)
        expect(source.text.endsWith(frontmatter.body)).toBe(true)
        expect(bodyOf(source)).toEqual({ body: frontmatter.body, bodyLine: frontmatter.bodyLine })
        const places = [
          ...frontmatter.findings,
          ...Object.keys(frontmatter.data).flatMap((key) => [frontmatter.placeOf([key]), frontmatter.placeOfKey([key])]),
        ]
        for (const { line, column, endColumn } of places) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines.length)
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
          expect(endColumn).toBeGreaterThanOrEqual(column)
        }
        if (frontmatter.body !== '') expect(lines.slice(frontmatter.bodyLine - 1).join('\n')).toContain(frontmatter.body)
      },
    ),
    { numRuns: 2000 },
  )
})
