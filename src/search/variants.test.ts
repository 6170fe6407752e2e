import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Archive } from '../archive/archive.ts'
import { loadArchive } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { type Plan, planSearch } from '../browser/search/plan.ts'
import { importDocuments } from '../import/import.ts'
import { sagsnummerForms } from '../referat/sagsnummer.ts'
import { contentTree } from '../source/content-tree.ts'
import { readContent } from '../source/read.ts'
import { CompoundSplitter } from './compounds.ts'
import { loadDictionary } from './dictionary.ts'
import { prepareRecord, wordsOfRecord } from './prepare.ts'
import { searchRecord } from './record.ts'
import { stem } from './stem.ts'
import { dayToken, sagToken } from './tokens.ts'
import { mergeVocabularies, readBlock, Vocabulary, wordsOf } from './vocabulary.ts'
import { WordList } from './word-list.ts'

/** Spellings that visitors use of what stands in an archive, generated: they must be read for what they are. */

const REAL = path.resolve(import.meta.dirname, '../../../shared/referater')

type Content = readonly [name: string, load: () => Promise<Archive>]
const SHIPPED: Content = ['the shipped content', async () => loadArchive(readContent('content')).archive]
const CONTENTS: readonly Content[] = existsSync(REAL) ? [SHIPPED, ['real documents', importReal]] : [SHIPPED]

async function importReal(): Promise<Archive> {
  const files = readdirSync(REAL).filter((name) => name.endsWith('.txt'))
  const inputs = files.map((name) => ({ path: name, bytes: readFileSync(path.join(REAL, name)) }))
  const result = await importDocuments(inputs, {}, new Map())
  return loadArchive(contentTree(Object.fromEntries(result.files.map(({ path: file, text }) => [file, text])))).archive
}

/** True where a query is read as the word that was meant, in whatever inflection. */
function isReadAs({ words: read }: Plan, meant: string): boolean {
  const [first] = read
  return (
    read.length === 1 &&
    first !== undefined &&
    (first.query === meant || stem(first.query) === stem(meant) || meant.startsWith(first.query))
  )
}

async function shareOf<T>(cases: readonly T[], holds: (one: T) => Promise<boolean>): Promise<number> {
  const held = await Promise.all(cases.map(holds))
  return held.filter(Boolean).length / cases.length
}

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

describe.each(CONTENTS)('in %s', (_, load) => {
  let archive: Archive
  let list: WordList
  let words: readonly string[]

  beforeAll(async () => {
    archive = publishable(await load())
    const records = archive.punkter.flatMap((punkt) => searchRecord(archive, punkt) ?? [])
    const vocabulary = new Vocabulary()
    const all = new Set<string>()
    const splitter = new CompoundSplitter(
      await loadDictionary(),
      records.flatMap((record) => [...wordsOfRecord(record)]),
    )
    for (const plain of records) {
      const { record, said } = prepareRecord(plain, splitter)
      vocabulary.add(said)
      for (const word of wordsOf(record.html.replace(/<[^>]*>/g, ' ').replaceAll('|', ''))) if (/^[a-zæøå]+$/.test(word)) all.add(word)
    }
    list = new WordList(mergeVocabularies([vocabulary.write()]).words.blocks.flatMap((block) => readBlock(block, 0)))
    words = [...all].sort()
  })

  function plan(query: string): Promise<Plan> {
    return planSearch(
      query,
      { near: async () => list, has: async (word) => list.hasWord(word), elsewhere: async () => list },
      { together: async () => false },
    )
  }

  test('every case number is read in every form', async () => {
    const numbers = archive.punkter.flatMap(({ sagsnummer }) => sagsnummer ?? [])
    const forms = numbers.flatMap((sagsnummer) => {
      const { written, kle = '' } = sagsnummer
      const whole = sagToken(written)
      const typed = [
        written,
        written.toLowerCase(),
        `sag ${written}`,
        `Sagsnr. ${written}`,
        written.replaceAll(/[-.]/g, ''),
        `sag:${written}`,
      ]
      const tail = kle ? written.slice(kle.length).replace(/^-/, '') : ''
      const ofTail = tail ? [`${kle}${tail}`, `${kle}-${tail}`, `${kle} ${tail}`, `${kle}-${tail}`.replaceAll('Ø', 'OE')] : []
      const others = sagsnummerForms(sagsnummer).filter((form) => form.length > 3)
      return [...[...typed, ...ofTail].map((form) => ({ form, token: whole })), ...others.map((form) => ({ form, token: sagToken(form) }))]
    })
    expect(forms.length).toBeGreaterThan(200)
    const share = await shareOf(forms, async ({ form, token }) =>
      (await plan(form)).must.some(({ query }) => query.replaceAll('"', '') === token),
    )
    expect(share).toBeGreaterThanOrEqual(0.99)
  })

  test('every date is read in every form', async () => {
    const months = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']
    const dates = [...new Set(archive.punkter.map(({ meeting }) => archive.meeting(meeting).date))]
    const forms = dates.flatMap((iso) => {
      const [year = '', two = '', day2 = ''] = iso.split('-')
      const [month, day] = [Number(two), Number(day2)]
      const name = months[month - 1] ?? ''
      return [
        iso,
        `${day}. ${name} ${year}`,
        `den ${day}. ${name.toUpperCase()} ${year}`,
        `d. ${day}. ${name.slice(0, 3)}. ${year}`,
        `${day} ${name} ${year}`,
        `${day2}-${two}-${year}`,
        `${day}.${month}.${year}`,
        `${day}/${month} ${year}`,
        `${day}/${month}-${year}`,
        `${day}/${month}-${year.slice(2)}`,
        `${day2}.${two}.${year.slice(2)}`,
      ].map((form) => ({ form, iso }))
    })
    expect(dates.length).toBeGreaterThan(4)
    expect(await shareOf(forms, async ({ form, iso }) => (await plan(form)).must.some(({ query }) => query === `"${dayToken(iso)}"`))).toBe(
      1,
    )
  })

  describe('a word is read', () => {
    const spelled = (word: string): string => word.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa')
    const bare = (word: string): string => word.replaceAll('æ', 'a').replaceAll('ø', 'o').replaceAll('å', 'a')

    test.each([
      ['ae, oe and aa', spelled],
      ['bare vowels', bare],
    ])('with %s', async (_, form) => {
      const danish = words.filter((word) => word.length > 4 && /[æøå]/.test(word))
      expect(danish.length).toBeGreaterThan(300)
      expect(await shareOf(danish, (word) => plan(form(word)).then((read) => isReadAs(read, word)))).toBeGreaterThanOrEqual(0.97)
    })

    test('with a slip of the pen', async () => {
      const random = seeded(20_250_930)
      const pick = <T>(from: ArrayLike<T>): T => from[Math.floor(random() * from.length)] as T
      const long = words.filter((word) => word.length >= 6)
      const slips = Array.from({ length: 300 }, () => {
        const word = pick(long)
        const at = Math.floor(random() * word.length)
        const letter = pick('abcdefghijklmnoprstuvyæøå')
        const [before, here = '', after] = [word.slice(0, at), word[at], word.slice(at + 1)]
        const typed = pick([
          before + after,
          before + letter + after,
          before + letter + here + after,
          before + (after[0] ?? '') + here + after.slice(1),
        ])
        return { word, typed }
      })
      expect(await shareOf(slips, ({ word, typed }) => plan(typed).then((read) => isReadAs(read, word)))).toBeGreaterThanOrEqual(0.92)
    })
  })
})
