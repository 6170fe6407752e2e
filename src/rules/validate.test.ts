import { expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { compareFindings, type Finding, startOf } from '../findings/finding.ts'
import { contentTree } from '../source/content-tree.ts'
import { AUTHORITY, EXAMPLE_ARCHIVE, PUNKT, punktText } from './example-archive.ts'
import { validate } from './validate.ts'

test('what loading found and what the rules find, in file order and once each', () => {
  const loaded = loadArchive(
    contentTree({
      ...EXAMPLE_ARCHIVE,
      [PUNKT]: punktText('sagsnr: 1\nnummer: 9', '## Beslutning\n\nGodkendt <b>.'),
      [AUTHORITY]: '---\nnavn: Sand\n---\n',
    }),
  )
  const findings = validate({ ...loaded, findings: [...loaded.findings, ...loaded.findings].reverse() })
  expect(findings).toEqual([...findings].sort(compareFindings))
  expect(findings.map(({ file, rule }) => `${file === PUNKT ? 'punkt' : file} ${rule}`)).toEqual([
    'punkt felt-ukendt',
    'punkt html-i-tekst',
    `${AUTHORITY} felt-mangler`,
    `${AUTHORITY} mappe-navn-myndighed`,
  ])
})

test('digits like those of a CPR number are masked in every message', () => {
  const loaded = loadArchive(contentTree({ ...EXAMPLE_ARCHIVE, [PUNKT]: punktText('sagsnummer: 010203-1234', '## Om 010203-1234\n\nA') }))
  const extra: Finding = { ...startOf('a.md'), severity: 'error', rule: 'x', message: '0102031234', hint: '010203 1234' }
  const findings = validate({ ...loaded, findings: [...loaded.findings, extra] })
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['x', 'sagsnummer-form', 'afsnit-ukendt']))
  expect(JSON.stringify(findings.map(({ message, hint }) => [message, hint]))).not.toMatch(/1234/)
})
