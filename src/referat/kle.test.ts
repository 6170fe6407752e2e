import { expect, test } from 'vitest'
import { isKle, KNOWN_FACET_LETTERS, kleLink, kleParents } from './kle.ts'

test('a KLE number has one to three levels of two digits', () => {
  for (const kle of ['85', '85.15', '85.15.02']) expect(isKle(kle)).toBe(true)
  for (const text of ['', '8', '85.1', '85.15.02.01', '85.15.02K07', ' 85', '85.15.', '٨٥']) expect(isKle(text), text).toBe(false)
})

test('its parents are the levels above it', () => {
  expect(kleParents('85.15.02')).toEqual(['85', '85.15'])
  expect(kleParents('85')).toEqual([])
})

test('the link names the group and the number', () => {
  expect(kleLink('85.15.02')).toBe('http://www.kle-online.dk/emneplan/85/#_85.15.02')
  expect(kleLink('85')).toBe('http://www.kle-online.dk/emneplan/85/')
})

test('facet letters met in Danish case numbers are known', () => {
  expect([...KNOWN_FACET_LETTERS].join('')).toBe('AGIKPSØ')
})
