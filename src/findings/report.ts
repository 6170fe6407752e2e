import pc from 'picocolors'
import { codeFrame } from './code-frame.ts'
import { compareFindings, type Finding, type Severity } from './finding.ts'
import { maskDigits } from './mask.ts'

/** How a report is written. */
export interface ReportOptions {
  readonly color?: boolean
  /** Put before every path, such as `content`, so that a terminal or an editor can open it. */
  readonly folder?: string
  /** What was looked through, for the last line. */
  readonly seen?: { readonly meetings: number; readonly punkter: number }
}

const NAMES: Readonly<Record<Severity, string>> = { error: 'fejl', warning: 'advarsel', info: 'oplysning' }

/**
 * Findings for a terminal: grouped by file, errors and warnings with the line they are about, information in one line
 * each, the sums at the end. `frameText` gives a file's text, or nothing where it must not be shown.
 */
export function formatText(
  findings: readonly Finding[],
  frameText: (file: string) => string | undefined,
  options: ReportOptions = {},
): string {
  const color = pc.createColors(options.color ?? false)
  const paint: Readonly<Record<Severity, (text: string) => string>> = { error: color.red, warning: color.yellow, info: color.cyan }
  const byFile = new Map<string, Finding[]>()
  for (const finding of [...findings].sort(compareFindings)) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding])

  const blocks = [...byFile].map(([file, list]) => {
    const path = fullPath(file, options)
    const parts = list.map((finding) => {
      const { severity, rule } = finding
      const [message, hint] = [maskDigits(finding.message), maskDigits(finding.hint)]
      const head = `${paint[severity](NAMES[severity])} ${message} ${color.dim(`[${rule}]`)}`
      if (severity === 'info') return `  ${color.dim(`${finding.line}:${finding.column}`)} ${head} ${color.dim(hint)}`
      const text = frameText(file)
      const frame = text === undefined ? '' : codeFrame(text, finding)
      return [
        `  ${color.dim(`${path}:${finding.line}:${finding.column}`)}`,
        `  ${head}`,
        ...(frame === '' ? [] : frame.split('\n').map((row) => `    ${/^ *\| *\^/.test(row) ? paint[severity](row) : color.dim(row)}`)),
        `  ${hint}`,
        '',
      ].join('\n')
    })
    return `${color.bold(path)}\n${parts.join('\n').trimEnd()}\n`
  })
  return [...blocks, sums(findings, options)].join('\n')
}

/** Findings as one JSON array. */
export function formatJson(findings: readonly Finding[]): string {
  const plain = [...findings].sort(compareFindings).map(({ file, line, column, endColumn, severity, rule, message, hint }) => {
    return { file, line, column, endColumn, severity, rule, message: maskDigits(message), hint: maskDigits(hint) }
  })
  return JSON.stringify(plain, null, 2)
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** Findings as annotations for GitHub Actions: `::error file=…,line=…,col=…,endColumn=…,title=rule::message`. */
export function formatGithub(findings: readonly Finding[], options: ReportOptions = {}): string {
  const annotations = [...findings].sort(compareFindings).map(({ file, line, column, endColumn, severity, rule, message, hint }) => {
    const properties = { file: fullPath(file, options), line, col: column, endColumn, title: rule }
    const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    return `::${COMMANDS[severity]} ${written.join(',')}::${escapeData(maskDigits(`${message} ${hint}`))}`
  })
  return annotations.join('\n')
}

/** The last line: "3 fejl, 2 advarsler, 5 oplysninger i 4 filer. 14 møder og 72 punkter set igennem." */
export function sums(findings: readonly Finding[], { seen }: ReportOptions = {}): string {
  const number = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length
  const counts = [
    number('error') === 0 ? 'Ingen fejl' : `${number('error')} fejl`,
    ...(number('warning') > 0 ? [counted(number('warning'), 'advarsel', 'advarsler')] : []),
    ...(number('info') > 0 ? [counted(number('info'), 'oplysning', 'oplysninger')] : []),
  ]
  const files = new Set(findings.map(({ file }) => file)).size
  const where = files === 0 ? '' : ` i ${counted(files, 'fil', 'filer')}`
  const through = seen ? ` ${counted(seen.meetings, 'møde', 'møder')} og ${counted(seen.punkter, 'punkt', 'punkter')} set igennem.` : ''
  return `${counts.join(', ')}${where}.${through}`
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function fullPath(file: string, { folder }: ReportOptions): string {
  return folder ? `${folder.replace(/\/+$/, '')}/${file}` : file
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
