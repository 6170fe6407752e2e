import { describe, expect, test } from 'vitest'
import { type ImportResult, importDocuments } from './import.ts'
import { partOfAgenda, saysClosed } from './lukket.ts'

const HEAD = 'REFERAT Havneudvalget d. 03-04-2024\n\n'
const SECRET = 'Hemmelig'

async function importText(text: string): Promise<ImportResult> {
  return importDocuments([{ path: 'a.txt', bytes: new TextEncoder().encode(HEAD + text) }], { authority: 'vadby' }, new Map())
}
const accessOf = ({ files }: ImportResult): string => files.flatMap(({ text }) => /^adgang: (.*)$/m.exec(text)?.[1] ?? []).join(' ')

test.each([
  'Lukket dagsorden',
  'LUKKET DAGSORDEN',
  'C. Lukkede sager',
  'Punkter på lukket dagsorden',
  'Sager for lukkede døre',
  'Lukket møde:',
  'II. Lukket del',
])('after "%s" the punkter are closed', async (line) => {
  expect(partOfAgenda(line)).toBe('closed')
  const result = await importText(`Punkt 1: Mole\n\nBeslutning\n\nGodkendt.\n\n${line}\n\nPunkt 2: Sag\n\nBeslutning\n\n${SECRET}.\n`)
  expect(accessOf(result)).toBe('åben lukket')
  expect(JSON.stringify(result)).not.toContain(SECRET)
})

test.each([
  'Lukket punkt',
  'Lukket punkt, jf. kommunestyrelseslovens § 10',
  'Punktet behandles for lukkede døre',
  'Ikke offentligt',
  'Åben: Nej',
  'Lukket: Ja',
  '(Fortroligt)',
])('"%s" closes its punkt', async (line) => {
  expect(saysClosed(line)).toBe(true)
  const result = await importText(`Punkt 1: Mole\n\nBeslutning\n\nGodkendt.\n\nPunkt 2: Sag\n\n${line}\n\nBeslutning\n\n${SECRET}.\n`)
  expect(accessOf(result)).toBe('åben lukket')
  expect(JSON.stringify(result)).not.toContain(SECRET)
})

test.each(['Bygningen er lukket for renovering', 'Lukket kreds', 'Åbent hus'])('"%s" says nothing of access', (line) => {
  expect([saysClosed(line), partOfAgenda(line)]).toEqual([false, undefined])
})

describe('a mark between two punkter', () => {
  test('set as a heading, it is of the one that follows', async () => {
    const result = await importText(`Punkt 1: Mole\n\nBeslutning\n\nGodkendt.\n\nLUKKET PUNKT\n\nPunkt 2: Sag\n\n${SECRET}.\n`)
    expect(accessOf(result)).toBe('åben lukket')
    expect(JSON.stringify(result)).not.toContain(SECRET)
  })

  test('where nothing tells, both are closed and the person is told', async () => {
    const result = await importText(`Punkt 1: Mole\n\nBeslutning\n\n${SECRET}.\n\nLukket punkt\n\nPunkt 2: Sag\n\n${SECRET}.\n`)
    expect(accessOf(result)).toBe('lukket lukket')
    expect(result.findings.map(({ rule }) => rule)).toContain('import-lukket-tvivl')
    expect(JSON.stringify(result)).not.toContain(SECRET)
  })
})

test('a closed punkt that the row of numbers passes by is withheld, and is an error', async () => {
  const result = await importText(
    `Punkt 1: Mole\n\nBeslutning\n\nGodkendt.\n\nPunkt 5: Lukket: Sag\n\n${SECRET}.\n\nPunkt 2: Evt.\n\nBeslutning\n\nIntet.\n`,
  )
  expect(result.exitCode).toBe(1)
  expect(result.findings.map(({ rule, line }) => [rule, line])).toContainEqual(['import-lukket-tvivl', 9])
  expect(JSON.stringify(result)).not.toContain(SECRET)
})
