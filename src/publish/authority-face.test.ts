import { expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { contentTree } from '../source/content-tree.ts'
import { authorityFace, authorityStyles } from './authority-face.ts'
import { smallArchive } from './small-archive.ts'

const face = (head: string) =>
  smallArchive({ 'soeby/index.md': `---\nnavn: Søby Kommune\ntype: kommune\n${head}---\n`, 'soeby/logo.svg': '<svg/>' }).authorities

test('an archive of one authority is that authority’s everywhere', () => {
  const authorities = face('logo: logo.svg\nfarver: { primær: "#4A1D5C" }\n')
  const expected = { id: 'soeby', name: 'Søby Kommune', url: '/soeby/', logo: '/soeby/logo.svg', themeColour: '#4a1d5c' }
  expect(authorityFace(authorities, '/')).toEqual(expected)
  expect(authorityFace(authorities, '/soeby/byraadet/')).toEqual(expected)
})

test('among several, a page is the authority’s in whose address it stands', () => {
  const several = [...face(''), ...face('').map((authority) => ({ ...authority, id: 'nordby', name: 'Nordby Kommune' }))]
  expect(authorityFace(several, '/nordby/sager/')?.name).toBe('Nordby Kommune')
  expect(authorityFace(several, '/emner/')).toBeUndefined()
})

test('colours become style rules of the authority’s pages alone', () => {
  expect(authorityStyles(face('farver: { primær: 4a1d5c, accent: "#F0D080" }\n'))).toContain(
    '[data-authority="soeby"]{--brand:#4a1d5c;--brand-mark:#f0d080}',
  )
  expect(authorityStyles(face(''))).not.toContain('--brand')
})

test('what is no colour is said, and never reaches the style', () => {
  expect(authorityStyles(face('farver: { primær: "red;}body{display:none" }\n'))).not.toMatch(/--brand|display/)
})

test('a logo beside the authority’s file has its place; one elsewhere has none', () => {
  const strays = (logo: string) =>
    loadArchive(contentTree({ 'soeby/index.md': '---\nnavn: Søby Kommune\ntype: kommune\n---\n', [logo]: '<svg/>' }))
      .findings.filter(({ rule }) => rule === 'fil-uden-plads')
      .map(({ file }) => file)
  expect(strays('soeby/logo.svg')).toEqual([])
  expect(strays('soeby/byraadet/logo.svg')).toEqual(['soeby/byraadet/logo.svg'])
})
