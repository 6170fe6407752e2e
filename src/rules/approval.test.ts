import { describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import type { Finding } from '../findings/finding.ts'
import { contentTree } from '../source/content-tree.ts'
import { approvalOf, formatApproval, parseApproval } from './approval.ts'
import { type ApprovePlan, planApproval } from './approve.ts'
import { DELTAGERE, EXAMPLE_ARCHIVE, MEETING, meetingText, PUNKT, punktText } from './example-archive.ts'
import { validate } from './validate.ts'

const ID = 'fjordkoebing/byraadet/2025-09-30'
const LOCK = `${ID}/godkendt.json`
const APPROVED = { ...EXAMPLE_ARCHIVE, [MEETING]: meetingText(DELTAGERE, '', 'godkendt') }

type Files = Readonly<Record<string, string>>

function findings(files: Files): Finding[] {
  return validate(loadArchive(contentTree(files)))
}

function plan(files: Files, meetings?: readonly string[]): ApprovePlan {
  return planApproval(loadArchive(contentTree(files)), findings(files), meetings)
}

function locked(files: Files): Files {
  return { ...files, ...Object.fromEntries(plan(files).files) }
}

function said(files: Files): string[] {
  return findings(files)
    .filter(({ rule }) => rule === 'godkendt-aendret')
    .map(({ severity, message }) => `${severity}: ${message}`)
}

function corrected(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, index) => `  - { dato: 2025-10-0${index + 1}, type: sproglig, tekst: Rettelse ${index + 1}. }\n`,
  )
  return meetingText(`${DELTAGERE}\nrettelser:\n${lines.join('').trimEnd()}`, '', 'godkendt')
}

describe('locked minutes', () => {
  test('have nothing to report', () => {
    expect(said(locked(APPROVED))).toEqual([])
  })

  test.each<[string, Files]>([
    ['a title', { [PUNKT]: punktText('sagsnummer: 05.05.00-P20-4-25').replace('Ny cykelsti', 'Gammel cykelsti') }],
    ['a decision', { [PUNKT]: punktText('', '## Beslutning\n\nIkke godkendt.') }],
    ['a vote', { [PUNKT]: punktText('afstemning: { for: { antal: 4 } }') }],
    ['an attendee', { [MEETING]: meetingText(DELTAGERE.replace('Bo Havdrup', 'Bo Havgaard'), '', 'godkendt') }],
    ['the text of the meeting', { [MEETING]: meetingText(DELTAGERE, 'Mødet blev optaget.', 'godkendt') }],
    ['a punkt more', { [`${ID}/04-mere.md`]: punktText() }],
  ])('tell of a change: %s', (_name, change) => {
    expect(said({ ...locked(APPROVED), ...change })).toEqual(['error: Referatet er ændret, efter at det blev godkendt.'])
  })

  test('do not mind a line broken elsewhere, or another kind of line end', () => {
    const words = { ...APPROVED, [PUNKT]: punktText('', '## Beslutning\n\nGodkendt med tak\ntil alle.') }
    const broken = punktText('', '## Beslutning\n\nGodkendt\nmed  tak til alle.').replaceAll('\n', '\r\n')
    expect(said({ ...locked(words), [PUNKT]: broken })).toEqual([])
  })

  test('may be changed with a correction, and are then locked again', () => {
    const changed = { ...locked(APPROVED), [MEETING]: corrected(1), [PUNKT]: punktText('', '## Beslutning\n\nGodkendt igen.') }
    expect(said(changed)).toEqual(['info: Referatet er ændret med en rettelse siden sidst.'])
    const again = locked(changed)
    expect(said(again)).toEqual([])
    expect(said({ ...again, [PUNKT]: punktText() })).toEqual(['error: Referatet er ændret, efter at det blev godkendt.'])
  })

  test('keep their corrections: none is taken away, none rewritten', () => {
    const two = locked({ ...APPROVED, [MEETING]: corrected(2) })
    expect(said({ ...two, [MEETING]: corrected(1) })).toEqual(['error: Der er 1 rettelse, men der var 2, da referatet blev låst.'])
    expect(said({ ...two, [MEETING]: corrected(2).replace('Rettelse 1.', 'Noget andet.') })).toEqual([
      'error: Referatet er ændret, efter at det blev godkendt.',
    ])
    expect(said({ ...two, [MEETING]: corrected(3) })).toEqual([])
  })

  test('cannot leave the lock by changing the status', () => {
    expect(said({ ...locked(APPROVED), [MEETING]: meetingText(DELTAGERE, 'Nye ord.') })).toEqual(['error: Referatet har været godkendt.'])
  })
})

describe('what is locked', () => {
  test('every approved meeting, others not', () => {
    expect([...plan(APPROVED).files.keys()]).toEqual([LOCK])
    expect(plan(EXAMPLE_ARCHIVE)).toEqual({ files: new Map(), unchanged: [], refused: new Map() })
  })

  test('only what was asked for; the rest is refused with a reason', () => {
    const { files, refused } = plan(APPROVED, ['fjordkoebing/teknikudvalget/2025-09-10', 'fjordkoebing/byraadet/2020-01-01'])
    expect(files.size).toBe(0)
    expect([...refused]).toEqual([
      ['fjordkoebing/byraadet/2020-01-01', 'Mødet findes ikke i arkivet.'],
      ['fjordkoebing/teknikudvalget/2025-09-10', 'Mødet har status referat; kun et godkendt referat kan låses.'],
    ])
  })

  test('a change without a correction cannot be locked in', () => {
    const changed = { ...locked(APPROVED), [PUNKT]: punktText('', '## Beslutning\n\nIkke godkendt.') }
    expect(plan(changed)).toMatchObject({ files: new Map(), refused: new Map([[ID, 'Mødet har fejl; ret dem først (npm run validate).']]) })
  })

  test('what is locked already is left alone', () => {
    expect(plan(locked(APPROVED))).toEqual({ files: new Map(), unchanged: [ID], refused: new Map() })
  })
})

test('a digest file reads back as it was written; anything else is none', () => {
  const { archive } = loadArchive(contentTree(APPROVED))
  const approval = approvalOf(archive.meeting(ID), archive)
  expect(parseApproval(formatApproval(approval))).toEqual(approval)
  for (const text of [
    '',
    'null',
    '[]',
    '{}',
    '{"digest":"x","rettelser":0}',
    `{"digest":"${'a'.repeat(64)}","rettelser":"0"}`,
    `{"digest":"${'a'.repeat(64)}","rettelser":0.5}`,
  ]) {
    expect(parseApproval(text), text).toBeUndefined()
  }
})
