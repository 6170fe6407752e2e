import type { LeftOut } from './line.ts'
import { type Word, WordCount, wordsOf, wordsWithLines } from './words.ts'

/** A run of words that was left out on purpose, over one or more lines. */
export interface LeftOutRun {
  readonly firstLine: number
  readonly lastLine: number
  readonly reason: string
  readonly words: number
  /** The words as written; absent where they must not be shown. */
  readonly text?: string
}

/** The books of one import: every word of the source is written, left out with a reason, or unexplained. */
export interface Account {
  readonly sourceWords: number
  readonly leftOut: readonly LeftOutRun[]
  /** Runs of source words that are neither written nor left out with a reason. */
  readonly lost: readonly { readonly line: number; readonly words: readonly string[] }[]
  /** Words that were written more often than the source has them. */
  readonly added: readonly string[]
}

/**
 * Compares the words of a source with the words of what was written from it. What the grammar left out counts only
 * where the source line really holds these words, so a wrong claim shows as a loss.
 * @param invented words that the import itself has put in, such as a name for a punkt without a title
 */
export function accountForWords(
  source: string,
  written: Iterable<string>,
  leftOut: readonly LeftOut[],
  invented: readonly string[] = [],
): Account {
  const words = wordsWithLines(source)
  const remaining = withoutLeftOut(words, leftOut)
  const wanted = new WordCount(remaining.map(({ word }) => word))
  const have = new WordCount(written)
  for (const word of invented) have.take(word)
  const missing = new WordCount()
  for (const word of wanted.rest()) if (!have.take(word)) missing.add([word])
  const lost = joinBroken(locate(remaining, missing), have)
  return { sourceWords: words.length, leftOut: runsOf(leftOut), lost, added: have.rest() }
}

function withoutLeftOut(words: readonly Word[], leftOut: readonly LeftOut[]): Word[] {
  const byLine = new Map<number, WordCount>()
  for (const { line, text } of leftOut) {
    const count = byLine.get(line) ?? new WordCount()
    count.add(wordsOf(text))
    byLine.set(line, count)
  }
  return words.filter(({ word, line }) => !byLine.get(line)?.take(word))
}

/** Where missing words stand: on the lines that miss most of their words, since a loss takes whole lines or ends of lines. */
function locate(words: readonly Word[], missing: WordCount): { line: number; words: string[] }[] {
  const lines = new Map<number, string[]>()
  for (const { word, line } of words) {
    const list = lines.get(line)
    if (list) list.push(word)
    else lines.set(line, [word])
  }
  const share = (list: readonly string[]): number => list.filter((word) => missing.get(word) > 0).length / list.length
  const suspects = [...lines]
    .map(([line, list]) => ({ line, list, share: share(list) }))
    .filter((suspect) => suspect.share > 0)
    .sort((a, b) => b.share - a.share || a.line - b.line)
  return suspects
    .map(({ line, list }) => ({ line, words: list.filter((word) => missing.take(word)) }))
    .filter((run) => run.words.length > 0)
    .sort((a, b) => a.line - b.line)
}

/** A word that the source breaks over two lines, or letterspaces, is not lost where its parts together were written. */
function joinBroken(lost: readonly { line: number; words: string[] }[], have: WordCount): { line: number; words: string[] }[] {
  const left = lost.map((run) => ({ ...run, words: [...run.words] }))
  left.forEach((run, index) => {
    const next = left[index + 1]
    const end = run.words.at(-1)
    const start = next?.words[0]
    if (next && next.line === run.line + 1 && end !== undefined && start !== undefined && have.take(end + start)) {
      run.words.pop()
      next.words.shift()
    }
    if (run.words.length > 1 && have.take(run.words.join(''))) run.words.length = 0
  })
  return left.filter((run) => run.words.length > 0)
}

function runsOf(leftOut: readonly LeftOut[]): LeftOutRun[] {
  const runs: LeftOutRun[] = []
  for (const part of [...leftOut].sort((a, b) => a.line - b.line)) {
    const words = wordsOf(part.text).length
    if (words === 0) continue
    const last = runs.at(-1)
    if (last && last.reason === part.reason && part.line - last.lastLine <= 2) {
      const { text, ...rest } = last
      const joined = part.secret || text === undefined ? undefined : `${text} ${part.text.trim()}`
      runs[runs.length - 1] = { ...rest, lastLine: part.line, words: last.words + words, ...(joined !== undefined && { text: joined }) }
    } else
      runs.push({ firstLine: part.line, lastLine: part.line, reason: part.reason, words, ...(!part.secret && { text: part.text.trim() }) })
  }
  return runs
}
