import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAuthority } from '../referat/reading/authority.ts'
import { sourceFile } from '../source/content-tree.ts'
import { readFrontmatter } from '../source/frontmatter.ts'
import { decodeXml, isEmneplan, mergeSubjects, readEmneplan, withParents } from './emneplan.ts'

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<KLE-Emneplan xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <UdgivelsesDato>2026-01-01</UdgivelsesDato>
  <Hovedgruppe>
    <HovedgruppeNr>05</HovedgruppeNr>
    <HovedgruppeTitel>Veje &amp; stier</HovedgruppeTitel>
    <!-- <Gruppe><GruppeNr>05.99</GruppeNr><GruppeTitel>Nej</GruppeTitel></Gruppe> -->
    <Gruppe>
      <GruppeNr>05.05</GruppeNr>
      <GruppeTitel>Nye
        anl&#230;g</GruppeTitel>
      <Emne><EmneNr>05.05.00</EmneNr><EmneTitel><![CDATA[Nye veje <og> stier: 1. del]]></EmneTitel></Emne>
      <Emne><EmneNr>x</EmneNr><EmneTitel>Uden nummer</EmneTitel></Emne>
      <Emne><EmneNr>05.05.10</EmneNr><EmneTitel></EmneTitel></Emne>
    </Gruppe>
  </Hovedgruppe>
</KLE-Emneplan>`
const AUTHORITY = '---\nnavn: By Kommune\ntype: kommune\n---\n\nOm kommunen.\n'

function subjectsOf(text: string) {
  const { value, findings } = readAuthority(readFrontmatter(sourceFile('by/index.md', text)), 'by')
  return { subjects: value.subjects, findings }
}

test('reads every level with number and title, decoded, and nothing without either', () => {
  expect(readEmneplan(XML)).toEqual([
    { kle: '05', title: 'Veje & stier' },
    { kle: '05.05', title: 'Nye anlæg' },
    { kle: '05.05.00', title: 'Nye veje <og> stier: 1. del' },
  ])
  expect([XML, '<html>', 'REFERAT'].map(isEmneplan)).toEqual([true, false, false])
})

test('puts the titles into the authority’s file, so that it reads them', () => {
  const merged = mergeSubjects(AUTHORITY, readEmneplan(XML))
  expect(merged).toMatchObject({ added: 3, kept: 0 })
  expect(merged?.text.endsWith('---\n\nOm kommunen.\n')).toBe(true)
  expect(subjectsOf(merged?.text ?? '')).toEqual({
    subjects: { '05': 'Veje & stier', '05.05': 'Nye anlæg', '05.05.00': 'Nye veje <og> stier: 1. del' },
    findings: [],
  })
})

test('keeps a title that is there, and the numbers in order', () => {
  const text = AUTHORITY.replace(
    'type: kommune\n',
    'type: kommune\nemner:\n  "00": Ledelse\n  05.05.00: Vore stier\n  "17": Skoler\nkode: "123"\n',
  )
  const merged = mergeSubjects(text, readEmneplan(XML))
  expect(merged).toMatchObject({ added: 2, kept: 1 })
  expect(merged?.text).toContain(
    'emner:\n  "00": Ledelse\n  "05": Veje & stier\n  "05.05": Nye anlæg\n  05.05.00: Vore stier\n  "17": Skoler\nkode:',
  )
  expect(mergeSubjects(merged?.text ?? '', readEmneplan(XML))).toEqual({ text: merged?.text, added: 0, kept: 3 })
})

test('asks for a person where it cannot be sure', () => {
  expect(mergeSubjects('Intet hoved.\n', readEmneplan(XML))).toBeUndefined()
  expect(mergeSubjects(AUTHORITY.replace('type: kommune', 'type: kommune\nemner: { "05": Veje }'), readEmneplan(XML))).toBeUndefined()
})

test('any title comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (raw) => {
      const title = raw.replace(/[\s\p{C}]+/gu, ' ').trim()
      if (title === '') return
      const merged = mergeSubjects(AUTHORITY, [{ kle: '05', title }])
      expect(subjectsOf(merged?.text ?? '').subjects['05']?.normalize('NFC')).toBe(title.normalize('NFC'))
    }),
    { numRuns: 60 },
  )
})

test('a number brings those above it', () => {
  expect([...withParents(['05.05.00'])]).toEqual(['05', '05.05', '05.05.00'])
})

test('reads the older encodings that systems export in', () => {
  const old = '<?xml version="1.0" encoding="ISO-8859-1"?><t>Forsøg på Ærø</t>'
  expect(decodeXml(Buffer.from(old, 'latin1'))).toBe(old)
  expect(decodeXml(new TextEncoder().encode('<t>Forsøg på Ærø</t>'))).toBe('<t>Forsøg på Ærø</t>')
})
