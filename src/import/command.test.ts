import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { npmScript } from '../testing/npm-script.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const MINUTES = 'REFERAT Havneudvalget d. 03-04-2024\n\nVadby Kommune\n\nPunkt 1: Ny mole\n\nBeslutning\n\nGodkendt.\n'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'import-'))
  await writeFile(path.join(folder, 'a.txt'), MINUTES)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...npmScript('import'), ...args],
      { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      },
    )
  })
}

test('a dry run shows the files and writes none; the real one writes them', async () => {
  const content = path.join(folder, 'content')
  const document = path.join(folder, 'a.txt')
  const dry = await run(document, '--content', content, '--dry-run')
  expect(dry.code).toBe(0)
  expect(dry.out).toContain('vadby/havneudvalget/2024-04-03/01-ny-mole.md  (ny)')
  expect(dry.err).toContain('1/1')
  expect(existsSync(content)).toBe(false)

  expect((await run(document, '--content', content)).code).toBe(0)
  const meeting = path.join(content, 'vadby/havneudvalget/2024-04-03')
  expect(await readdir(meeting)).toEqual(['.import.json', '01-ny-mole.md', 'index.md'])
  expect(await readFile(path.join(meeting, '01-ny-mole.md'), 'utf8')).toBe(
    '---\ntitel: Ny mole\nnummer: 1\nadgang: åben\n---\n\n## Beslutning\n\nGodkendt.\n',
  )
}, 30_000)

test('a folder stands for the documents in it', async () => {
  const dry = await run(folder, '--content', path.join(folder, 'intet'), '--dry-run')
  expect(dry.code).toBe(0)
  expect(dry.out).toContain('01-ny-mole.md  (ny)')
}, 30_000)

test('how each field was found is shown, and kept beside the files without its value', async () => {
  const content = path.join(folder, 'fundet')
  const { out } = await run(path.join(folder, 'a.txt'), '--content', content, '--explain')
  expect(out).toMatch(/index\.md +dato +2024-04-03 +linje 1 +titlen/)
  expect(out).toMatch(/01-ny-mole\.md +nummer +1 +linje 5 +"Punkt 5: Titel"/)
  const record = JSON.parse(await readFile(path.join(content, 'vadby/havneudvalget/2024-04-03/.import.json'), 'utf8'))
  expect(record.felter).toContainEqual({ fil: 'index.md', felt: 'dato', linje: 1, fundet: 'titlen' })
}, 30_000)

test('many documents are read by several processes, and what comes out is the same', async () => {
  const many = path.join(folder, 'mange')
  await mkdir(many)
  for (let day = 1; day <= 9; day += 1)
    await writeFile(path.join(many, `${day}.txt`), day === 5 ? '' : MINUTES.replace('03-04', `${String(day).padStart(2, '0')}-05`))
  const alone = await run(many, '--content', path.join(folder, 'alene'), '--dry-run', '--workers', '1')
  const together = await run(many, '--content', path.join(folder, 'alene'), '--dry-run', '--workers', '3')
  expect(alone.out).toContain('9 dokumenter, 8 punkter')
  expect([together.code, together.out]).toEqual([alone.code, alone.out])
  expect(together.err).toContain('9/9')
}, 60_000)

test.each([
  ['no files', [], 2],
  ['an unknown option', ['--nej'], 2],
  ['a slug that is none', ['a.txt', '--authority', 'Vadby Kommune'], 2],
  ['a file that is not there', ['findes-ikke.txt', '--dry-run', '--content', 'findes-ikke'], 2],
  ['a number of workers that is none', ['a.txt', '--workers', 'mange'], 2],
  ['help', ['--help'], 0],
])(
  '%s',
  async (_what, args, code) => {
    expect((await run(...args)).code).toBe(code)
  },
  30_000,
)
