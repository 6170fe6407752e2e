import { expect, test } from 'vitest'
import { sourceFile } from '../../source/content-tree.ts'
import { type Frontmatter, readFrontmatter } from '../../source/frontmatter.ts'
import { readAuthority, readSite, readUdvalg } from './authority.ts'

function head(text: string): Frontmatter {
  return readFrontmatter(sourceFile('index.md', `---\n${text}\n---\n\nOm os.\n`))
}

test('the address of the site has no slash at its end', () => {
  expect(readSite(head('titel: Arkiv\nurl: https://arkiv.example/\nbeskrivelse: Alle referater.')).value).toMatchObject({
    title: 'Arkiv',
    url: 'https://arkiv.example',
    text: '\nOm os.\n',
  })
})

test('party letters hold for their term; those without a term always', () => {
  const { value, findings } = readAuthority(
    head(
      'navn: Fjordkøbing Kommune\ntype: kommune\npartier:\n  2022-2025: { L: Ønskelisten }\n  2026-: { L: Landsbylisten }\n  A: Fjordlisten',
    ),
    'fjordkoebing',
  )
  expect(findings).toEqual([])
  expect(value.parties).toEqual([
    { fromYear: 2022, toYear: 2025, names: { L: 'Ønskelisten' } },
    { fromYear: 2026, names: { L: 'Landsbylisten' } },
    { names: { A: 'Fjordlisten' } },
  ])
})

test('KLE titles keep their leading noughts', () => {
  expect(
    readAuthority(head('navn: A\ntype: kommune\nemner:\n  "00": Ledelse\n  00.01: Møder\n  85.15.02: Sikkerhed'), 'a').value.subjects,
  ).toEqual({ '00': 'Ledelse', '00.01': 'Møder', '85.15.02': 'Sikkerhed' })
})

test('a body in full', () => {
  const { value, findings } = readUdvalg(
    head(
      'navn: Kulturudvalget\ntype: fagudvalg\naliaser: KU\nsagsnummer: krævet\nmedlemmer:\n  - { navn: Ida, parti: A, rolle: formand, fra: 2022-01-01, til: 2025-12-31 }\nnedlagt: 2025-12-31\nafløst af: Fritidsudvalget',
    ),
    'a',
    'kulturudvalget',
  )
  expect(findings).toEqual([])
  expect(value).toMatchObject({
    id: 'a/kulturudvalget',
    aliases: ['KU'],
    sagsnummerRequired: true,
    members: [{ name: 'Ida', party: 'A', role: 'formand', from: '2022-01-01', to: '2025-12-31' }],
    closedDown: '2025-12-31',
    succeededBy: 'Fritidsudvalget',
  })
})
