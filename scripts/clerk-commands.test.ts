import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { EXAMPLE_ARCHIVE, PUNKT, punktText } from '../src/rules/example-archive.ts'
import { npmScript } from '../src/testing/npm-script.ts'
import { CONTROL_C, hasTerminal, runOnTerminal } from '../src/testing/terminal.ts'

// Each command starts a process of its own.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'referatarkiv-'))
  for (const [file, text] of Object.entries(EXAMPLE_ARCHIVE)) await put(file, text)
})
afterAll(async () => rm(folder, { recursive: true }))

async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
  await writeFile(path.join(folder, file), text)
}

function run(script: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...npmScript(script), ...args], { env: { ...process.env, NO_COLOR: '1' } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

describe('validate', () => {
  test('sound content: nothing but the sum, exit 0', async () => {
    expect(await run('validate', '--content', folder)).toEqual({
      code: 0,
      stdout: 'Ingen fejl. 2 møder og 4 punkter set igennem.\n',
      stderr: '',
    })
    expect(await run('validate', '--content', folder, '--format', 'json')).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
    expect(await run('validate', '--content', folder, '--format', 'github')).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('errors: exit 1, and JSON alone on stdout', async () => {
    await put(PUNKT, punktText('sagsnummer: 85.15.2K07-1-25'))
    const { code, stdout, stderr } = await run('validate', '--content', folder, '--format', 'json')
    await put(PUNKT, EXAMPLE_ARCHIVE[PUNKT] ?? '')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject([
      { file: PUNKT, line: 4, column: 13, endColumn: 28, severity: 'error', rule: 'sagsnummer-form' },
    ])
  })

  test.concurrent.each([
    [['--format', 'xml'], 'Formatet "xml" findes ikke.'],
    [['--nope'], 'Kommandoen kender ikke --nope.'],
    [['--content', '/nowhere'], 'Indholdsmappen /nowhere kan ikke læses.'],
  ])('%j: exit 2, nothing on stdout', async (args, says) => {
    const { code, stdout, stderr } = await run('validate', ...args)
    expect({ code, stdout, says: stderr.split('\n')[0] }).toEqual({ code: 2, stdout: '', says })
  })
})

test.concurrent.each(['validate', 'approve', 'new'])('%s --help: exit 0', async (script) => {
  const { code, stdout } = await run(script, '--help')
  expect(code).toBe(0)
  expect(stdout).toMatch(new RegExp(`^Brug: npm run ${script} `))
})

test('new: a meeting and a punkt that validate but for adgang, and never over another', async () => {
  const meeting = ['moede', '--udvalg', 'fjordkoebing/byraadet', '--dato', '2025-11-25', '--content', folder]
  expect(await run('new', ...meeting)).toMatchObject({ code: 0 })
  expect(await run('new', ...meeting)).toMatchObject({ code: 2, stderr: expect.stringContaining('er der allerede') })
  expect(await run('new', 'punkt', '--moede', 'fjordkoebing/byraadet/2025-11-25', '--titel', 'Støj', '--content', folder)).toMatchObject({
    code: 0,
  })
  expect(await run('new', 'punkt', '--moede', 'fjordkoebing/byraadet/2025-11-26', '--titel', 'Støj', '--content', folder)).toMatchObject({
    code: 2,
  })
  const errors = JSON.parse((await run('validate', '--content', folder, '--format', 'json')).stdout).filter(
    ({ severity }: { severity: string }) => severity !== 'info',
  )
  await rm(path.join(folder, 'fjordkoebing/byraadet/2025-11-25'), { recursive: true })
  expect(errors).toMatchObject([{ file: 'fjordkoebing/byraadet/2025-11-25/01-stoej.md', rule: 'adgang-mangler' }])
})

describe.skipIf(!hasTerminal)('new, on a terminal', () => {
  const talk = (...answers: string[]) => runOnTerminal([...npmScript('new'), 'moede', '--content', folder], /: $/, answers)

  test('asks again at once for what cannot be used', async () => {
    const { code, shown } = await talk('byraadet', 'fjordkoebing/byraadet', '25. november', '2025-11-24')
    expect(shown).toContain('Udvalget "byraadet" findes ikke. Vælg mellem:')
    expect(shown).toContain('"25. november" er ikke en dato')
    expect(code).toBe(0)
    expect(await readFile(path.join(folder, 'fjordkoebing/byraadet/2025-11-24/index.md'), 'utf8')).toContain('dato: 2025-11-24')
    await rm(path.join(folder, 'fjordkoebing/byraadet/2025-11-24'), { recursive: true })
  })

  test('who ends the dialogue is told that nothing is written', async () => {
    const { code, shown } = await talk('fjordkoebing/byraadet', CONTROL_C)
    expect(shown).toContain('Afbrudt; intet er skrevet.')
    expect(shown).not.toContain('AbortError')
    expect(code).toBe(2)
  })
})

test('approve: locks approved minutes, refuses others, takes a folder with or without the content folder before it', async () => {
  const index = 'fjordkoebing/teknikudvalget/2025-09-10/index.md'
  await put(index, '---\ndato: 2025-09-10\nstatus: godkendt\n---\n')
  const meeting = path.dirname(index)
  expect(await run('approve', path.join(folder, meeting), '--content', folder)).toEqual({
    code: 0,
    stdout: `Låst: ${meeting}\n`,
    stderr: '',
  })
  expect(JSON.parse(await readFile(path.join(folder, meeting, 'godkendt.json'), 'utf8'))).toMatchObject({ rettelser: 0 })
  expect(await run('approve', '--all', '--content', folder)).toMatchObject({ code: 0, stdout: `Uændret: ${meeting}\n` })
  expect(await run('approve', 'fjordkoebing/byraadet/2025-09-30', '--content', folder)).toMatchObject({ code: 1, stdout: '' })
  expect(await run('approve')).toMatchObject({ code: 2, stdout: '' })
})
