import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Loaded } from '../../archive/archive.ts'
import { loadArchive } from '../../archive/load.ts'
import { readPdf } from '../../documents/pdf.ts'
import type { Finding } from '../../findings/finding.ts'
import { validate } from '../../rules/validate.ts'
import { digestOf } from '../../source/content-tree.ts'
import { readContent } from '../../source/read.ts'
import { generateContent } from './generate.ts'
import type { ContentSize } from './size.ts'

const SIZE: ContentSize = { seed: 7, authorities: 2, bodies: 4, meetings: 48, punkter: 8, pdf: 0.1 }

let around: string
let loaded: Loaded
let findings: readonly Finding[]

beforeAll(() => {
  around = mkdtempSync(path.join(os.tmpdir(), 'referatarkiv-generate-'))
  generateContent(path.join(around, 'a'), SIZE)
  loaded = loadArchive(readContent(path.join(around, 'a')))
  findings = validate(loaded)
})

afterAll(() => rmSync(around, { recursive: true, force: true }))

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? path.relative(folder, path.join(entry.parentPath, entry.name)) : [],
  )
}

function digestOfFolder(folder: string): string {
  return digestOf(
    filesOf(folder)
      .sort()
      .map((file) => file + readFileSync(path.join(folder, file), 'latin1'))
      .join('\n'),
  )
}

test('the same size and seed give the same bytes, another seed others', () => {
  generateContent(path.join(around, 'b'), SIZE)
  generateContent(path.join(around, 'c'), { ...SIZE, seed: 8 })
  expect(digestOfFolder(path.join(around, 'b'))).toBe(digestOfFolder(path.join(around, 'a')))
  expect(digestOfFolder(path.join(around, 'c'))).not.toBe(digestOfFolder(path.join(around, 'a')))
})

test('it is as large as was asked for', () => {
  const { authorities, udvalg, meetings, punkter } = loaded.archive
  expect(authorities).toHaveLength(2)
  expect(udvalg).toHaveLength(8)
  expect(meetings).toHaveLength(48)
  expect(Math.abs(punkter.length / meetings.length - SIZE.punkter)).toBeLessThan(SIZE.punkter / 4)
})

test('there is nothing to mend in it', () => {
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
})

test('cases travel from body to body, and the later punkt finds the earlier one', () => {
  const { archive } = loaded
  const bodiesOf = (punkter: readonly string[]): number =>
    new Set(punkter.map((id) => archive.meeting(archive.punkt(id).meeting).udvalg)).size
  const travelled = archive.sager.filter(({ standing, punkter }) => !standing && bodiesOf(punkter) > 1)
  expect(travelled.length).toBeGreaterThan(10)
  const references = archive.punkter.flatMap(({ id }) => archive.referencesFrom(id))
  expect(references.length).toBeGreaterThan(20)
  expect(references.filter(({ kind }) => kind === 'body' || kind === 'unknown')).toEqual([])
})

test('it has closed punkter, votes, absences, agendas and sealed minutes', () => {
  const { meetings, punkter } = loaded.archive
  expect(punkter.some(({ closed, sections }) => closed && sections.length === 0)).toBe(true)
  expect(punkter.some(({ vote }) => vote?.against?.members.length)).toBe(true)
  expect(meetings.some(({ deltagere }) => deltagere.some(({ attendance }) => attendance === 'afbud'))).toBe(true)
  expect(meetings.some(({ status }) => status === 'dagsorden')).toBe(true)
  const approved = meetings.filter(({ status }) => status === 'godkendt')
  expect(approved.length).toBeGreaterThan(0)
  for (const { id } of approved) expect(loaded.sources.tree.assets.has(`${id}/godkendt.json`)).toBe(true)
})

test('its PDFs can be read', async () => {
  const pdf = filesOf(path.join(around, 'a')).find((file) => file.endsWith('.pdf')) ?? ''
  const text = JSON.stringify(await readPdf(readFileSync(path.join(around, 'a', pdf))))
  expect(text).toMatch(/[æøå]/)
})
