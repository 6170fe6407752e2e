import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { contentTree } from '../source/content-tree.ts'
import { type ImportResult, importDocuments } from './import.ts'
import type { ImportOptions } from './input.ts'

const MINUTES = `REFERAT Havneudvalget d. 03-04-2024

Mødedato Onsdag d. 3. april 2024 kl. 9:00

Punkt 1: Ny mole

85.15.02K07-1-25

Beslutning

Godkendt.
`

function run(
  texts: Readonly<Record<string, string>>,
  existing: ReadonlyMap<string, string> = new Map(),
  options: ImportOptions = { authority: 'vadby' },
): Promise<ImportResult> {
  const inputs = Object.entries(texts).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))
  return importDocuments(inputs, options, existing)
}

function written(result: ImportResult): Map<string, string> {
  return new Map(result.files.map(({ path, text }) => [path, text]))
}

const rules = (result: ImportResult): string[] => result.findings.map(({ rule }) => rule)

describe('what is there already', () => {
  test('a second import changes nothing', async () => {
    const first = await run({ 'a.txt': MINUTES })
    const again = await run({ 'a.txt': MINUTES }, written(first))
    expect(first.exitCode).toBe(0)
    expect(again.exitCode).toBe(0)
    expect(again.files.map(({ state }) => state)).toEqual(again.files.map(() => 'unchanged'))
  })

  test('a clerk’s correction is not overwritten, and the person is told', async () => {
    const existing = written(await run({ 'a.txt': MINUTES }))
    const path = 'vadby/havneudvalget/2024-04-03/01-ny-mole.md'
    existing.set(path, `${existing.get(path)}\nRettet i hånden.\n`)
    const again = await run({ 'a.txt': MINUTES }, existing)
    expect(again.exitCode).toBe(1)
    expect(rules(again)).toContain('import-findes')
    expect(again.files.filter(({ state }) => state === 'new')).toEqual([])
  })

  test('a punkt that the clerk has renamed does not come twice', async () => {
    const existing = written(await run({ 'a.txt': MINUTES }))
    const old = 'vadby/havneudvalget/2024-04-03/01-ny-mole.md'
    existing.set('vadby/havneudvalget/2024-04-03/01-molen.md', existing.get(old) ?? '')
    existing.delete(old)
    expect((await run({ 'a.txt': MINUTES }, existing)).files.filter(({ state }) => state === 'new')).toEqual([])
  })

  test('the body of the archive is found by its alias and left as it is', async () => {
    const existing = new Map([
      ['vadby/index.md', '---\nnavn: Vadby Kommune\ntype: kommune\n---\n'],
      ['vadby/havn/index.md', '---\nnavn: Havn og Kyst\ntype: fagudvalg\naliaser: [Havneudvalget]\n---\n'],
    ])
    const paths = (await run({ 'a.txt': MINUTES }, existing)).files.map(({ path }) => path)
    expect(paths).toContain('vadby/havn/2024-04-03/index.md')
    expect(paths).not.toContain('vadby/havn/index.md')
  })

  test('two documents for one meeting are not mixed', async () => {
    const result = await run({ 'a.txt': MINUTES, 'b.txt': MINUTES.replace('Godkendt', 'Afvist') })
    expect(rules(result)).toContain('import-samme-moede')
    expect(written(result).get('vadby/havneudvalget/2024-04-03/01-ny-mole.md')).toContain('Godkendt')
  })
})

describe('whose minutes these are', () => {
  const found = (text: string, path: string, existing?: ReadonlyMap<string, string>): Promise<string | undefined> =>
    importDocuments([{ path, bytes: new TextEncoder().encode(text) }], {}, existing ?? new Map()).then(
      ({ documents }) => documents[0]?.authority?.slug,
    )

  test.each([
    ['the name met most', `${MINUTES}\nVadby Kommune og Nordby kommune. Vadby Kommunes havn.`, 'referat.txt', 'vadby'],
    ['the name that the file begins with', `${MINUTES}\nNordby Kommune. Nordby Kommune. Vadby Kommune.`, 'vadby-havn.txt', 'vadby'],
    ['the file’s name before the body', MINUTES, 'sønderby-havneudvalget-2024-04-03.txt', 'soenderby'],
    ['a line of its own', `Region Nordvest\n\n${MINUTES}`, 'referat.txt', 'region-nordvest'],
    ['a town hall', `${MINUTES}\nMødet holdes på Vadby Rådhus.`, 'referat.txt', 'vadby'],
  ])('%s', async (_what, text, path, slug) => {
    expect(await found(text, path)).toBe(slug)
  })

  test('where nothing tells, nothing is written and a person is asked', async () => {
    const result = await run({ 'referat.txt': MINUTES }, new Map(), {})
    expect(result.files).toEqual([])
    expect(result.exitCode).toBe(1)
    expect(rules(result)).toContain('import-ingen-myndighed')
  })

  test('the file’s name gives body and date where the document has neither', async () => {
    const result = await run({ 'vadby-havneudvalget-2024-04-03.txt': 'Punkt 1: Ny mole\n\nBeslutning\n\nGodkendt.\n' })
    expect(result.files.map(({ path }) => path)).toContain('vadby/havneudvalget/2024-04-03/01-ny-mole.md')
    expect(rules(result)).toEqual(expect.arrayContaining(['import-udvalg', 'import-dato-filnavn']))
  })
})

describe('files that are no minutes', () => {
  test.each([
    ['empty', new Uint8Array()],
    ['blank', new TextEncoder().encode(' \n\n')],
    ['PDF', new TextEncoder().encode('%PDF-1.7')],
    ['binary', new Uint8Array([77, 90, 0, 3])],
    ['missing', undefined],
  ])('%s: reported, and the others are imported', async (_what, bytes) => {
    const good = { path: 'a.txt', bytes: new TextEncoder().encode(MINUTES) }
    const result = await importDocuments([{ path: 'b.txt', ...(bytes && { bytes }) }, good], { authority: 'vadby' }, new Map())
    expect(result.exitCode).toBe(2)
    expect(rules(result)).toContain('import-ulaeselig')
    expect(result.files.some(({ path }) => path.endsWith('01-ny-mole.md'))).toBe(true)
  })

  test('the old Windows character set is read', async () => {
    const bytes = Uint8Array.from([...MINUTES.replace('Ny mole', 'Høring på øen')].map((char) => char.charCodeAt(0)))
    const result = await importDocuments([{ path: 'a.txt', bytes }], { authority: 'vadby' }, new Map())
    expect(result.files.map(({ path }) => path)).toContain('vadby/havneudvalget/2024-04-03/01-hoering-paa-oeen.md')
    expect(rules(result)).toContain('import-tegnsaet')
  })

  test('a text without punkter is kept whole, and a person is asked', async () => {
    const result = await run({ 'vadby-havneudvalget-2024-04-03.txt': 'Der var ingen møde i dag, og det var godt.' })
    expect(rules(result)).toContain('import-ingen-punkter')
    expect(written(result).get('vadby/havneudvalget/2024-04-03/index.md')).toContain('ingen møde i dag')
  })
})

/** Lines that minutes are made of, in any order: what breaks a grammar is what it half recognises. */
const LINES = [
  '',
  '',
  'Punkt 1: Ny mole',
  'Punkt 2',
  '2. Havnen',
  '# Punkt 3: Fyr',
  '## Beslutning',
  'Beslutning:',
  '**Indstilling**',
  'Beslutning: Godkendt',
  'Bilag',
  'Kort.pdf',
  '1 bilag',
  '- punkt',
  ' - under',
  '1. et',
  '4. fire',
  '15. juni 2024 kl. 9',
  'a\tb',
  'a\tb\tc',
  '| a | b |',
  '| --- | --- |',
  'Afbud: Jens Åby (A) (Afbud)',
  'Deltagere:, Bo, Ib og Åse (V)',
  'Mødedato 3. april 2024 kl. 9-10 i salen',
  'Sted: [salen](#)',
  'Referat af møde i',
  'Havneudvalget',
  'R e f e r a t',
  'Side 2 af 3',
  'Til toppen',
  'Indholdsfortegnelse',
  'Ny mole.....3',
  '85.15.02K07-1-25',
  'Sagsnr. 12/345 Dok.nr. 7',
  'Direktøren indstiller, at',
  'Beslutning fra Byrådet, den 3. april 2023, punkt 2:',
  'Lukkede punkter',
  'Punkt 4: Lukket - Hemmeligt',
  'Fortroligt',
  '```',
  '**fed',
  'slut** her',
  '![kort](kort.png)',
  '[link](https://a.example/b_c)',
  'x_y *z* <b> &amp; \\ `q`',
  'Mødet hævet kl. 10',
  'En almindelig sætning, som er så lang, at den ligner rigtig prosa i et referat.',
  '===',
  '---',
  '> citat',
  '+ plus',
  'Punktet udgår.',
  'Underskriftsside',
  'Indstilling og beslutning',
  'I stedet for Jens Åby deltog Bo Krag (V).',
]

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(fc.constantFrom(...LINES), { maxLength: 40 }).map((lines) => lines.join('\n')),
    fc
      .array(fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: fc.constantFrom(...'aÅ1 .:-#*_|[]()<>&\\`\t~+=') })), { maxLength: 25 })
      .map((lines) => lines.join('\n')),
  )

  test('is imported without a crash, without a word lost or put in, as valid content', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const result = await run({ 'vadby-havneudvalget-2024-04-03.txt': text })
        expect(result.findings.filter(({ rule }) => rule === 'import-ord-tabt' || rule === 'import-ord-tilfoejet')).toEqual([])
        if (result.files.length === 0) return
        const loaded = loadArchive(contentTree(Object.fromEntries(written(result))))
        expect(loaded.findings.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('gives the same files when read twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const [first, second] = await Promise.all([1, 2].map(() => run({ 'vadby-havneudvalget-2024-04-03.txt': text })))
        expect(first?.files).toEqual(second?.files)
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  test('of a closed punkt nothing is shown anywhere', async () => {
    const secret = fc.stringMatching(/^hemmelig[a-z]{6}$/)
    await fc.assert(
      fc.asyncProperty(
        secret,
        fc.array(fc.constantFrom(...LINES.filter((line) => !/^(?:#? ?Punkt|\d\. [A-Z]|##? )/.test(line))), { maxLength: 8 }),
        async (word, lines) => {
          const text = `Punkt 1: Lukket - Salg\n\n${lines.flatMap((line) => [line, `${word} og [${word}](#${word})`]).join('\n')}\n\n**${word}**`
          const result = await run({ 'vadby-havneudvalget-2024-04-03.txt': text })
          expect(JSON.stringify([result.files, result.findings])).not.toContain(word)
          expect(JSON.stringify(result.documents.map(({ account }) => account))).not.toContain(word)
        },
      ),
      { numRuns: 100, examples: [['hemmeligaaaaaa', ['Underskriftsside']]] },
    )
  }, 60_000)
})
