import { describe, expect, test } from 'vitest'
import type { Finding, Severity } from './finding.ts'
import { formatGithub, formatJson, formatText, sums } from './report.ts'

function finding(severity: Severity, file = 'a/02-sti.md', line = 3, message = 'Feltet "adgang" kan ikke være "aben".'): Finding {
  return { file, line, column: 9, endColumn: 13, severity, rule: 'felt-ugyldigt', message, hint: 'Mente du "åben"?' }
}

const TEXT = '---\ntitel: Ny cykelsti\nadgang: aben\n---\n'

describe('text', () => {
  test('groups by file, frames errors, keeps information to a line', () => {
    const report = formatText([finding('info', 'b/01-andet.md'), finding('error')], (file) => (file === 'a/02-sti.md' ? TEXT : undefined), {
      folder: 'content/',
    })
    expect(report).toBe(
      [
        'content/a/02-sti.md',
        '  content/a/02-sti.md:3:9',
        '  fejl Feltet "adgang" kan ikke være "aben". [felt-ugyldigt]',
        '    2 | titel: Ny cykelsti',
        '    3 | adgang: aben',
        '      |         ^^^^',
        '  Mente du "åben"?',
        '',
        'content/b/01-andet.md',
        '  3:9 oplysning Feltet "adgang" kan ikke være "aben". [felt-ugyldigt] Mente du "åben"?',
        '',
        '1 fejl, 1 oplysning i 2 filer.',
      ].join('\n'),
    )
  })

  test('a file that must not be shown has no frame', () => {
    const report = formatText([finding('error')], () => undefined)
    expect(report).not.toContain('|')
    expect(report).toContain('Feltet "adgang" kan ikke være "aben".')
  })

  test('colours only where they are asked for', () => {
    expect(formatText([finding('error')], () => TEXT)).not.toContain('\u001b')
    expect(formatText([finding('error')], () => TEXT, { color: true })).toContain('\u001b[31mfejl')
  })
})

test.each<[readonly Severity[], string]>([
  [[], 'Ingen fejl. 14 møder og 1 punkt set igennem.'],
  [['error'], '1 fejl i 1 fil. 14 møder og 1 punkt set igennem.'],
  [['error', 'error', 'warning', 'info'], '2 fejl, 1 advarsel, 1 oplysning i 1 fil. 14 møder og 1 punkt set igennem.'],
  [['warning', 'warning', 'info', 'info'], 'Ingen fejl, 2 advarsler, 2 oplysninger i 1 fil. 14 møder og 1 punkt set igennem.'],
])('the sums of %j', (severities, line) => {
  expect(
    sums(
      severities.map((severity) => finding(severity)),
      { seen: { meetings: 14, punkter: 1 } },
    ),
  ).toBe(line)
})

test('JSON is one array with every field, in file order', () => {
  const parsed = JSON.parse(formatJson([finding('info', 'b.md'), finding('error')]))
  expect(parsed).toEqual([finding('error'), finding('info', 'b.md')])
  expect(JSON.parse(formatJson([]))).toEqual([])
})

describe('GitHub annotations', () => {
  test('one a line, at the place', () => {
    expect(
      formatGithub([finding('error'), finding('warning', 'b.md'), finding('info', 'c.md')], { folder: 'content' }).split('\n'),
    ).toEqual([
      '::error file=content/a/02-sti.md,line=3,col=9,endColumn=13,title=felt-ugyldigt::Feltet "adgang" kan ikke være "aben". Mente du "åben"?',
      '::warning file=content/b.md,line=3,col=9,endColumn=13,title=felt-ugyldigt::Feltet "adgang" kan ikke være "aben". Mente du "åben"?',
      '::notice file=content/c.md,line=3,col=9,endColumn=13,title=felt-ugyldigt::Feltet "adgang" kan ikke være "aben". Mente du "åben"?',
    ])
  })

  test('a message cannot start a command of its own', () => {
    const [line, ...more] = formatGithub([finding('error', 'a,b:c.md', 1, '100 %\r\n::set-output name=x::y')]).split('\n')
    expect(more).toEqual([])
    expect(line).toContain('file=a%2Cb%3Ac.md')
    expect(line).toContain('100 %25%0D%0A::set-output')
  })
})

test.each([
  ['text', (found: Finding[]) => formatText(found, () => 'cpr 010203-1234')],
  ['json', formatJson],
  ['github', formatGithub],
] as const)('%s masks what looks like a CPR number', (_name, format) => {
  const report = format([{ ...finding('error', 'a.md', 1, 'Her står 010203-1234.'), hint: 'Slet 0102031234.' }])
  expect(report).toContain('••••••-••••')
  expect(report).not.toMatch(/0102031234|010203-1234/)
})
