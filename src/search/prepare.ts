import { innerCompounds, markCompounds, markCompoundsInHtml, type Splitter } from './compounds.ts'
import { withoutMarks } from './marks.ts'
import type { SearchRecord } from './record.ts'
import { textOfHtml } from './text.ts'
import { wordsOf } from './vocabulary.ts'

/** A record with the marks between the parts of its compounds. */
export interface PreparedRecord {
  readonly record: SearchRecord
  /** The words that a search may ask for: whole and in parts. */
  readonly said: ReadonlySet<string>
  /** The words that the splitter was asked for. */
  readonly split: ReadonlySet<string>
}

/** The words of a record, by which names and new words in compounds are told. */
export function wordsOfRecord({ html, meta }: SearchRecord): Set<string> {
  return new Set(wordsOf(`${textOfHtml(html)} ${meta.title}`))
}

/** Gives a record the marks between the parts of its compounds. */
export function prepareRecord(plain: SearchRecord, splitter: Splitter): PreparedRecord {
  const split = new Set<string>()
  const record = withMarks(plain, {
    split(word) {
      split.add(word)
      return splitter.split(word)
    },
  })
  const text = [textOfHtml(record.html), ...Object.values(record.meta)].join(' ')
  return { record, split, said: new Set([...wordsOf(text), ...wordsOf(withoutMarks(text))]) }
}

function withMarks(record: SearchRecord, splitter: Splitter): SearchRecord {
  const mark = (text: string): string => markCompounds(text, splitter)
  const { title, udvalg, myndighed } = record.meta
  const html = markCompoundsInHtml(record.html, splitter)
  const inner = innerCompounds(`${mark(title)} ${textOfHtml(html)}`)
  return {
    ...record,
    html,
    meta: {
      ...record.meta,
      title: mark(title),
      udvalg: mark(udvalg),
      myndighed: mark(myndighed),
      ...(inner.length > 0 && { led: inner.join(' ') }),
    },
  }
}
