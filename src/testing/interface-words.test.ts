import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** LIX (Björnsson 1968): words for each sentence, and the share of words longer than six letters. Below 35 is easy reading. */
const EASY = 35

const files = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:njk|md)$/.test(file))

/** The sentences and labels that a template itself says: what stands between tags, marks and blank lines. */
function sentencesOf(file: string): string[] {
  return readFileSync(path.join('templates', file), 'utf8')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/\{#[\s\S]*?#\}|```[\s\S]*?```/g, '')
    .replace(/\{%[\s\S]*?%\}/g, ' ')
    .replace(/\{\{[\s\S]*?\}\}/g, 'X')
    .split(/<[^>]*>|\n\s*\n|[.:?!]\s/)
    .map((sentence) => sentence.replace(/&[a-z]+;/g, '').trim())
    .filter((sentence) => /\p{L}{2}/u.test(sentence))
}

function lixOf(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/\p{L}[\p{L}-]*/gu) ?? [])
  return words.length / sentences.length + (100 * words.filter((word) => word.length > 6).length) / words.length
}

test('the measure tells plain words from officialese', () => {
  expect(lixOf(['Her kan du læse, hvad der er besluttet'])).toBeLessThan(EASY)
  expect(
    lixOf(['Forvaltningens indstilling vedrørende lokalplanlægning fremsendes hermed til endelig politisk behandling']),
  ).toBeGreaterThan(60)
})

test('what the controls and headings say is easy to read', () => {
  const sentences = files.filter((file) => !file.includes('vejledning')).flatMap(sentencesOf)
  expect(sentences.length).toBeGreaterThan(150)
  expect(lixOf(sentences)).toBeLessThanOrEqual(EASY)
})

test('so is each page with running text', () => {
  const long = files
    .map((file) => ({ file, sentences: sentencesOf(file) }))
    .filter(({ sentences }) => sentences.join(' ').split(' ').length > 100)
  expect(long.length).toBeGreaterThan(8)
  expect(long.map(({ file, sentences }) => ({ file, lix: lixOf(sentences) })).filter(({ lix }) => lix > EASY)).toEqual([])
})
