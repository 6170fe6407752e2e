import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { classifyDecision, classifyWithoutHeading } from './beslutning.ts'
import { mayHoldCpr } from './cpr.ts'
import { findReferences } from './reference.ts'
import { findSagsnumre } from './sagsnummer.ts'
import { sectionKeyOf } from './section.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/referater')

/** Outcomes punkt by punkt, as the specification lists them; '' for a punkt without a decision. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'lemvig 2025-08-28': [
    'informed',
    'informed',
    'informed',
    'approved',
    'approved hearing',
    'approved',
    'informed',
    'informed',
    'nothing',
    'informed',
    'nothing',
  ],
  'lemvig 2025-05-27': ['informed', 'informed', 'recommended', 'informed', 'informed', 'nothing', 'informed', 'informed'],
  'lemvig 2026-02-26': [
    'discussed',
    'recommended',
    'informed',
    'discussed',
    'recommended',
    'recommended',
    'recommended',
    'informed',
    'nothing',
    'nothing',
    'nothing',
  ],
  'ballerup 2024-01-23': ['noted', 'postponed discussed', 'noted', 'noted', 'discussed', ''],
  'aabenraa 2023-04-21': ['other', '', 'noted', 'postponed', 'noted', 'postponed', 'withdrawn', 'postponed'],
}

describe.skipIf(!existsSync(FOLDER))('the real documents', () => {
  const documents = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.txt')) : []

  test.each(Object.entries(EXPECTED))('%s: every punkt has its outcome', (name, expected) => {
    const [place = '', date = ''] = name.split(' ')
    const file = documents.find((document) => document.startsWith(place) && document.includes(date)) ?? ''
    expect(punkterOf(readFileSync(join(FOLDER, file), 'utf8')).map(outcomesOf)).toEqual(expected)
  })

  test('every punkt that has a case number is found with it, and nothing else passes for one', () => {
    for (const file of documents) {
      const text = readFileSync(join(FOLDER, file), 'utf8')
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => /^\d\d\.\d\d\.\d\d-?\p{Lu}\d\d-\d+-\d+$/u.test(line))
      expect(findSagsnumre(text).map(({ sagsnummer }) => sagsnummer.written)).toEqual(lines)
    }
  })

  test('no number in them passes for a CPR number', () => {
    expect(documents.filter((file) => mayHoldCpr(readFileSync(join(FOLDER, file), 'utf8')))).toEqual([])
  })

  test('every earlier treatment is found with body, date and punkt', () => {
    const found = documents.flatMap((file) => findReferences(readFileSync(join(FOLDER, file), 'utf8')).filter(({ punkt }) => punkt))
    expect(found.map(({ dato, punkt }) => `${dato} ${punkt}`).sort()).toEqual([
      '2023-02-21 2',
      '2023-12-06 4',
      '2025-08-22 1',
      '2025-08-22 2',
      '2025-08-22 3',
      '2025-12-10 3',
    ])
    for (const { udvalg, label } of found) expect(label.startsWith(udvalg)).toBe(true)
  })
})

/** A rough cut, enough for these five: punkt heads "Punkt N: T" at any level, or "N. T" counted up where the table of contents is none. */
function punkterOf(text: string): string[] {
  if (/^[#* ]*Punkt 1: /m.test(text)) return text.split(/^[#* ]*(?=Punkt \d+: )/m).slice(1)
  const heads: number[] = []
  let from = 0
  for (let number = 1; ; number += 1) {
    const head = new RegExp(`^${number}\\. .*\\n\\nVarighed`, 'm').exec(text.slice(from))
    if (!head) break
    heads.push(from + head.index)
    from += head.index + 1
  }
  return heads.map((start, index) => text.slice(start, heads[index + 1]))
}

function outcomesOf(punkt: string): string {
  const lines = punkt.split('\n').slice(1)
  const decisions: string[][] = []
  let open: string[] | undefined
  for (const line of lines) {
    const key = line.trim() === '' ? undefined : sectionKeyOf(line)
    if (key) {
      open = key === 'decision' ? [] : undefined
      if (open) decisions.push(open)
    } else open?.push(line)
  }
  const outcomes =
    decisions.length > 0 ? decisions.flatMap((decision) => classifyDecision(decision.join('\n'))) : classifyWithoutHeading(lines.join('\n'))
  return [...new Set(outcomes)].join(' ')
}
