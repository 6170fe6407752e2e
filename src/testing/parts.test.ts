import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PART_FILE } from '../build/part.ts'
import { npmScript } from './npm-script.ts'

let folder: string
const at = (name: string): string => path.join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'referatarkiv-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function command(name: string, ...words: string[]): void {
  execFileSync('node', [...npmScript(name), ...words], { stdio: 'ignore' })
}

/** Digestible view of a site: every file but the index, whose shards are cut by authority in the one and by time in the other. */
function pagesOf(site: string): Map<string, string> {
  return new Map(
    readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)))
      .filter((file) => !file.startsWith('pagefind'))
      .map((file) => [file, readFileSync(path.join(site, file), 'latin1')]),
  )
}

test('parts that are built one by one and joined are the archive that is built as a whole', () => {
  const authorities = readdirSync('content', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(authorities.length).toBeGreaterThan(1)
  command('build', '--output', at('whole'), '--no-cache')
  for (const id of authorities) command('build', '--authority', id, '--output', at(id), '--no-cache')
  const told = readFileSync(path.join(at('oenskeby'), PART_FILE), 'latin1')
  expect(told, 'the title of an open one').toContain('Forslag til serviceniveau for helhedspleje')
  expect(told, 'the title of a closed attachment').not.toContain('Sammenligning af tilbud')
  command('join', '--output', at('joined'), ...authorities.map(at))
  const [whole, joined] = [pagesOf(at('whole')), pagesOf(at('joined'))]
  expect([...joined.keys()].sort()).toEqual([...whole.keys()].sort())
  expect([...whole].filter(([file, text]) => joined.get(file) !== text).map(([file]) => file)).toEqual([])
  expect(readdirSync(at('joined'))).not.toContain(PART_FILE)
  const { shards } = JSON.parse(readFileSync(at('joined/pagefind/arkiv.json'), 'utf8')) as { shards: { punkter: number }[] }
  const { shards: wholeShards } = JSON.parse(readFileSync(at('whole/pagefind/arkiv.json'), 'utf8')) as { shards: { punkter: number }[] }
  const count = (all: { punkter: number }[]): number => all.reduce((sum, { punkter }) => sum + punkter, 0)
  expect(count(shards)).toBe(count(wholeShards))

  const missing = spawnSync('node', [...npmScript('join'), '--output', at('joined'), at(authorities[0] ?? '')], {
    encoding: 'utf8',
  })
  expect(missing.status).toBe(2)
  expect(missing.stderr).toContain('Der mangler en del for')
}, 300_000)
