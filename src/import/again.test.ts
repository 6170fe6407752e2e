import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatDifferences } from './difference.ts'
import { readExisting, readInputs, writePlanned } from './files.ts'
import { type ImportResult, importDocuments, knownNames } from './import.ts'
import { questionsOn } from './questions.ts'

const MINUTES = `REFERAT Havneudvalget d. 03-04-2024

Punkt 1: Ny mole

Beslutning

Godkendt.

Bilag

- Bilag 1 - Kort over molen.pdf
- Notat

Punkt 2: Fyret

Beslutning

Udsat.

Punkt 3: Lukket - Grundsalg

Bilag

- Hemmeligt tilbud.pdf
`
const MEETING = 'vadby/havneudvalget/2024-04-03'
let folder = ''
let content = ''

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'import-igen-'))
  content = path.join(folder, 'content')
  await writeFile(path.join(folder, 'Kort over molen.PDF'), '%PDF-kort')
  await writeFile(path.join(folder, 'Hemmeligt tilbud.pdf'), '%PDF-hemmeligt')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function importText(text: string, force = false): Promise<ImportResult> {
  const file = path.join(folder, 'referat.txt')
  await writeFile(file, text)
  const result = await importDocuments(readInputs([file]), { authority: 'vadby', force }, await readExisting(content))
  await writePlanned(content, result, force)
  return result
}
const fileOf = (name: string): string => path.join(content, MEETING, name)
const states = (result: ImportResult): Record<string, string> =>
  Object.fromEntries(
    result.files
      .filter(({ path: file }) => file.startsWith(MEETING))
      .map(({ path: file, state }) => [file.slice(MEETING.length + 1), state]),
  )
const rules = (result: ImportResult): string[] => result.findings.map(({ rule }) => rule)

describe('the same meeting again', () => {
  test('only what the document has changed is written, and the difference shown', async () => {
    await importText(MINUTES)
    const again = await importText(MINUTES.replace('Udsat.', 'Godkendt.'))
    expect(again.exitCode).toBe(0)
    expect(states(again)).toMatchObject({ '01-ny-mole.md': 'unchanged', '02-fyret.md': 'changed', 'index.md': 'unchanged' })
    expect(formatDifferences(again.files)).toContain('- Udsat.\n  + Godkendt.')
    expect(await readFile(fileOf('02-fyret.md'), 'utf8')).toContain('Godkendt.')
  })

  test('what a clerk has changed since stays, and the rest is updated', async () => {
    await importText(MINUTES)
    const corrected = (await readFile(fileOf('01-ny-mole.md'), 'utf8')).replace('Godkendt.', 'Godkendt med rettelser.')
    await writeFile(fileOf('01-ny-mole.md'), corrected)
    const again = await importText(MINUTES.replace('Godkendt.', 'Afvist.').replace('Udsat.', 'Godkendt.'))
    expect(again.exitCode).toBe(1)
    expect(rules(again)).toContain('import-findes')
    expect(await readFile(fileOf('01-ny-mole.md'), 'utf8')).toBe(corrected)
    expect(await readFile(fileOf('02-fyret.md'), 'utf8')).toContain('Godkendt.')
    expect(states(await importText(MINUTES.replace('Godkendt.', 'Afvist.')))['01-ny-mole.md']).toBe('kept')
  })

  test('--force overwrites it', async () => {
    await importText(MINUTES)
    await writeFile(fileOf('01-ny-mole.md'), (await readFile(fileOf('01-ny-mole.md'), 'utf8')).replace('Godkendt.', 'Rettet.'))
    expect((await importText(MINUTES, true)).exitCode).toBe(0)
    expect(await readFile(fileOf('01-ny-mole.md'), 'utf8')).not.toContain('Rettet.')
  })

  test('an approved referat is not changed', async () => {
    await importText(MINUTES)
    await writeFile(fileOf('index.md'), (await readFile(fileOf('index.md'), 'utf8')).replace('status: referat', 'status: godkendt'))
    const again = await importText(MINUTES.replace('Udsat.', 'Godkendt.'))
    expect(states(again)['02-fyret.md']).toBe('kept')
    expect(await readFile(fileOf('02-fyret.md'), 'utf8')).toContain('Udsat.')
  })

  test('a new title keeps the file of the punkt; a punkt that is gone is told of', async () => {
    await importText(MINUTES)
    const again = await importText(MINUTES.replace('Ny mole', 'Ny mole og kaj').replace(/Punkt 2[\s\S]*?(?=Punkt 3)/, ''))
    expect(states(again)).toMatchObject({ '01-ny-mole.md': 'changed' })
    expect(rules(again)).toContain('import-overskydende')
    expect((await readdir(path.join(content, MEETING))).sort()).toContain('02-fyret.md')
  })

  test('a folder with a suffix is found again', async () => {
    const suffixed = path.join(content, `${MEETING}-om-aftenen`)
    await importText(MINUTES)
    await mkdir(suffixed, { recursive: true })
    for (const name of await readdir(path.join(content, MEETING))) {
      if (name === 'bilag') continue
      await writeFile(path.join(suffixed, name), await readFile(fileOf(name)))
    }
    await rm(path.join(content, MEETING), { recursive: true })
    const again = await importText(MINUTES)
    expect(again.files.filter(({ state }) => state !== 'unchanged')).toEqual([])
    expect(again.files.some(({ path: file }) => file.startsWith(`${MEETING}-om-aftenen/`))).toBe(true)
  })
})

describe('attachments', () => {
  test('one that lies beside the document is copied and listed, a title without a file stays, a closed one is left alone', async () => {
    const result = await importText(MINUTES)
    expect(await readdir(path.join(content, MEETING, 'bilag'))).toEqual(['kort-over-molen.pdf'])
    const punkt = await readFile(fileOf('01-ny-mole.md'), 'utf8')
    expect(punkt).toContain('{ titel: Bilag 1 - Kort over molen.pdf, fil: bilag/kort-over-molen.pdf, adgang: åben }')
    expect(punkt).toContain('{ titel: Notat, adgang: åben }')
    expect(result.copies.map(({ from }) => from)).toEqual(['Kort over molen.PDF'])
  })

  test('a link to a file leads to it, wherever it stands; one out of the folder does not', async () => {
    await mkdir(path.join(folder, 'filer'))
    await writeFile(path.join(folder, 'filer', 'Støj målt.docx'), 'x')
    const page = `<html><body><h1>Referat af møde i Havneudvalget den 3. april 2024</h1><h2>Punkt 1: Støj</h2><h3>Beslutning</h3>
<p>Se <a href="./filer/St%C3%B8j%20m%C3%A5lt.docx">målingen</a> og <a href="../../hemmelig.pdf">kladden</a>.</p></body></html>`
    const file = path.join(folder, 'referat.html')
    await writeFile(file, page)
    const result = await importDocuments(readInputs([file]), { authority: 'vadby' }, new Map())
    expect(result.copies.map(({ from, path: to }) => [from, to])).toEqual([['filer/Støj målt.docx', `${MEETING}/bilag/stoej-maalt.docx`]])
    expect(result.exitCode).toBe(0)
    expect(rules(result)).toContain('import-bilag-uden-fil')
  })
})

describe('what a person is asked', () => {
  test('a body that the archive does not have, and which of two dates', async () => {
    await importText(MINUTES)
    const text = `REFERAT Havne- og Kystudvalget d. 03-04-2024\n\nMødedato: 4. april 2024\n\nPunkt 1: Ny mole\n\nBeslutning\n\nGodkendt.\n`
    const existing = await readExisting(content)
    const inputs = [{ path: 'a.txt', bytes: new TextEncoder().encode(text) }]
    const result = await importDocuments(inputs, { authority: 'vadby' }, existing)
    const questions = questionsOn(result.documents, knownNames(existing))
    expect(questions.map(({ field, choices }) => [field, choices.map(({ value }) => value)])).toEqual([
      ['udvalg', ['havne-og-kystudvalget', 'havneudvalget']],
      ['date', ['2024-04-03', '2024-04-04']],
    ])
    const answers = new Map([['a.txt', { udvalg: 'havneudvalget', date: '2024-04-04' }]])
    const answered = await importDocuments(inputs, { authority: 'vadby', answers }, existing)
    expect(answered.documents[0]?.folder).toBe('vadby/havneudvalget/2024-04-04')
    expect(questionsOn(answered.documents, knownNames(existing))).toEqual([])
  })
})
