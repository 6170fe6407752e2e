import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isExternal, linksOf, markdown, plainTextOf, renderMarkdown } from './markdown.ts'

describe('what a text may not do', () => {
  test('raw HTML is shown as text', () => {
    const html = renderMarkdown('Et <script>alert(1)</script> og <b onclick="x">fed</b>\n\n<iframe src="x"></iframe>')
    expect(html).not.toMatch(/<(?:script|b|iframe)/)
    expect(html).toContain('&lt;script&gt;')
  })

  test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'vbscript:x', 'data:text/html,x', 'file:///C:/x', 'java&#x73;cript:alert(1)'])(
    '%s is no link',
    (address) => {
      expect(renderMarkdown(`[her](${address}) ![her](${address})`)).not.toMatch(/<(?:a|img)\b/)
    },
  )

  test('template marks are letters', () => {
    expect(renderMarkdown('{{ titel }} {% include "x" %}')).toBe('<p>{{ titel }} {% include &quot;x&quot; %}</p>\n')
  })

  test('an image from elsewhere becomes a link, so that the page asks nobody else for anything', () => {
    const html = renderMarkdown('![Kort](https://kort.example/a.png) ![](//kort.example/b.png)')
    expect(html).not.toContain('<img')
    expect(html).toContain('<a href="https://kort.example/a.png" rel="noopener">Kort</a>')
  })
})

describe('headings', () => {
  test('come below those of the page, with an id each', () => {
    const html = renderMarkdown('### Økonomi\n\n### Økonomi\n\n##### Dybt', { headingShift: 2, idPrefix: 'punkt-7' })
    expect(html).toContain('<h5 id="punkt-7-oekonomi">')
    expect(html).toContain('<h5 id="punkt-7-oekonomi-2">')
    expect(html).toContain('<h6 id="punkt-7-dybt">')
  })

  test('a heading without letters still has an id', () => {
    expect(renderMarkdown('### ???')).toContain('<h3 id="afsnit">')
  })
})

describe('links', () => {
  const resolveLink = (href: string): string | undefined => (href.startsWith('bilag/') ? `/moede/${href}` : undefined)

  test('lead where the page says; a link to nowhere keeps its words', () => {
    const html = renderMarkdown('[Plan](bilag/plan.pdf) og [**Notat**](notat.docx) og [ude](https://x.example)', { resolveLink })
    expect(html).toBe(
      '<p><a href="/moede/bilag/plan.pdf">Plan</a> og <strong>Notat</strong> og <a href="https://x.example" rel="noopener">ude</a></p>\n',
    )
  })

  test('words that are references become links, but not inside links', () => {
    const phrases = [{ words: 'Byrådet, 3. marts', href: '/b/' }]
    expect(renderMarkdown('Se Byrådet, 3. marts, og [Byrådet, 3. marts](/x/) og Byrådet, 3. marts.', { phrases })).toBe(
      '<p>Se <a href="/b/">Byrådet, 3.\u00A0marts</a>, og <a href="/x/">Byrådet, 3.\u00A0marts</a> og <a href="/b/">Byrådet, 3.\u00A0marts</a>.</p>\n',
    )
  })

  test('are listed with their line; bare e-mail addresses and host names are none', () => {
    const links = linksOf('Første\n\n[a](bilag/a.pdf) ![b](b.png)\n\nskriv til x@y.example eller se y.example\n\n<https://z.example>')
    expect(links).toEqual([
      { href: 'bilag/a.pdf', line: 2, image: false },
      { href: 'b.png', line: 2, image: true },
      { href: 'https://z.example', line: 6, image: false },
    ])
  })

  test('have a scheme or a host where they lead out', () => {
    expect(['https://x.example', 'mailto:a@b.example', '//x.example', 'bilag/a.pdf', '../a.md', '#a', '/x/'].map(isExternal)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})

test('a text is printed for its place, whatever place it was printed for before, as if the whole were read anew', () => {
  const pieces = [
    ...['Byrådet den 3. maj', 'kl. 9', ' ', '\n', '\n\n', '### Om\n', '- ', '1. ', '**', '`', '| a |\n| - |\n', '| ', '\\', '&amp;'],
    ...['[x](a.md)', '[y](/w/)', '[', '](b.md)', '![z](b.png)', 'https://x.example'],
  ]
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join(''))
  const places = fc.record({
    headingShift: fc.constantFrom(0, 2),
    idPrefix: fc.constantFrom('', 'punkt-7'),
    resolveLink: fc.constantFrom(
      (href: string) => `../${href}`,
      () => undefined,
    ),
    phrases: fc.subarray(['Byrådet den 3. maj', 'den 3', '[', '&', '| kl', '9Byrådet'].map((words) => ({ words, href: '../b/' }))),
  })
  fc.assert(
    fc.property(texts, fc.array(places, { minLength: 1, maxLength: 3 }), (text, all) => {
      for (const place of all) expect(renderMarkdown(text, place)).toBe(markdown.render(text, { ...place, ids: new Map(), openLinks: [] }))
    }),
    { numRuns: 1000 },
  )
})

test('a wide table scrolls by itself, can be reached from the keyboard and has a name', () => {
  const html = renderMarkdown('| a | b |\n| - | - |\n| 1 | 2 |')
  const [wrapper = ''] = /^<div [^>]*>(?=<table>)/.exec(html) ?? []
  for (const attribute of ['class="table-scroll"', 'tabindex="0"', 'aria-label="Tabel"']) expect(wrapper).toContain(attribute)
  expect(html.trimEnd()).toMatch(/<\/table><\/div>$/)
})

test('plain text has words without marks', () => {
  expect(plainTextOf('## Resumé\n\nEn **fed** [plan](x)\npå `kode`.\n\n- a\n- b\n\n```\nx\n```')).toBe('Resumé En fed plan på kode. a b x')
})
