import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTags } from './page-tags.ts'

/** The tags of a page, one a line. */
function tagsOf(html: string): string[] {
  const told: string[] = []
  readTags(html, {
    opened: (name, attributes, empty) => told.push([name, ...Object.entries(attributes).flat(), ...(empty ? ['/'] : [])].join(' ')),
    closed: (name) => told.push(`/${name}`),
  })
  return told
}

test.each([
  ['<p id="a">x</p>', ['p id a', '/p']],
  ['<!doctype html><!-- note -->a < b &lt;p&gt;', []],
  ['<a class="x" href="../?a=1&amp;b=2" data-href="no">', ['a href ../?a=1&b=2']],
  ['<a\n  title="a > b"\n  href="c/"\n>', ['a href c/']],
  ['<p title=\'it is "quoted"\' id="a">', ['p id a']],
  ['<input disabled hidden><br/><path d="M0 0"/>', ['input', 'br /', 'path /']],
  ['<p id="a" id="b"><h2 id="">', ['p id a', 'h2 id ']],
  ['<p><a href="never ends>x</a>', ['p']],
])('%s', (html, tags) => {
  expect(tagsOf(html)).toEqual(tags)
})

const name = fc.constantFrom('p', 'a', 'h2', 'section', 'svg', 'x-y')
const value = fc.string({ unit: fc.constantFrom('a', 'å', ' ', '/', '=', '>', '<', "'", '#', '.') })
const attribute = fc.record({ name: fc.constantFrom('id', 'href', 'src', 'rel', 'data-section', 'data-outcome', 'class', 'title'), value })
const attributes = fc.uniqueArray(attribute, { selector: (each) => each.name, maxLength: 5 })
const space = fc.constantFrom(' ', '\n  ')

test('whatever its attributes hold, a tag is told with those that were asked about', () => {
  fc.assert(
    fc.property(name, attributes, space, value, (tag, given, between, text) => {
      const words = given.map((each) => `${between}${each.name}="${each.value}"`).join('')
      const kept = given.filter((each) => each.name !== 'class' && each.name !== 'title').flatMap((each) => [each.name, each.value])
      expect(tagsOf(`${text.replaceAll('<', '')}<${tag}${words}></${tag}>`)).toEqual([[tag, ...kept].join(' '), `/${tag}`])
    }),
  )
})

test('text that is no HTML, however broken, is read to its end', () => {
  const broken = fc.string({ unit: fc.constantFrom('<', '>', '/', '"', '=', 'a', ' ') })
  fc.assert(
    fc.property(broken, (text) => {
      expect(tagsOf(`${text}">"><b id="end">`).length).toBeGreaterThan(0)
    }),
  )
})
