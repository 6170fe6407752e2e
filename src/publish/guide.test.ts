import { describe, expect, test } from 'vitest'
import { classifyDecision } from '../referat/beslutning.ts'
import { parseSagsnummer, SAGSNUMMER_FORMATS } from '../referat/sagsnummer.ts'
import { sectionKeyOf } from '../referat/section.ts'
import { guide } from './guide.ts'

const { outcomes, sections, formats, rules } = guide([
  { id: 'b', severity: 'error', about: 'B.' },
  { id: 'a', severity: 'error', about: 'A.' },
  { id: 'c', severity: 'info', about: 'C.' },
])

describe('the tables of the guide', () => {
  test.each(outcomes)('a decision like "$phrase" is read as $key', ({ id, phrase }) => {
    expect(classifyDecision(phrase)[0]).toBe(id)
  })

  test.each(formats)('$example is a number of the kind $id', ({ id, example }) => {
    expect(parseSagsnummer(example, SAGSNUMMER_FORMATS, { labelled: true })?.format).toBe(id)
  })

  test('headings are those that the archive knows', () => {
    for (const { labels } of sections) for (const label of labels) expect(sectionKeyOf(label), label).toBeDefined()
  })

  test('rules stand under their severity, in order', () => {
    expect(rules.map(({ heading, rules: list }) => [heading, ...list.map(({ id }) => id)])).toEqual([
      ['Fejl', 'a', 'b'],
      ['Oplysninger', 'c'],
    ])
  })
})
