import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readCacheFile, writeCacheFile } from './cache-file.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'referatarkiv-'))
  file = path.join(folder, 'deep/pages')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what was written comes back, maps and numbers too, and nothing is left beside it', () => {
  const value = { pages: new Map([['a', Uint32Array.of(1, 2)]]), word: 'blåbær' }
  writeCacheFile(file, '1', value)
  expect(readCacheFile(file, '1')).toEqual(value)
  expect(readdirSync(path.dirname(file))).toEqual(['pages'])
})

test('what another version wrote is as if it were not', () => {
  writeCacheFile(file, '1', 'x')
  expect(readCacheFile(file, '2')).toBeUndefined()
  expect(readCacheFile(`${file}-none`, '1')).toBeUndefined()
})

test('a file that is cut off or changed anywhere is as if it were not', () => {
  writeCacheFile(file, '1', { word: 'blåbær', list: [1, 2, 3] })
  const whole = readFileSync(file)
  fc.assert(
    fc.property(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), fc.boolean(), (place, change, cut) => {
      const broken = Buffer.from(cut ? whole.subarray(0, place) : whole)
      if (!cut) broken[place] = (broken[place] ?? 0) ^ change
      writeFileSync(file, broken)
      expect(readCacheFile(file, '1')).toBeUndefined()
    }),
  )
})
