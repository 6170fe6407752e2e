import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import type { Finding } from '../../findings/finding.ts'
import { sourceFile } from '../../source/content-tree.ts'
import { readFrontmatter } from '../../source/frontmatter.ts'
import { authoritySchema } from './authority.ts'
import { meetingSchema } from './meeting.ts'
import { punktSchema } from './punkt.ts'
import { nearest, readFields } from './read-fields.ts'
import { siteSchema } from './site.ts'
import { udvalgSchema } from './udvalg.ts'

const SCHEMAS = {
  punkt: punktSchema as z.ZodObject,
  meeting: meetingSchema as z.ZodObject,
  udvalg: udvalgSchema as z.ZodObject,
  authority: authoritySchema as z.ZodObject,
  site: siteSchema as z.ZodObject,
}

function read(kind: keyof typeof SCHEMAS, head: string, secret = false) {
  return readFields(SCHEMAS[kind], readFrontmatter(sourceFile('a.md', `---\n${head}\n---\n`)), secret)
}

function said(kind: keyof typeof SCHEMAS, head: string): Pick<Finding, 'line' | 'column' | 'rule' | 'message' | 'hint'>[] {
  return read(kind, head).findings.map(({ line, column, rule, message, hint }) => ({ line, column, rule, message, hint }))
}

describe('a punkt', () => {
  test('adgang has no default', () => {
    expect(said('punkt', 'titel: A')).toEqual([
      {
        line: 1,
        column: 1,
        rule: 'adgang-mangler',
        message: 'Feltet "adgang" mangler.',
        hint: 'Skriv adgang: åben eller adgang: lukket. Et punkt uden adgang bliver ikke udgivet.',
      },
    ])
  })

  test('a field left empty is missing where its key stands', () => {
    expect(said('punkt', 'titel: A\nadgang:')).toMatchObject([{ line: 3, column: 1, rule: 'adgang-mangler' }])
    expect(said('punkt', 'titel: ""\nadgang: åben')).toMatchObject([{ line: 2, rule: 'felt-mangler' }])
    expect(said('punkt', 'titel: "  "\nadgang: åben')).toMatchObject([{ line: 2, rule: 'felt-ugyldigt' }])
  })

  test('an unknown key, at the top and inside, with the nearest known one', () => {
    expect(said('punkt', 'titel: A\nadgang: åben\nsagsnumer: 1\nbilag:\n  - { titel: Plan, fill: bilag/plan.pdf }')).toMatchObject([
      { line: 4, column: 1, rule: 'felt-ukendt', message: 'Feltet "sagsnumer" kendes ikke.', hint: 'Mente du "sagsnummer"?' },
      { line: 6, column: 20, rule: 'felt-ukendt', message: 'Feltet "fill" kendes ikke.', hint: 'Mente du "fil"?' },
    ])
  })

  test('a word that is none of those to choose from', () => {
    expect(said('punkt', 'titel: A\nadgang: aben')).toMatchObject([
      { line: 3, column: 9, hint: 'Mente du "åben"? Vælg mellem: åben, lukket.' },
    ])
  })

  test('one wrong field does not hide the others', () => {
    const { values, findings } = read('punkt', 'titel: A\nadgang: åben\nafstemning: { for: { antal: mange } }\nnummer: 5a')
    expect(values).toMatchObject({ titel: 'A', nummer: '5a', adgang: 'åben' })
    expect(findings).toMatchObject([{ line: 4, hint: 'Skriv et helt tal.' }])
  })

  test('a single word stands for a list of one; a list where a text belongs is refused', () => {
    expect(read('punkt', 'titel: A\nadgang: åben\nvidere til: Byrådet').values).toMatchObject({ 'videre til': ['Byrådet'] })
    expect(said('punkt', 'titel: [A, B]\nadgang: åben')).toMatchObject([
      {
        line: 2,
        column: 8,
        rule: 'felt-ugyldigt',
        hint: 'Skriv én tekst; sæt den i anførselstegn, hvis den indeholder kolon eller klammer.',
      },
    ])
    expect(said('punkt', 'titel: A\nadgang: åben\nbilag: plan.pdf')).toMatchObject([
      { line: 4, hint: 'Skriv en liste: hver ting på sin egen linje, der begynder med "- ".' },
    ])
  })

  test('what is missing inside a list', () => {
    expect(said('punkt', 'titel: A\nadgang: åben\nfraværende:\n  - { navn: Ida }')).toMatchObject([
      { line: 5, rule: 'felt-mangler', message: 'Feltet "fraværende › grund" mangler her.' },
    ])
  })

  test('nothing of a closed one is repeated', () => {
    const { findings } = read(
      'punkt',
      'titel: Hemmelig\nadgang: lukket\nHansen: Hemmelig\nbeslutning: { Hemmelig: Hemmelig }\nnummer: [Hemmelig]\nfraværende: [{ navn: Hemmelig, Hemmelig: Hemmelig }]',
      true,
    )
    expect(findings.length).toBeGreaterThanOrEqual(4)
    expect(JSON.stringify(findings)).not.toMatch(/Hemmelig|Hansen/)
  })
})

describe('a meeting', () => {
  test('times in both spellings', () => {
    expect(read('meeting', 'dato: 2026-03-03\nstatus: referat\nstart: 9.05\nslut: "14:30"').values).toMatchObject({
      start: '09:05',
      slut: '14:30',
    })
  })

  test.each([
    ['dato: 2026-02-30', 'Skriv en dato, der findes, som åååå-mm-dd, for eksempel 2026-02-28.'],
    ['dato: 3. marts 2026', 'Skriv en dato, der findes, som åååå-mm-dd, for eksempel 2026-02-28.'],
    ['dato: 2026-03-03\nstart: 25:00', 'Skriv klokkeslæt som tt:mm, for eksempel 17:00, og KLE-numre som 85.15.02.'],
    ['dato: 2026-03-03\ndeltagere: [Ida]', 'Skriv felter med navn: værdi, rykket ind under dette felt.'],
  ])('%j', (head, hint) => {
    expect(said('meeting', `status: referat\n${head}`)).toMatchObject([{ rule: 'felt-ugyldigt', hint }])
  })
})

describe('an authority', () => {
  test('an address without https, and an e-mail without @', () => {
    expect(said('authority', 'navn: A\ntype: kommune\nhjemmeside: www.a.example\nkontakt: { e-mail: post }')).toMatchObject([
      { line: 4, hint: 'Skriv en hel adresse, der begynder med https://.' },
      { line: 5, hint: 'Skriv en e-mailadresse, for eksempel post@kommune.example.' },
    ])
  })

  test('a homepage that runs code is refused', () => {
    expect(said('authority', 'navn: A\ntype: kommune\nhjemmeside: "javascript:alert(1)"')).toMatchObject([{ rule: 'felt-ugyldigt' }])
  })

  test('a format of case numbers, misspelt', () => {
    expect(said('authority', 'navn: A\ntype: kommune\nsagsnummer: [sbys]')).toMatchObject([
      { line: 4, column: 14, hint: expect.stringContaining('Mente du "sbsys"?') },
    ])
  })
})

test('keys named like the machinery are unknown keys', () => {
  for (const kind of Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[]) {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      expect(said(kind, `${key}: x`)).toContainEqual(
        expect.objectContaining({ line: 2, rule: 'felt-ukendt', message: `Feltet "${key}" kendes ikke.` }),
      )
    }
  }
})

test('the nearest word is offered only where it can be meant', () => {
  expect(nearest('Godkent', ['godkendt', 'afvist'])).toBe('godkendt')
  expect(nearest('xyz', ['godkendt', 'afvist'])).toBeUndefined()
})
