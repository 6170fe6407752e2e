import { describe, expect, test } from 'vitest'
import { plainTextOf, renderMarkdown } from '../source/markdown.ts'
import { linesMarkdown } from './body-markdown.ts'
import { readText } from './readers/text.ts'

const markdownOf = (text: string): string => linesMarkdown(readText(text).lines)

describe('plain text keeps its look as Markdown', () => {
  test.each([
    ['a date at the start of a line is no list', '15. juni 2024 er der møde.', '<p>15. juni 2024 er der møde.</p>'],
    ['nor is a number out of its row', 'Se reglen i\n\n4. afsnit', '<p>Se reglen i</p>\n<p>4. afsnit</p>'],
    [
      'a numbered list goes on after a paragraph',
      '1. Et\n\nTekst.\n\n2. To',
      '<ol>\n<li>Et</li>\n</ol>\n<p>Tekst.</p>\n<ol start="2">\n<li>To</li>\n</ol>',
    ],
    ['marks are shown as written', '# 1 * 2 _x_ <b> [a](b) `c`', '<p># 1 * 2 _x_ &lt;b&gt; [a](b) `c`</p>'],
    ['a break that was meant', 'For: 20\nImod: 6', '<p>For: 20<br>\nImod: 6</p>'],
    ['a list right below its lead-in', 'Det betyder, at\n- et\n- to', '<p>Det betyder, at</p>\n<ul>\n<li>et</li>\n<li>to</li>\n</ul>'],
    [
      'a list within a list, however little it is indented',
      '- Havne\n – et\n- Andet',
      '<ul>\n<li>Havne\n<ul>\n<li>et</li>\n</ul>\n</li>\n<li>Andet</li>\n</ul>',
    ],
  ])('%s', (_what, text, html) => {
    expect(renderMarkdown(markdownOf(text)).trim().replaceAll('\u00a0', ' ')).toBe(html)
  })

  test('lines that a margin has broken stay one paragraph', () => {
    const wrapped =
      'Forvaltningen har undersøgt, om der kan bygges en ny hal ved skolen, og hvad\nden vil koste for byen. Det er ikke afgjort, hvem der skal bruge hallen, og\nhvornår den kan stå færdig.'
    expect(markdownOf(wrapped)).toBe(wrapped)
  })

  test('a table loses no cell where its rows are unequal', () => {
    const markdown = markdownOf('Skole\tElever\nØstre\t210\t9\nVestre\tp|q')
    expect(markdown).toBe('| Skole | Elever |  |\n| --- | --- | --- |\n| Østre | 210 | 9 |\n| Vestre | p\\|q |  |')
    expect(plainTextOf(markdown)).toContain('p|q')
  })
})
