import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let around: string

beforeEach(async () => {
  around = await mkdtemp(path.join(os.tmpdir(), 'referatarkiv-bench-'))
})

afterEach(() => rm(around, { recursive: true, force: true }))

function bench(...words: string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/bench.ts', ...words], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr }),
    )
  })
}

test('each part that the help names answers --help by itself', async () => {
  const { stdout } = await bench('--help')
  const parts = [...stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name = '']) => name)
  expect(parts).toContain('build')
  for (const part of parts)
    expect(await bench(part, '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining(`bench -- ${part}`) })
})

test('a size that is none, and a part that is none, are misuse', async () => {
  expect(await bench('build', '--meetings', 'mange')).toMatchObject({ code: 2, stderr: expect.stringContaining('"mange"') })
  expect(await bench('hastighed')).toMatchObject({ code: 2, stderr: expect.stringContaining('hastighed') })
})

test('figures are written as JSON, with the machine they were taken on', async () => {
  const json = path.join(around, 'tal.json')
  const { code } = await bench('content', '--output', path.join(around, 'indhold'), '--meetings', '4', '--bodies', '2', '--json', json)
  expect(code).toBe(0)
  expect(existsSync(path.join(around, 'indhold', 'index.md'))).toBe(true)
  expect(JSON.parse(await readFile(json, 'utf8'))).toMatchObject({
    machine: { cores: os.availableParallelism(), node: process.version },
    content: { meetings: 4 },
  })
})
