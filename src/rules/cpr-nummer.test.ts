import { expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { formatGithub, formatJson, formatText } from '../findings/report.ts'
import { contentTree } from '../source/content-tree.ts'
import { allRules } from './all-rules.ts'
import { cprNummer } from './cpr-nummer.ts'
import { AUTHORITY, authorityText, EXAMPLE_ARCHIVE, PUNKT, punktText } from './example-archive.ts'
import { framesOf } from './frames.ts'
import { findingsLedger, validate } from './validate.ts'

function load(files: Readonly<Record<string, string | null>>) {
  return loadArchive(contentTree({ ...EXAMPLE_ARCHIVE, ...files } as Record<string, string>))
}

test.each(cprNummer.bad.map(({ name, files }) => [name, files] as const))('no report repeats the number: %s', (_name, files) => {
  const loaded = load(files)
  const findings = validate(loaded)
  expect(findings.map(({ rule }) => rule)).toContain('cpr-nummer')
  for (const report of [formatText(findings, framesOf(loaded)), formatJson(findings), formatGithub(findings)])
    expect(report).not.toMatch(/150935|41[01]\d|150901|2012/)
})

test('a remembered meeting is told of again, and judged anew where the authority has named its case numbers', () => {
  const files = { [AUTHORITY]: authorityText(), [PUNKT]: punktText('', `CPR 150935-4119\n\n${'Godkendt. '.repeat(9)}150901-2012`) }
  const loaded = load(files)
  const ledger = findingsLedger(loaded, undefined)
  const first = validate(loaded, allRules, ledger)
  expect(first.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(
    expect.arrayContaining(['error cpr-nummer', 'warning cpr-nummer']),
  )
  const again = findingsLedger(loaded, ledger.data())
  expect(validate(loaded, [], again)).toEqual(first)

  const named = load({ ...files, [AUTHORITY]: authorityText('sagsnummer: [edoc-omvendt]') })
  const anew = validate(named, allRules, findingsLedger(named, ledger.data()))
  expect(anew.filter(({ rule }) => rule === 'cpr-nummer')).toMatchObject([{ severity: 'error' }])
})
