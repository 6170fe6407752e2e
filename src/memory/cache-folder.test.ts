import { existsSync, mkdtempSync, realpathSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cacheFolder, madeWith, tendCaches } from './cache-folder.ts'

const before = process.cwd()
let folder: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'referatarkiv-')))
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

test('the cache of a folder that has long been gone is taken away, others stay', () => {
  const day = Date.now() / 1000 - 25 * 60 * 60
  tendCaches('site', 'gone')
  utimesSync(path.join(cacheFolder('site', 'gone'), 'om.txt'), day, day)
  tendCaches('content', folder)
  utimesSync(path.join(cacheFolder('content', folder), 'om.txt'), day, day)
  tendCaches('site', 'being-made')
  expect(existsSync(cacheFolder('site', 'gone'))).toBe(false)
  expect(existsSync(cacheFolder('content', folder))).toBe(true)
  expect(existsSync(cacheFolder('site', 'being-made'))).toBe(true)
})

test('the same code has the same name, wherever it is asked from', () => {
  const here = madeWith()
  process.chdir(tmpdir())
  expect(madeWith()).toBe(here)
})
