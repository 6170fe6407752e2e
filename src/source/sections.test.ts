import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSections } from './sections.ts'

describe('headings', () => {
  test('level 1 and 2 cut, deeper ones belong to the section', () => {
    const sections = splitSections('## Resumé\n\nKort.\n\n### Om vejen\n\nLangt.\n\n# Beslutning\nGodkendt.\n', 10)
    expect(sections).toEqual([
      { heading: 'Resumé', line: 10, text: 'Kort.\n\n### Om vejen\n\nLangt.', textLine: 12 },
      { heading: 'Beslutning', line: 18, text: 'Godkendt.', textLine: 19 },
    ])
  })

  test('text before the first heading stands by itself, on its own line', () => {
    expect(splitSections('\n\nForord.\n\n## Resumé\n\nKort.', 5)).toEqual([
      { heading: '', line: 7, text: 'Forord.', textLine: 7 },
      { heading: 'Resumé', line: 9, text: 'Kort.', textLine: 11 },
    ])
  })

  test('underlined headings count, and marks in a heading are not words', () => {
    expect(splitSections('**Resumé**\n---\n\nKort.\n', 1).map(({ heading, text }) => [heading, text])).toEqual([['Resumé', 'Kort.']])
  })

  test('what looks like a heading in code, a quote or a list is none', () => {
    const body = '## Resumé\n\n```\n## Beslutning\n```\n\n> ## Beslutning\n\n- a\n  ## Beslutning\n\n    ## Beslutning\n'
    expect(splitSections(body, 1).map(({ heading }) => heading)).toEqual(['Resumé'])
  })

  test('the head of a table is none, though it begins with #', () => {
    expect(splitSections('# \\| a | b |\n| - | - |\n', 1).map(({ heading }) => heading)).toEqual([''])
    expect(splitSections('## Valg | 2026\n\nKort.\n', 1).map(({ heading }) => heading)).toEqual(['Valg | 2026'])
  })

  test('a heading without text, and the same heading twice', () => {
    expect(splitSections('## Bilag\n\n## Bilag\n\nKort.\n', 1).map(({ heading, text }) => [heading, text])).toEqual([
      ['Bilag', ''],
      ['Bilag', 'Kort.'],
    ])
  })

  test('nothing gives nothing', () => {
    expect(splitSections('\n \n\n', 1)).toEqual([])
  })
})

const markdownLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '# ',
        '## ',
        '### ',
        '##\n',
        '\n',
        '\n\n',
        '---\n',
        '===\n',
        '```\n',
        '> ',
        '- ',
        '    ',
        '**',
        '`',
        '<b>',
        '[x](y)',
        '| a | b |\n| - | - |\n',
      ),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join('').replace(/\r\n?/g, '\n'))

test('every section stands where it says it does, and no line of text is lost', () => {
  fc.assert(
    fc.property(markdownLike, (body) => {
      const lines = body.split('\n')
      const sections = splitSections(body, 1)
      for (const { text, textLine, line } of sections) {
        expect(line).toBeLessThanOrEqual(lines.length)
        if (text !== '')
          expect(
            lines
              .slice(textLine - 1)
              .join('\n')
              .startsWith(text),
          ).toBe(true)
      }
      const words = (written: string): string[] => written.match(/[a-zæøå]{2,}/gi) ?? []
      const kept = sections.flatMap(({ heading, text }) => [...words(heading), ...words(text)])
      for (const word of words(body)) expect(kept.join(' ')).toContain(word)
    }),
    { numRuns: 1000 },
  )
})

test('the headings of a plain body are those that Markdown sees', () => {
  fc.assert(
    fc.property(markdownLike, (body) => {
      const heads = (text: string): unknown[] =>
        splitSections(text, 1).flatMap(({ heading, line }) => (heading === '' ? [] : [{ heading, line }]))
      // Code at the end makes the whole body go the long way.
      expect(heads(body)).toEqual(heads(`${body}\n\n~~~\n~~~\n`))
    }),
    { numRuns: 2000 },
  )
})
