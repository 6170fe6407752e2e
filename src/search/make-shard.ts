import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { readAttachments } from './attachments.ts'
import { CompoundSplitter } from './compounds.ts'
import { loadDictionary } from './dictionary.ts'
import { DECISIONS_FILE, FACTS_FILE } from './directory.ts'
import { type DecisionPlaces, writeFacts } from './facts.ts'
import { indexRecords, SearchIndexError } from './pagefind-index.ts'
import { prepareRecords, wordsOfRecords } from './prepare.ts'
import { type RecordSource, recordOf, type SearchRecord } from './record.ts'
import type { ShardStore } from './shard-store.ts'
import { Vocabulary } from './vocabulary.ts'

/** A shard to be made: plain data, so that another process can make it. */
export interface ShardTask {
  readonly key: string
  /** Digest of everything besides the archive that an index is made by. */
  readonly making: string
  /** In order, newest meeting first. */
  readonly sources: readonly RecordSource[]
  /** Content folder, for attachments. */
  readonly root: string
}

/** Makes a shard and puts it into the store under its key. */
export async function makeShard(
  { key, making, sources, root }: ShardTask,
  store: ShardStore,
  onIndexed: () => void = () => {},
): Promise<void> {
  const records: SearchRecord[] = []
  for (const source of sources) {
    records.push(recordOf(source, await readAttachments(source.head.attachments, (file) => readFile(path.join(root, file)))))
  }
  const splitter = new CompoundSplitter(await loadDictionary(store.fileOf(`ordbog-${making}`)), wordsOfRecords(records))
  const vocabulary = new Vocabulary()
  const { index, punkter } = await indexRecords(prepareRecords(records, splitter, vocabulary), onIndexed)
  const stored = records.map(({ url, facts }) => {
    const punkt = punkter.get(url)
    if (!punkt) throw new SearchIndexError(`Pagefind has passed over ${url}.`)
    return { ...punkt, facts, meeting: url.replace(/[^/]+\/$/, '') }
  })
  const decisions: DecisionPlaces = stored.map((punkt) => punkt.decisions)
  store.put(key, {
    files: [...index, [FACTS_FILE, gzipped(writeFacts(stored))], [DECISIONS_FILE, gzipped(decisions)]],
    words: vocabulary.write(),
  })
}

function gzipped(data: unknown): Buffer {
  return gzipSync(JSON.stringify(data), { level: 9 })
}
