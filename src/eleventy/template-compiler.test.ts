import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import nunjucks from 'nunjucks'
import transformer from 'nunjucks/src/transformer.js'
import { describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { authorityStyles } from '../publish/authority-face.ts'
import { componentExamples } from '../publish/component-examples.ts'
import { designTokens } from '../publish/design-tokens.ts'
import { guide } from '../publish/guide.ts'
import type { View } from '../publish/view.ts'
import { viewsOf } from '../publish/views.ts'
import { allRules } from '../rules/all-rules.ts'
import { readContent } from '../source/read.ts'
import { bundleAssets } from './assets.ts'
import { createEnvironment } from './nunjucks.ts'
import { eleventyData } from './plugin.ts'
import { Renderer } from './renderer.ts'
import { framelessBodies } from './template-parts.ts'

type Data = Readonly<Record<string, unknown>>

/** Prints with Nunjucks alone, and with the compiler, both by Nunjucks and by the renderer; an error counts as what it says. */
function waysOf(
  folder: string,
  globals: Data,
): Readonly<Record<'plain' | 'compiled' | 'rendered', (template: string, data: Data) => string>> {
  const plain = createEnvironment(folder, globals)
  plain.loaders[0] = Object.assign(new nunjucks.FileSystemLoader(folder), { cache: {} })
  const compiled = createEnvironment(folder, globals)
  const renderer = new Renderer(compiled)
  return {
    plain: orError((template, data) => plain.render(template, data)),
    compiled: orError((template, data) => compiled.render(template, data)),
    rendered: orError((template, data) => renderer.render({ ...data, template } as unknown as View)),
  }
}

function orError(print: (template: string, data: Data) => string): (template: string, data: Data) => string {
  return (template, data) => {
    try {
      return print(template, data)
    } catch (error) {
      return `${error}`
    }
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'templates-'))

/** The page `page.njk` of some templates, when all ways have given the same. */
function printed(templates: Readonly<Record<string, string>>, data: Data): string {
  for (const [name, text] of Object.entries(templates)) writeFileSync(path.join(folder, name), text)
  const ways = waysOf(folder, { site: { title: 'Arkiv', url: 'https://soeby.example/arkiv' }, colour: 'blå' })
  const plain = ways.plain('page.njk', data)
  expect(ways.compiled('page.njk', data)).toBe(plain)
  expect(ways.rendered('page.njk', data)).toBe(plain)
  return plain
}

const archive = publishable(loadArchive(readContent('content')).archive)
const assets = (await bundleAssets(authorityStyles(archive.authorities))).urls

describe('the archive’s own templates', () => {
  const globals = { site: archive.site, authorities: archive.authorities, assets }

  test('print the same pages as with Nunjucks alone', () => {
    const { plain, compiled, rendered } = waysOf('templates', globals)
    const views = [...viewsOf(archive)]
    expect(new Set(views.map(({ template }) => template)).size).toBe(readdirSync('templates/views').length)
    for (const view of views) {
      const html = plain(view.template, view as unknown as Data)
      expect(html).toContain('</html>')
      expect(rendered(view.template, view as unknown as Data) === html, view.page.url).toBe(true)
      expect(compiled(view.template, view as unknown as Data) === html, view.page.url).toBe(true)
    }
  })

  test.each(readdirSync('templates/pages').filter((file) => file.endsWith('.njk')))('print %s the same, examples and all', (file) => {
    const plain = createEnvironment('templates', globals)
    plain.loaders[0] = Object.assign(new nunjucks.FileSystemLoader('templates'), { cache: {} })
    const [, body = ''] = /^---\n.*?\n---\n(.*)$/s.exec(readFileSync(path.join('templates/pages', file), 'utf8')) ?? []
    const design = designTokens(readFileSync('src/browser/css/tokens.css', 'utf8'))
    const data = {
      ...eleventyData(archive),
      guide: guide(allRules),
      examples: componentExamples(),
      design,
      page: { url: '/x/' },
      title: 'Titel',
    }
    const html = plain.renderString(body, data)
    expect(html).toContain('</html>')
    expect(createEnvironment('templates', globals).renderString(body, data)).toBe(html)
  })

  test('need no frames: all their blocks and macros are compiled to functions with variables', () => {
    const files = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.njk'))
    const left = files.filter((file) => {
      const root = transformer.transform(nunjucks.parser.parse(readFileSync(path.join('templates', file), 'utf8'), [], {}), [])
      const named = [...root.findAll(nunjucks.nodes.Block), ...root.findAll(nunjucks.nodes.Macro)]
      const bodies = named.filter((part) => !(part instanceof nunjucks.nodes.Caller)).map(({ body }) => body)
      return !bodies.every((body) => framelessBodies(root).has(body))
    })
    expect(left).toEqual([])
  })
})

const LAYOUT = '<{% block head %}h{{ title }}{% endblock %}>{% block body %}tom{% endblock %}'
const DATA = {
  title: 'A & B',
  page: { url: '/soeby/byraadet/' },
  list: [{ n: 1, tags: ['x', '<y>'] }, { n: 2, tags: [] }, { n: 3 }],
  none: [],
  words: '<b class="x">\'`\\&',
  nothing: null,
  table: { one: 1, two: 2 },
  method: {
    count: 3,
    more(by: number) {
      return (this as unknown as { count: number }).count + by
    },
  },
}

describe('the language of templates', () => {
  const block = (body: string, before = '') => ({
    'layout.njk': LAYOUT,
    'page.njk': `{% extends "layout.njk" %}${before}{% block body %}${body}{% endblock %}`,
  })
  const cases: Readonly<Record<string, readonly [templates: Readonly<Record<string, string>>, shows: string]>> = {
    'escapes what is printed, once': [
      block('{{ words }}|{{ words | safe }}|{{ words | escape }}|{{ "<i>" }}|{{ 3 }}|{{ true }}'),
      '&lt;b class=&quot;x&quot;&gt;&#39;`&#92;&amp;|<b',
    ],
    'prints nothing for what is not there': [
      block('[{{ nothing }}{{ missing }}{{ missing.deeper.still }}{{ list[9].n }}{{ none[0] }}]'),
      '[]',
    ],
    'knows where a loop is': [
      block(
        '{% for x in list %}{{ loop.index }}/{{ loop.length }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{% if loop.first %}f{% endif %}{% if not loop.last %},{% endif %}{% endfor %}',
      ),
      '1/3032f,2/3121,3/3210',
    ],
    'has loops in loops': [
      block(
        '{% for x in list %}{% for t in x.tags %}{{ loop.index }}{{ x.n }}{{ t }}{% else %}-{{ loop.index }}{{ t }}{% endfor %}{{ loop.index }}{% endfor %}',
      ),
      '11x21&lt;y&gt;1-2',
    ],
    'says so when a loop has nothing': [
      block('{% for x in none %}x{% else %}ingen{% endfor %}{% for x in missing %}x{% else %}heller{% endfor %}'),
      'ingenheller',
    ],
    'goes through letters, and the keys of an object': [
      block('{% for c in "ab" %}{{ c }}.{% endfor %}{% for k, v in table %}{{ k }}={{ v }};{{ loop.index }}{% endfor %}'),
      'a.b.one=1;1two=2;2',
    ],
    'sets variables in blocks, and keeps those of a loop in it': [
      block(
        '{% set a = 1 %}{% if title %}{% set a = a + 1 %}{% endif %}{% for x in list %}{% set a = a + x.n %}{% set b = x.n %}{{ b }}{% endfor %}={{ a }}{{ b }}',
      ),
      '123=8',
    ],
    'sets variables by what stands between tags, and several at once': [
      block('{% set a %}<i>{{ title }}</i>{% endset %}{{ a | safe }}{% set b, c = 2 %}{{ b }}{{ c }}'),
      '<i>A &amp; B</i>22',
    ],
    'sees in a block what the page has set': [
      block('{{ top }}{% for x in list %}{% set top = x.n %}{% endfor %}{{ top }}', '{% set top = "t" %}'),
      't3',
    ],
    'has macros with arguments, defaults and keywords': [
      block(
        '{{ m(1) }}{{ m(1, 2) }}{{ m(b=3, a=4) }}{{ m(1, c="<") }}{{ m() }}{{ m(1, 2, 3, 4) }}',
        '{% macro m(a, b, c="c" + title) %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}',
      ),
      '[1cA &amp; B][12cA &amp; B][43cA &amp; B][1&lt;][cA &amp; B][123]',
    ],
    'has macros that know the page, and not what a block sets': [
      block('{% set a = 1 %}{{ m() }}', '{% set top = "t" %}{% macro m() %}{{ a }}{{ top }}{{ title }}{{ colour }}{% endmacro %}'),
      'tA &amp; Bblå',
    ],
    'has macros that call macros': [
      block(
        '{{ outer(list) }}',
        '{% macro inner(x) %}({{ x }}){% endmacro %}{% macro outer(xs) %}{% for x in xs %}{{ inner(x.n) }}{% endfor %}{% endmacro %}',
      ),
      '(1)(2)(3)',
    ],
    'hands what stands in a call to the macro': [
      block(
        '{% set a = "<" %}{% for x in list %}{% call m(x.n) %}{{ a }}{{ x.n }}{{ loop.index }}{% endcall %}{% endfor %}',
        '{% macro m(n) %}<i>{{ n }}{{ caller() }}</i>{% endmacro %}',
      ),
      '<i>1&lt;11</i>',
    ],
    'hands arguments back to a call': [
      block(
        '{% call(v, w="w") m() %}{{ v }}{{ w }}{% endcall %}{{ m() }}',
        '{% macro m() %}{% if caller %}{{ caller("<v>") }}{% else %}uden{% endif %}{% endmacro %}',
      ),
      '&lt;v&gt;wuden',
    ],
    'has calls in macros': [
      block(
        '{{ outer() }}',
        '{% macro m(n) %}{% for i in [1, 2] %}{{ caller() }}{% endfor %}{% endmacro %}{% macro outer() %}{% set v = "v" %}{% call m(1) %}{{ v }}{{ title }}{% endcall %}{% endmacro %}',
      ),
      'A &amp; B',
    ],
    'imports macros, with what the page knows at that place or without': [
      {
        ...block(
          '{{ m() }}|{{ w.m() }}|{{ n() }}',
          '{% set top = "t" %}{% from "lib.njk" import m with context %}{% import "lib.njk" as w %}{% from "lib.njk" import m as n with context %}{% set top = "u" %}',
        ),
        'lib.njk': '{% from "deep.njk" import d %}{% macro m() %}{{ d(top) }}{{ "/om/" | href }}{% endmacro %}',
        'deep.njk': '{% macro d(x) %}{{ x }}{{ title }}{% endmacro %}',
      },
      't../../om/|om/|t../../om/',
    ],
    'imports what a template sets': [
      {
        ...block('{{ a }}{{ lib.b }}', '{% from "lib.njk" import a %}{% import "lib.njk" as lib %}'),
        'lib.njk': '{% set a = "A" %}{% set b = a + "b" %}{% block x %}{% endblock %}',
      },
      'AAb',
    ],
    'says what cannot be imported': [{ ...block('', '{% from "lib.njk" import nix %}'), 'lib.njk': '' }, "cannot import 'nix'"],
    'says what template is missing': [block('', '{% from "nix.njk" import a %}'), 'template not found: nix.njk'],
    'says what cannot be called, and where': [block('a\n{{ list.nix(1) }}'), 'Unable to call `list["nix"]`, which is undefined or falsey'],
    'includes templates, which see the loop they are in': [
      { ...block('{% for x in list %}{% set y = x.n %}{% include "part.njk" %}{% endfor %}'), 'part.njk': '{{ x.n }}{{ y }}{{ title }};' },
      '11A &amp; B;',
    ],
    'prints the block that a block stands in for': [block('{% set a = 1 %}{{ super() }}{{ a }}{{ super() | upper }}'), 'tom1TOM'],
    'has blocks in blocks': [block('{% set a = 1 %}{% block inner %}{{ a }}i{% endblock %}'), '1i'],
    'has filters and tests': [
      block(
        '{{ list | length }}{{ title | lower | replace("a", "b") }}{% if missing is defined %}d{% endif %}{% if 4 is divisibleby(2) %}t{% endif %}{{ [3, 1] | sort | join("<") }}{{ "2026-03-04" | date }}',
      ),
      '3b &amp; bt1&lt;3',
    ],
    'calculates and compares': [
      block(
        '{{ 7 // 2 }}{{ 2 ** 3 }}{{ 7 % 4 }}{{ -1 }}{{ 1 ~ 2 }}{{ "a" if title else "b" }}{{ "c" if nothing }}{{ 1 in [1] }}{{ 2 not in [1] }}{{ 1 < 2 and 2 >= 2 or false }}{{ (1, 2)[1] }}{{ {a: 5}["a"] }}{{ 1 === 1 }}',
      ),
      '383-112atruetruetrue',
    ],
    'calls methods of what they belong to': [
      block('{{ method.more(4) }}{{ page.url.split("/")[1] }}{{ "ab".indexOf("b") }}{{ list.concat([1]).length }}'),
      '7soeby14',
    ],
    'chooses between cases': [
      block(
        '{% for x in list %}{% switch x.n %}{% case 1 %}et{% case 2 %}{% set z = "to" %}{{ z }}{% default %}flere{% endswitch %}{% endfor %}',
      ),
      'ettoflere',
    ],
    'lets a variable be called loop, or an argument caller': [
      block('{% for loop in list %}{{ loop.n }}{% endfor %}{{ m(1) }}', '{% macro m(caller) %}{{ caller }}{% endmacro %}'),
      '1',
    ],
    'has macros in blocks': [block('{% macro m(a) %}{{ a }}!{% endmacro %}{{ m(1) }}'), '1!'],
    'trims what stands around tags': [
      block('\n  {% if title %}\n    a\n  {% endif %}\n  {%- for x in list -%} {{ x.n }} {%- endfor %}\n'),
      'a\n123',
    ],
  }

  test.each(Object.entries(cases))('%s', (_name, [templates, shows]) => {
    expect(printed(templates, DATA)).toContain(shows)
  })

  test('is the same in templates that nobody would write', () => {
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 6 }),
        fc.array(statement, { maxLength: 4 }),
        fc.array(statement, { maxLength: 4 }),
        (inBlock, inMacro, before) => {
          // A macro that calls itself would not end.
          const body = inMacro.join('').replaceAll('m(', 'k(')
          const macros = `{% macro k(a) %}{{ a }}{{ caller(a) if caller }}{% endmacro %}{% macro m(a, b="B") %}${body}{% endmacro %}`
          printed(
            {
              'layout.njk': '{% set c = "L" %}{{ a }}{% block body %}{% endblock %}{{ b }}{{ c }}',
              'lib.njk': macros,
              'page.njk': `{% extends "layout.njk" %}${before.join('')}{% from "lib.njk" import m with context %}{% block body %}${inBlock.join('')}{% endblock %}`,
            },
            { a: 'D', list: [1, [2, 3], '<'], x: { a: 4 } },
          )
        },
      ),
      { numRuns: 150 },
    )
  })
})

/** Statements over few names, so that they meet. */
const { statement } = fc.letrec<{ statement: string; statements: string; value: string }>((tie) => {
  const name = fc.constantFrom('a', 'b', 'c', 'x')
  // Seldom a name that is set as well: then Nunjucks compiles the whole block.
  const bound = fc.oneof({ weight: 9, arbitrary: fc.constantFrom('i', 'j') }, { weight: 1, arbitrary: name })
  const inner = tie('statements')
  const value = tie('value')
  return {
    value: fc.oneof(
      { maxDepth: 2 },
      name,
      bound,
      fc.constantFrom('1', '"<"', 'x.a', 'loop.index', 'list', '("c" if caller)', 'nothing'),
      fc.tuple(name, value).map(([one, other]) => `(${one} or ${other})`),
      fc.tuple(name, value).map(([one, other]) => `(${one} ~ ${other})`),
      fc.tuple(value, value).map(([one, other]) => `(${one} if ${other})`),
      fc.tuple(value, name, value).map(([one, key, other]) => `m(${one}, ${key}=${other})`),
    ),
    statements: fc.array(tie('statement'), { maxLength: 3 }).map((all) => all.join('')),
    statement: fc.oneof(
      { maxDepth: 3 },
      value.map((one) => `{{ ${one} }},`),
      fc.tuple(name, value).map(([to, from]) => `{% set ${to} = ${from} %}`),
      fc.tuple(name, inner).map(([to, body]) => `{% set ${to} %}${body}{% endset %}`),
      fc.tuple(value, inner, inner).map(([when, then, or]) => `{% if ${when} %}${then}{% else %}${or}{% endif %}`),
      fc
        .tuple(bound, fc.constantFrom('list', 'a', '[1, 2]'), inner, inner)
        .map(([one, of, body, or]) => `{% for ${one} in ${of} %}${body}{% else %}${or}{% endfor %}`),
      fc.tuple(bound, inner).map(([arg, body]) => `{% call(${arg}) m(1) %}${body}{% endcall %}`),
    ),
  }
})
