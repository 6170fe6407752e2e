import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const TAKEN = ['src', 'scripts', 'content', 'templates', 'package.json', 'eleventy.config.ts', 'tsconfig.json']

let project: string

beforeAll(async () => {
  project = await mkdtemp(path.join(os.tmpdir(), 'referatarkiv-launch-'))
  for (const name of TAKEN) await cp(name, path.join(project, name), { recursive: true })
  await symlink(path.resolve('node_modules'), path.join(project, 'node_modules'))
})
afterAll(() => rm(project, { recursive: true }))

async function launch(...words: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['scripts/launch.mjs', ...words], { cwd: project })
  return stdout + stderr
}

async function bundles(): Promise<string[]> {
  return (await readdir(path.join(project, '.cache'))).filter((name) => name.startsWith('program-'))
}

test('commands run from one bundle, until the code is another', async () => {
  const together = await Promise.all([launch('validate', '--help'), launch('build', '--help'), launch('new', '--help')])
  expect(together.map((help) => help.split('\n')[0])).toEqual([
    expect.stringContaining('npm run validate'),
    expect.stringContaining('npm run build'),
    expect.stringContaining('npm run new'),
  ])
  const [bundle = '', ...others] = await bundles()
  expect(others).toEqual([])

  const script = path.join(project, 'scripts', 'validate.ts')
  await writeFile(script, (await readFile(script, 'utf8')).replace('Ser indholdet igennem', 'Læser indholdet igennem'))
  expect(await launch('validate', '--help')).toContain('Læser indholdet igennem')
  expect(await bundles()).toHaveLength(2)

  const longAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
  await utimes(path.join(project, '.cache', bundle), longAgo, longAgo)
  await writeFile(script, `${await readFile(script, 'utf8')}\n`)
  await launch('validate', '--help')
  expect(await bundles()).not.toContain(bundle)
})

test('the bundle builds the archive, with the pages that Eleventy prints', async () => {
  await launch('build', '--no-search', '--output', 'arkiv')
  expect(await readFile(path.join(project, 'arkiv', 'index.html'), 'utf8')).toContain('<html lang="da"')
})

test('the preview shows drafts, and leaves the archive that is published alone', async () => {
  const draft = 'oenskeby/kommunalbestyrelsen/2027-01-26'
  await mkdir(path.join(project, 'content', draft))
  await writeFile(path.join(project, 'content', draft, 'index.md'), '---\ndato: 2027-01-26\nstatus: kladde\n---\n')
  const preview = spawn(process.execPath, ['scripts/launch.mjs', 'start', '--port', '0'], { cwd: project })
  let said = ''
  preview.stderr.on('data', (part) => {
    said += part
  })
  let url: string | undefined
  while (url === undefined) {
    await once(preview.stderr, 'data')
    url = /Arkivet vises på (\S+)/.exec(said)?.[1]
  }
  expect((await fetch(`${url}${draft}/`)).status).toBe(200)
  preview.kill('SIGINT')
  expect(await once(preview, 'exit')).toEqual([0, null])
  expect(existsSync(path.join(project, '_site'))).toBe(false)
})

test('a preview that is asked for wrongly says so and ends', async () => {
  await expect(launch('start', '--prot', '1')).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('--prot') })
})

test('a command that is none is named', async () => {
  await expect(launch('byg')).rejects.toThrow('byg')
})
