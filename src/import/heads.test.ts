import { describe, expect, test } from 'vitest'
import { findHeads } from './heads.ts'
import type { Line } from './line.ts'
import { openText } from './readers/detect.ts'

function linesOf(text: string): readonly Line[] {
  const opened = openText(text)
  return opened.kind === 'read' ? opened.source.document.lines : []
}

function headsOf(text: string): string[] {
  return findHeads(linesOf(text)).heads.map(({ number, title }) => `${number ?? '–'} ${title}`)
}

/** Two punkter of a layout, each with a decision. */
const two = (first: string, second: string): string => `${first}\n\nBeslutning\n\nGodkendt.\n\n${second}\n\nBeslutning\n\nIntet.\n`

describe('the ways in which a punkt begins', () => {
  test.each([
    ['Punkt 1: Havnen', 'Punkt 2: Eventuelt', ['1 Havnen', '2 Eventuelt']],
    ['Punkt 571 Havnen', 'Punkt 572 Eventuelt', ['571 Havnen', '572 Eventuelt']],
    ['Pkt. 42 Havnen', 'Pkt. 43 Eventuelt', ['42 Havnen', '43 Eventuelt']],
    ['42. Havnen', '43. Eventuelt', ['42 Havnen', '43 Eventuelt']],
    ['1 (Åben) Havnen', '2 (Lukket) Eventuelt', ['1 (Åben) Havnen', '2 (Lukket) Eventuelt']],
    ['SAG NR. 1\n\nHavnen', 'SAG NR. 2\n\nEventuelt', ['1 Havnen', '2 Eventuelt']],
    ['Nr.178 - Havnen', 'Nr.179 - Eventuelt', ['178 Havnen', '179 Eventuelt']],
    ['Punkt 5: Havnen', 'Punkt 5a: Eventuelt', ['5 Havnen', '5a Eventuelt']],
    ['# Punkt 1: Havnen', '### **Punkt 2: Eventuelt**', ['1 Havnen', '2 Eventuelt']],
    ['## Havnen', '## Eventuelt', ['– Havnen', '– Eventuelt']],
    ['Havnen ved Øen', 'Eventuelt', ['– Havnen ved Øen', '– Eventuelt']],
  ])('%s', (first, second, heads) => {
    expect(headsOf(two(first, second))).toEqual(heads)
  })
})

describe('what only looks like a punkt', () => {
  test('a numbered list inside a punkt', () => {
    expect(headsOf('1. Havnen\n\nBaggrund\n\n1. mole\n2. kaj\n3. fyr\n\n2. Eventuelt\n\nBeslutning\n\nIntet.')).toEqual([
      '1 Havnen',
      '2 Eventuelt',
    ])
  })

  test('numbered parts of a text in a document that writes "Punkt"', () => {
    expect(
      headsOf(
        'Punkt 1: Meddelelser\n\n1. Nye regler\n\nDe gælder fra marts.\n\n2. Nyt hus\n\nDet åbner i maj.\n\nPunkt 2: Eventuelt\n\nBeslutning\n\nIntet.',
      ),
    ).toEqual(['1 Meddelelser', '2 Eventuelt'])
  })

  test('a sentence that begins with the number of a punkt', () => {
    expect(headsOf('Punkt 1 Havnen\n\nBeslutning\n\nPunkt 2 blev drøftet først.\n\nPunkt 2 Eventuelt\n\nBeslutning\n\nIntet.')).toEqual([
      '1 Havnen',
      '2 Eventuelt',
    ])
  })

  test('a list of the punkter above them', () => {
    expect(
      headsOf(
        '1. Havnen\n2. Eventuelt\n\n1. Havnen\n\nDet er en lang tekst om havnen, som fylder mere end en linje gør.\n\n2. Eventuelt\n\nBeslutning\n\nIntet.',
      ),
    ).toEqual(['1 Havnen', '2 Eventuelt'])
  })
})

test('a title goes on over the line where the table of contents says so', () => {
  const toc = 'Indholdsfortegnelse\n\nLån af lokaler til foreninger.....3\nEventuelt.....4\n\n'
  expect(headsOf(`${toc}Punkt 1: Lån af lokaler\ntil foreninger\n\nPunkt 2: Eventuelt\n`)).toEqual([
    '1 Lån af lokaler til foreninger',
    '2 Eventuelt',
  ])
})

test('a number that is left out is told of', () => {
  const { notes } = findHeads(linesOf('Punkt 1: Havnen\n\nPunkt 3: Eventuelt\n'))
  expect(notes.map(({ rule, line }) => [rule, line])).toEqual([['import-nummerspring', 3]])
})
