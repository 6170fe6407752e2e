import { expect, test } from 'vitest'
import { planSubjects } from './subjects.ts'

const XML =
  '<KLE-Emneplan><Hovedgruppe><HovedgruppeNr>05</HovedgruppeNr><HovedgruppeTitel>Veje</HovedgruppeTitel><Gruppe><GruppeNr>05.05</GruppeNr><GruppeTitel>Anlæg</GruppeTitel><Emne><EmneNr>05.05.00</EmneNr><EmneTitel>Stier</EmneTitel></Emne><Emne><EmneNr>05.05.10</EmneNr><EmneTitel>Broer</EmneTitel></Emne></Gruppe></Hovedgruppe></KLE-Emneplan>'
const CONTENT = new Map([
  ['by/index.md', '---\nnavn: By Kommune\ntype: kommune\nsagsnummer: [sbsys]\nemner:\n  "05": Vore veje\n---\n'],
  ['by/raadet/index.md', '---\nnavn: Rådet\ntype: kommunalbestyrelse\n---\n'],
  ['by/raadet/2026-01-05/index.md', '---\ndato: 2026-01-05\nstatus: referat\n---\n'],
  ['by/raadet/2026-01-05/01-sti.md', '---\ntitel: Sti\nsagsnummer: 05.05.00-P20-4-25\nadgang: åben\n---\n'],
  ['by/raadet/2026-01-05/02-skole.md', '---\ntitel: Skole\nsagsnummer: 17.01.00-P20-4-25\nadgang: åben\n---\n'],
])

test('takes the titles that the cases have use for, and leaves those that are there', () => {
  const { file, message, exitCode } = planSubjects(XML, CONTENT)
  expect(exitCode).toBe(0)
  expect(file?.path).toBe('by/index.md')
  expect(file?.text).toContain('emner:\n  "05": Vore veje\n  "05.05": Anlæg\n  "05.05.00": Stier\n')
  expect(file?.text).not.toContain('Broer')
  expect(message).toBe(
    '2 titler er skrevet i by/index.md. 1 stod der i forvejen og er ikke rørt. 3 af sagernes numre står ikke i emneplanen.',
  )
})

test('a second time there is nothing to write', () => {
  const again = new Map(CONTENT).set('by/index.md', planSubjects(XML, CONTENT).file?.text ?? '')
  expect(planSubjects(XML, again)).toMatchObject({ exitCode: 0 })
  expect(planSubjects(XML, again).file).toBeUndefined()
})

test('says what it needs', () => {
  expect(planSubjects('<html></html>', CONTENT)).toMatchObject({ exitCode: 2 })
  expect(planSubjects(XML, new Map([...CONTENT, ['bo/index.md', '---\nnavn: Bo\ntype: kommune\n---\n']]))).toMatchObject({ exitCode: 2 })
  expect(planSubjects(XML, CONTENT, 'nej')).toMatchObject({ exitCode: 2 })
  expect(planSubjects(XML, CONTENT, 'by')).toMatchObject({ exitCode: 0 })
})
