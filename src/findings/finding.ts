/** How grave a finding is: an error stops publication, a warning and an info do not. */
export type Severity = 'error' | 'warning' | 'info'

/** A place in a content file. Lines and columns are 1-based; `endColumn` is exclusive. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/**
 * Something a clerk should know about a place in the content.
 * `rule` is a stable ASCII id; `message` and `hint` are Danish and never repeat text that must not be public.
 */
export interface Finding extends Place {
  readonly severity: Severity
  readonly rule: string
  readonly message: string
  readonly hint: string
}

/** The start of a file: where a finding about the whole file stands. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1, endColumn: 1 }
}

/** Orders findings as a reader meets them: by file, line, column, then rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  )
}

/** True where at least one finding forbids publication. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error')
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
