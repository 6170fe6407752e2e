import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { validate } from '../rules/validate.ts'
import { contentTree } from '../source/content-tree.ts'

const FOLDER = 'templates/pages/vejledning'
const BODY = 'soeby/teknikudvalget'
const MEETING = `${BODY}/2026-03-04`

/** Where an example of each kind belongs, and what the head of a piece of one lacks. */
const KINDS: Readonly<Record<string, { readonly file: string; readonly head: Readonly<Record<string, string>> }>> = {
  arkiv: { file: 'index.md', head: {} },
  myndighed: { file: 'soeby/index.md', head: { navn: 'Søby Kommune', type: 'kommune' } },
  udvalg: { file: `${BODY}/index.md`, head: { navn: 'Teknikudvalget', type: 'fagudvalg' } },
  møde: { file: `${MEETING}/index.md`, head: { dato: '2026-03-04', status: 'referat' } },
  punkt: { file: `${MEETING}/07-eksempel.md`, head: { titel: 'Et eksempel', adgang: 'åben' } },
  lukket: { file: `${MEETING}/07-eksempel.md`, head: {} },
}

const AROUND: Readonly<Record<string, string>> = {
  'index.md': '---\ntitel: Arkiv\nurl: https://referater.soeby.example\nbeskrivelse: Et arkiv.\n---\n',
  'soeby/index.md': '---\nnavn: Søby Kommune\ntype: kommune\n---\n',
  'soeby/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  [`${BODY}/index.md`]: '---\nnavn: Teknikudvalget\ntype: fagudvalg\n---\n',
  [`${MEETING}/index.md`]: '---\ndato: 2026-03-04\nstatus: dagsorden\n---\n',
  [`${MEETING}/bilag/kort.pdf`]: 'kort',
}

const examples = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => examplesOf(readFileSync(path.join(FOLDER, name), 'utf8')).map((example) => ({ ...example, name })))

describe('the examples of the guide', () => {
  test('are many, and of every kind of file', () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(Object.keys(KINDS)))
    expect(examples.length).toBeGreaterThan(12)
  })

  test.each(examples)('$name: $kind, line $line', ({ kind, text }) => {
    const place = KINDS[kind]
    if (!place) throw new Error(`No kind of file is called ${kind}.`)
    const tree = contentTree({ ...AROUND, [place.file]: text.startsWith('---') ? text : withHead(text, place.head) })
    const findings = validate(loadArchive(tree)).filter(({ file }) => file === place.file)
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([])
  })
})

test('a key that the format does not know would be found', () => {
  const { file, head } = KINDS['punkt'] as (typeof KINDS)[string]
  const tree = contentTree({ ...AROUND, [file]: withHead('beslutnig: godkendt\n', head) })
  expect(validate(loadArchive(tree)).map(({ rule }) => rule)).toContain('felt-ukendt')
})

/** Fenced examples whose info string names a kind of file: a whole file, or some keys of its head. */
function examplesOf(page: string): { kind: string; text: string; line: number }[] {
  return [...page.matchAll(/^```(?:text|yaml) (\p{L}+)\n([\s\S]*?)^```$/gmu)].map((match) => ({
    kind: match[1] ?? '',
    text: match[2] ?? '',
    line: page.slice(0, match.index).split('\n').length,
  }))
}

function withHead(keys: string, head: Readonly<Record<string, string>>): string {
  const lacking = Object.entries(head).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(keys))
  return `---\n${lacking.map(([key, value]) => `${key}: ${value}\n`).join('')}${keys}---\n`
}
