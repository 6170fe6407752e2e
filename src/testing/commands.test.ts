import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { npmScript } from './npm-script.ts'

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

let around: string
let content: string
let output: string

beforeEach(async () => {
  around = await mkdtemp(path.join(os.tmpdir(), 'referatarkiv-'))
  content = path.join(around, 'content')
  output = path.join(around, 'arkiv')
  await cp('content', content, { recursive: true })
})

afterEach(() => rm(around, { recursive: true, force: true }))

/** Runs a command as npm does, without npm's own words on stdout. */
function run(script: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...npmScript(script), ...args],
      { env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 64e6 },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr })
      },
    )
  })
}

async function digestOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const digests = await Promise.all(
    files.sort().map(async (file) => [
      path.relative(folder, file),
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ]),
  )
  return Object.fromEntries(digests)
}

/** Minutes that are not approved yet, so that they may be changed. */
const MEETING = 'oenskeby/kommunalbestyrelsen/2026-11-17'

describe('npm run build', () => {
  test('publishes sound content, and the same content to the same bytes', async () => {
    const first = await run('build', '--content', content, '--output', output)
    expect(first).toMatchObject({ code: 0, stdout: '' })
    const before = await digestOf(output)
    expect(Object.keys(before)).toContain(`${MEETING}/punkt-3/index.html`)
    const second = await run('build', '--content', content, '--output', path.join(around, 'igen'))
    expect(second.code).toBe(0)
    expect(await digestOf(path.join(around, 'igen'))).toEqual(before)
  })

  test('with an error leaves the published archive as it was, says where, and leaves nothing beside it', async () => {
    expect((await run('build', '--content', content, '--output', output)).code).toBe(0)
    const before = await digestOf(output)
    await writeFile(path.join(content, MEETING, '09-nyt.md'), '---\ntitel: Nyt punkt\nadgang: åben\nbeslutnin: godkendt\n---\n')
    const failed = await run('build', '--content', content, '--output', output)
    expect(failed.code).toBe(1)
    expect(failed.stderr).toContain(`${MEETING}/09-nyt.md:4:1`)
    expect(failed.stderr).toContain('Mente du "beslutning"?')
    expect(await digestOf(output)).toEqual(before)
    expect((await readdir(around)).sort()).toEqual(['arkiv', 'content'])
  })

  test('refuses a folder that is no content, and one that is no archive, as misuse', async () => {
    expect((await run('build', '--content', path.join(around, 'findes-ikke'), '--output', output)).code).toBe(2)
    expect((await run('build', '--content', content, '--output', content)).code).toBe(2)
    expect((await run('build', '--indhold', content)).code).toBe(2)
  })

  test('publishes no draft, no word of a closed punkt and no file that is not listed as open', async () => {
    await mkdir(path.join(content, MEETING, 'bilag'), { recursive: true })
    await writeFile(path.join(content, MEETING, 'bilag', 'ulistet.pdf'), 'x')
    await mkdir(path.join(content, 'oenskeby/kommunalbestyrelsen/2026-05-05'))
    await writeFile(
      path.join(content, 'oenskeby/kommunalbestyrelsen/2026-05-05/index.md'),
      '---\ndato: 2026-05-05\nstatus: kladde\n---\n\nKladdens hemmelige ord.\n',
    )
    await writeFile(
      path.join(content, 'oenskeby/kommunalbestyrelsen/2026-05-05/01-a.md'),
      '---\ntitel: Kladdens titel\nsagsnummer: 00.01.00-P35-1-25\nadgang: åben\n---\n\n## Beslutning\n\nGodkendt.\n',
    )
    const built = await run('build', '--content', content, '--output', output)
    expect(built.code).toBe(0)
    const files = Object.keys(await digestOf(output))
    expect(files.filter((file) => file.includes('ulistet') || file.includes('2026-05-05'))).toEqual([])
    const pages = await Promise.all(files.filter((file) => file.endsWith('.html')).map((file) => readFile(path.join(output, file), 'utf8')))
    expect(pages.join('\n')).not.toMatch(/Kladdens/)
  })
})

describe('npm run validate', () => {
  test('finds nothing wrong with the shipped content', async () => {
    const { code, stdout } = await run('validate', '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout).filter(({ severity }: { severity: string }) => severity !== 'info')).toEqual([])
  })

  test('prints one JSON array and nothing else, with true places', async () => {
    await writeFile(path.join(content, MEETING, '09-nyt.md'), '\uFEFF---\r\ntitel: Nyt\r\nadgang: åben\r\nsagsnumer: 1\r\n---\r\n')
    const { code, stdout } = await run('validate', '--content', content, '--format', 'json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({
        file: `${MEETING}/09-nyt.md`,
        line: 4,
        column: 1,
        endColumn: 10,
        severity: 'error',
        rule: 'felt-ukendt',
        hint: 'Mente du "sagsnummer"?',
      }),
    )
  })

  test('refuses a changed word in approved minutes, until the correction is told and the minutes are sealed anew', async () => {
    const approved = path.join(content, 'oenskeby/kommunalbestyrelsen/2025-09-30')
    const file = path.join(approved, '03-cykelsti-langs-moellevej.md')
    await writeFile(file, (await readFile(file, 'utf8')).replace('1.450 meter', '1.540 meter'))
    const refused = await run('validate', '--content', content)
    expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('[godkendt-aendret]') })

    const index = path.join(approved, 'index.md')
    const correction =
      '  - { dato: 2026-11-20, type: faktuel, punkt: 3, tekst: Stiens længde var skrevet forkert., før: 1.450 meter, efter: 1.540 meter }\n'
    await writeFile(index, (await readFile(index, 'utf8')).replace(/(^ {4}tekst: En oplysning om .*\n)/m, `$1${correction}`))
    expect((await run('validate', '--content', content)).code).toBe(0)
    expect((await run('approve', approved, '--content', content)).code).toBe(0)
    expect((await run('validate', '--content', content)).stdout).not.toContain('[godkendt-aendret]')
  })

  test('never prints what stands in a closed punkt', async () => {
    await writeFile(
      path.join(content, MEETING, '09-lukket.md'),
      '---\ntitel: Ejendomssag\nadgang: lukket\nbilag: [{ titel: Hemmeligt skøde }]\n---\n\n## Sagsfremstilling\n\nEn hemmelig oplysning.\n',
    )
    for (const format of ['text', 'json', 'github']) {
      const { code, stdout, stderr } = await run('validate', '--content', content, '--format', format)
      expect(code).toBe(1)
      expect(stdout + stderr).toContain('09-lukket.md')
      expect(stdout + stderr).not.toMatch(/hemmelig/i)
    }
  })

  test('meets every kind of broken file with findings and goes on to the next', async () => {
    const broken: Record<string, string | Buffer> = {
      '20-ikke-yaml.md': '---\ntitel: "uafsluttet\nadgang: åben\n---\n',
      '21-to-hoveder.md': '---\ntitel: A\nadgang: åben\n---\ntitel: B\nadgang: åben\n---\n',
      '22-nfd.md': '---\ntitel: Nyt\nadgang: åben\nberslutning: x\n---\n'.normalize('NFD'),
      '23-stor.md': Buffer.alloc(5.5 * 1024 * 1024, 'a'),
      '24-tom.md': '',
      '25-javascript.md': '---js\n{ titel: process.exit(9) }\n---\n',
    }
    for (const [name, text] of Object.entries(broken)) await writeFile(path.join(content, MEETING, name), text)
    await symlink('/etc/hosts', path.join(content, MEETING, '26-genvej.md'))
    await mkdir(path.join(content, 'oenskeby/kommunalbestyrelsen/foraar'))
    await writeFile(path.join(content, 'oenskeby/kommunalbestyrelsen/foraar/index.md'), '---\ndato: 2026-05-05\nstatus: referat\n---\n')
    const { code, stdout } = await run('validate', '--content', content, '--format', 'json')
    expect(code).toBe(1)
    const errors = JSON.parse(stdout).filter(({ severity }: { severity: string }) => severity === 'error')
    for (const name of [...Object.keys(broken), '26-genvej.md', 'foraar/index.md']) {
      expect(
        errors.some(({ file }: { file: string }) => file.endsWith(name)),
        name,
      ).toBe(true)
    }
  })

  test.each(['build', 'validate', 'import', 'new', 'bench', 'start', 'approve'])('npm run %s answers --help', async (script) => {
    const { code, stdout } = await run(script, '--help')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Brug: npm /)
  })
})

describe('npm start', () => {
  test('shows a change, lays an error over the last sound page, and goes on when it is mended', async () => {
    const server = spawn(process.execPath, [...npmScript('start'), '--content', content, '--output', output, '--port', '0'])
    let said = ''
    server.stderr.on('data', (part) => {
      said += part
    })
    const until = async (words: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const found = words.exec(said)
        if (found) return found
        await once(server.stderr, 'data')
      }
    }
    const [url = ''] = await until(/http:\/\/127\.0\.0\.1:\d+\//)
    const page = async (): Promise<string> => (await fetch(`${url}${MEETING}/punkt-3/`)).text()
    expect(await page()).toContain('<h1')

    const file = path.join(content, MEETING, '03-udvidelse-af-solsikken.md')
    const text = await readFile(file, 'utf8')
    said = ''
    await writeFile(file, text.replace(/^titel: .*/m, 'titel: En hel ny titel'))
    await until(/Arkivet vises/)
    expect(await page()).toMatch(/<h1[^>]*>\s*En hel ny titel/)

    said = ''
    await writeFile(file, text.replace(/^titel: /m, 'titell: '))
    await until(/Der er fejl/)
    expect(await page()).toMatch(/<h1[^>]*>\s*En hel ny titel[\s\S]*Mente du &quot;titel&quot;\?/)

    said = ''
    await writeFile(file, text)
    await until(/Arkivet vises/)
    expect(await page()).not.toContain('role="alert"')
    server.kill('SIGTERM')
    expect(await once(server, 'exit')).toEqual([0, null])
  })
})

describe('hostile text', () => {
  test('is shown as text: no HTML, no script, no template expression is carried out', async () => {
    await writeFile(
      path.join(content, MEETING, '09-hostile.md'),
      [
        '---',
        `titel: '{{ 7 * 7 }} <script>alert(1)</script>'`,
        'sagsnummer: 00.01.00-P35-1-25',
        'adgang: åben',
        '---',
        '',
        '## Beslutning',
        '',
        'Godkendt. {% include "layouts/page.njk" %} {{ site.title }} <img src=x onerror=alert(2)>',
        '',
        '[klik](javascript:alert(3)) [data](data:text/html;base64,PHNjcmlwdD4=) ![billede](https://andre.example/sporing.gif)',
        '',
      ].join('\n'),
    )
    expect((await run('build', '--content', content, '--output', output)).code).toBe(0)
    const page = await readFile(path.join(output, MEETING, 'punkt-9/index.html'), 'utf8')
    expect(page).toContain('{{ 7 * 7 }} &lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('{% include &quot;layouts/page.njk&quot; %} {{ site.title }} &lt;img src=x onerror=alert(2)&gt;')
    expect(page).not.toMatch(/<script>alert|<img[^>]+onerror|<a [^>]*href="(?:javascript|data):|src="https:\/\/andre/)
  })
})
