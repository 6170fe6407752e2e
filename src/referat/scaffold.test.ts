import { describe, expect, test } from 'vitest'
import { sourceFile } from '../source/content-tree.ts'
import { readFrontmatter } from '../source/frontmatter.ts'
import type { Udvalg } from './authority.ts'
import { readAuthority } from './reading/authority.ts'
import { readMeeting } from './reading/meeting.ts'
import { readPunkt } from './reading/punkt.ts'
import { type NewPunkt, type Scaffold, scaffoldMeeting, scaffoldPunkt } from './scaffold.ts'

const UDVALG: Udvalg = {
  ...{
    id: 'a/byraadet',
    slug: 'byraadet',
    file: 'a/byraadet/index.md',
    authority: 'a',
    name: 'Byrådet',
    type: 'kommunalbestyrelse',
    aliases: [],
    sagsnummerRequired: false,
    text: '',
  },
  members: [
    { name: 'Ida Engkær', party: 'A', role: '1. viceborgmester', from: '2022-01-01', to: '2025-12-31' },
    { name: 'Bo "Bob" Havdrup, den yngre: #1', party: 'V', from: '2026-01-01' },
  ],
}

function made(scaffold: Scaffold): { path: string; text: string } {
  if ('problem' in scaffold) throw new Error(scaffold.problem)
  return scaffold
}

describe('a meeting', () => {
  function read(date: string) {
    const { path, text } = made(scaffoldMeeting({ udvalg: UDVALG, date }))
    return readMeeting(readFrontmatter(sourceFile(path, text)), { authority: 'a', udvalg: 'a/byraadet', folder: date }, [])
  }

  test('is a draft that reads without findings, with the members of that day', () => {
    const { value, findings } = read('2025-09-30')
    expect(findings).toEqual([])
    expect(value).toMatchObject({
      date: '2025-09-30',
      status: 'kladde',
      deltagere: [{ name: 'Ida Engkær', party: 'A', role: '1. viceborgmester', attendance: 'til stede' }],
    })
  })

  test('a name that YAML could misread is kept whole', () => {
    const { value, findings } = read('2026-03-03')
    expect(findings).toEqual([])
    expect(value.deltagere.map(({ name }) => name)).toEqual(['Bo "Bob" Havdrup, den yngre: #1'])
  })

  test('lies in the folder of its date, a second one with a suffix', () => {
    expect(made(scaffoldMeeting({ udvalg: UDVALG, date: '2026-02-26' })).path).toBe('a/byraadet/2026-02-26/index.md')
    expect(made(scaffoldMeeting({ udvalg: UDVALG, date: '2026-02-26', suffix: 'Ekstraordinært møde' })).path).toBe(
      'a/byraadet/2026-02-26-ekstraordinaert-moede/index.md',
    )
  })

  test.each([{ date: '2026-02-30' }, { date: '3/3 2026' }, { date: '../../x' }, { date: '2026-02-26', suffix: '!' }])(
    '%j is refused',
    (options) => {
      expect(scaffoldMeeting({ udvalg: UDVALG, ...options })).toHaveProperty('problem')
    },
  )
})

describe('a punkt', () => {
  const meeting = readMeeting(
    readFrontmatter(sourceFile('m', '---\ndato: 2026-03-03\nstatus: kladde\n---\n')),
    { authority: 'a', udvalg: 'a/byraadet', folder: '2026-03-03' },
    [],
  ).value
  const authority = readAuthority(readFrontmatter(sourceFile('a', '---\nnavn: A\ntype: kommune\nsagsnummer: [sbsys]\n---\n')), 'a').value
  const punkt = (options: Partial<NewPunkt>): Scaffold => scaffoldPunkt({ meeting, authority, taken: [], title: 'Ny cykelsti', ...options })

  test('comes after the last one', () => {
    expect(made(punkt({})).path).toBe('a/byraadet/2026-03-03/01-ny-cykelsti.md')
    expect(made(punkt({ taken: ['index.md', '01-a.md', '04-b.md', 'godkendt.json'] })).path).toBe('a/byraadet/2026-03-03/05-ny-cykelsti.md')
    expect(made(punkt({ taken: ['099-a.md'] })).path).toBe('a/byraadet/2026-03-03/100-ny-cykelsti.md')
  })

  test('lacks nothing but adgang, which has no default', () => {
    const { path, text } = made(punkt({ title: 'Støj: "Fjordvej", #2', sagsnummer: '05.05.00-P20-4-26' }))
    const { value, findings } = readPunkt(readFrontmatter(sourceFile(path, text)), {
      meeting: meeting.id,
      digest: '',
      fileName: path.split('/').at(-1) ?? '',
      formats: ['sbsys'],
      bytesOf: () => undefined,
    })
    expect(value).toMatchObject({ title: 'Støj: "Fjordvej", #2', sagsnummer: { key: '05.05.00P20-4-26' } })
    expect(findings).toMatchObject([{ rule: 'adgang-mangler', line: 4 }])
  })

  test('a closed one has room for an open decision alone', () => {
    expect(made(punkt({ adgang: 'lukket' })).text).toBe('---\ntitel: Ny cykelsti\nadgang: lukket\n---\n\n## Åben beslutning\n')
  })

  test('a title without letters, or a very long one, still gives a file name', () => {
    expect(made(punkt({ title: '???' })).path).toMatch(/\/01-punkt\.md$/)
    expect(made(punkt({ title: 'cykelsti '.repeat(40) })).path.length).toBeLessThan(100)
  })

  test.each([{ title: ' ' }, { sagsnummer: '85.15.2K07-1-25' }])('%j is refused', (options) => {
    expect(punkt(options)).toHaveProperty('problem')
  })
})
