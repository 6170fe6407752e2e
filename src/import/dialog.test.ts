import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { npmScript } from '../testing/npm-script.ts'
import { CONTROL_C, hasTerminal, runOnTerminal } from '../testing/terminal.ts'

let folder = ''
let content = ''

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'import-dialog-'))
  content = path.join(folder, 'content')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs the import on a terminal of its own and answers its questions, each as it is put. */
async function talk(text: string, answers: readonly string[]): Promise<{ code: number | null; shown: string }> {
  await writeFile(path.join(folder, 'a.txt'), text)
  return runOnTerminal([...npmScript('import'), `${folder}/a.txt`, '--content', content], /(?:\n> |\[j\/N\] )$/, answers)
}

const minutes = (udvalg: string, date: string): string =>
  `REFERAT ${udvalg} d. ${date}\n\nVadby Kommune\n\nPunkt 1: Ny mole\n\nBeslutning\n\nGodkendt.\n`

describe.skipIf(!hasTerminal)('on a terminal', () => {
  test('a body not seen before is new, or one that is there', async () => {
    await talk(minutes('Havneudvalget', '03-04-2024'), [])
    const { shown } = await talk(minutes('Havne- og Bådudvalget', '05-06-2024'), ['2'])
    expect(shown).toContain('Udvalget "Havne- og Bådudvalget" er ikke i arkivet')
    expect(shown).toContain('1. Havne- og Bådudvalget (nyt)')
    expect(await readdir(path.join(content, 'vadby'))).toEqual(['havneudvalget', 'index.md'])
    expect(existsSync(path.join(content, 'vadby/havneudvalget/2024-06-05/01-ny-mole.md'))).toBe(true)
  }, 60_000)

  test('which of two dates holds', async () => {
    const text = minutes('Havneudvalget', '03-04-2024').replace('Vadby Kommune', 'Vadby Kommune\nMødedato: 10. april 2024')
    await talk(text, ['2'])
    expect(await readdir(path.join(content, 'vadby/havneudvalget'))).toEqual(['2024-04-10', 'index.md'])
  }, 60_000)

  test('a date that is none is asked for again; what nobody knows is asked for until it is known', async () => {
    await mkdir(path.join(content, 'vadby/havneudvalget'), { recursive: true })
    await writeFile(path.join(content, 'vadby/index.md'), '---\nnavn: Vadby Kommune\ntype: kommune\n---\n')
    await writeFile(path.join(content, 'vadby/havneudvalget/index.md'), '---\nnavn: Havneudvalget\ntype: fagudvalg\n---\n')
    const { shown } = await talk('Punkt 1: Ny mole\n\nBeslutning\n\nGodkendt.\n', ['1', 'i går', '3. april 2024'])
    expect(shown).toContain('Prøv igen')
    expect(existsSync(path.join(content, 'vadby/havneudvalget/2024-04-03/01-ny-mole.md'))).toBe(true)
  }, 60_000)

  test('changes are shown and asked about; no is no', async () => {
    const text = minutes('Havneudvalget', '03-04-2024')
    await talk(text, [])
    const { shown } = await talk(text.replace('Godkendt.', 'Udsat.'), ['n'])
    expect(shown).toContain('Udsat.')
    expect(await readFile(path.join(content, 'vadby/havneudvalget/2024-04-03/01-ny-mole.md'), 'utf8')).toContain('Godkendt.')
    await talk(text.replace('Godkendt.', 'Udsat.'), ['j'])
    expect(await readFile(path.join(content, 'vadby/havneudvalget/2024-04-03/01-ny-mole.md'), 'utf8')).toContain('Udsat.')
  }, 60_000)

  test('who ends the dialogue has written nothing', async () => {
    const { code, shown } = await talk('Punkt 1: Ny mole\n\nBeslutning\n\nGodkendt.\n', [CONTROL_C])
    expect(code).toBe(2)
    expect(shown).toContain('intet er skrevet')
    expect(existsSync(content)).toBe(false)
  }, 60_000)
})
