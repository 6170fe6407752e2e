import { maskDigits } from '../findings/mask.ts'
import type { LeftOutRun } from './account.ts'
import type { DocumentDraft } from './document.ts'
import type { ImportResult } from './import.ts'
import { formatOrigins } from './origin.ts'
import { textTable } from './text-table.ts'

/** Longest text of a left-out run that is shown, in characters. */
const LONGEST_RUN = 100

/** The table at the end of an import: one row per document, then the words that were left out and why. */
export function formatSummary(result: ImportResult): string {
  const head = ['Fil', 'Udvalg', 'Dato', 'Punkter', 'Fejl', 'Advarsler', 'Oplysninger', 'Ord', 'Udeladt']
  const rows = result.documents.map((document) => {
    const count = (severity: string): string => String(document.findings.filter((finding) => finding.severity === severity).length)
    const { account } = document
    const place = document.authority && document.udvalg ? `${document.authority.slug}/${document.udvalg.slug}` : '–'
    const words = account ? [String(account.sourceWords), reasons(account.leftOut)] : ['–', '–']
    return [
      fileName(document.path),
      place,
      document.date ?? '–',
      String(document.punkter),
      count('error'),
      count('warning'),
      count('info'),
      ...words,
    ]
  })
  const punkter = result.documents.reduce((sum, document) => sum + document.punkter, 0)
  const states = (['new', 'changed', 'unchanged', 'kept'] as const).map(
    (state) => result.files.filter((file) => file.state === state).length,
  )
  const total = `${plural(result.documents.length, 'dokument', 'dokumenter')}, ${plural(punkter, 'punkt', 'punkter')}. Filer: ${states[0]} nye, ${states[1]} ændrede, ${states[2]} uændrede, ${states[3]} ikke overskrevet.`
  return `${textTable([head, ...rows])}\n\n${total}`
}

/** Every run of words that was left out, with its place and reason; runs alike are listed together. */
export function formatLeftOut(result: ImportResult): string {
  return result.documents
    .flatMap(({ path, account }) => (account ? [`Udeladt fra ${fileName(path)}:`, ...alike(account.leftOut).map(formatRuns), ''] : []))
    .join('\n')
    .trimEnd()
}

/** Of each document, how every field was found. */
export function formatExplained(documents: readonly DocumentDraft[]): string {
  return documents
    .filter(({ origins }) => origins.length > 0)
    .map(({ path, origins }) => `Fundet i ${fileName(path)}:\n${maskDigits(formatOrigins(origins))}`)
    .join('\n\n')
}

/** What an import would write. */
export function formatPlan(result: ImportResult): string {
  const words = { new: 'ny', unchanged: 'uændret', changed: 'ændret', kept: 'findes med andet indhold, overskrives ikke' } as const
  return result.files.map(({ path, state }) => `${path}  (${words[state]})`).join('\n')
}

function alike(runs: readonly LeftOutRun[]): LeftOutRun[][] {
  const groups = new Map<string, LeftOutRun[]>()
  for (const run of runs) {
    const key = `${run.reason} ${run.text ?? run.firstLine}`
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  return [...groups.values()]
}

function formatRuns(runs: readonly LeftOutRun[]): string {
  const [first] = runs
  const words = runs.reduce((sum, run) => sum + run.words, 0)
  const lines = runs.map((run) => (run.firstLine === run.lastLine ? `${run.firstLine}` : `${run.firstLine}–${run.lastLine}`)).join(', ')
  return `  linje ${lines}  ${first?.reason} (${words} ord)${first?.text === undefined ? '' : `: ${shorten(maskDigits(first.text))}`}`
}

function reasons(runs: readonly LeftOutRun[]): string {
  const sums = new Map<string, number>()
  for (const { reason, words } of runs) {
    const group = reason.replace(/:.*| \(.*/, '')
    sums.set(group, (sums.get(group) ?? 0) + words)
  }
  return [...sums].map(([reason, words]) => `${reason} ${words}`).join(', ') || 'intet'
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

function shorten(text: string): string {
  return text.length > LONGEST_RUN ? `${text.slice(0, LONGEST_RUN - 1)}…` : text
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
