import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml } from './escape-html.ts'
import { markdown } from './markdown.ts'
import { stretchesOf } from './plain-paragraphs.ts'

/** What Markdown is made of, at the beginning of a line, within it, and between lines. */
const PIECES = [
  ...['Udvalget', 'om »sagen«', '(kl. 9)', '"ja"', 'æ', '2026', '12', '§ 8', ' ', '  ', '    ', '\t', '\n', '\n\n', '\n \n', '\n\n\n'],
  ...['- ', '* ', '+ ', '1. ', '2) ', '# ', '### ', '> ', '---', '===', '```', '~~~', '| a | b |', '| - | - |', 'a | b', '-|-', ':-'],
  ...['*', '**', '_', '`', '~~', '[x]', '[x](y)', '[x]: /y', '![a](b)', '<', '<b>', '&', '&amp;', '\\', '!', ':', '{', '^', '$', '='],
  ...[
    'https://x.example',
    '//x.example',
    'mailto:a@x.example',
    'MAILTO:a@x.example',
    'www.x.example',
    'a@x.example',
    '\r',
    '\0',
    '\f',
    '\u00A0',
  ],
]
const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

describe('a text read in stretches', () => {
  test('is printed as Markdown prints the whole', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parts = stretchesOf(text).map((stretch) =>
          stretch.plain ? `<p>${escapeHtml(stretch.text)}</p>\n` : markdown.render(stretch.text),
        )
        expect(parts.join('')).toBe(markdown.render(text))
      }),
      { numRuns: 3000 },
    )
  })

  test('is plain where a clerk writes sentences, line by line, and not where there are marks', () => {
    const text = 'Udvalget drøftede »planen«\nden 3. marts (kl. 9).\n\n- et\n\n  to\n\n2026 var året.\n\n2. punkt'
    expect(stretchesOf(text)).toEqual([
      { text: 'Udvalget drøftede »planen«\nden 3. marts (kl. 9).', plain: true },
      { text: '- et\n\n  to\n\n', plain: false },
      { text: '2026 var året.', plain: true },
      { text: '2. punkt', plain: false },
    ])
  })
})
