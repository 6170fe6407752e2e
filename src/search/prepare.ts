import { type CompoundSplitter, innerCompounds, markCompounds, markCompoundsInHtml } from './compounds.ts'
import { withoutMarks } from './marks.ts'
import type { SearchRecord } from './record.ts'
import { textOfHtml } from './text.ts'
import { type Vocabulary, wordsOf } from './vocabulary.ts'

/** The words of records, by which names and new words in their compounds are told. */
export function wordsOfRecords(records: readonly SearchRecord[]): Set<string> {
  const words = new Set<string>()
  for (const { html, meta } of records) for (const word of wordsOf(`${textOfHtml(html)} ${meta.title}`)) words.add(word)
  return words
}

/** Gives every record with the marks between the parts of its compounds, and takes its words into the vocabulary. */
export function* prepareRecords(
  records: readonly SearchRecord[],
  splitter: CompoundSplitter,
  vocabulary: Vocabulary,
): Generator<SearchRecord> {
  for (const record of records) {
    const marked = withMarks(record, splitter)
    const text = [textOfHtml(marked.html), ...Object.values(marked.meta)].join(' ')
    vocabulary.add([...wordsOf(text), ...wordsOf(withoutMarks(text))])
    yield marked
  }
}

function withMarks(record: SearchRecord, splitter: CompoundSplitter): SearchRecord {
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
