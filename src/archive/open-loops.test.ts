import { describe, expect, test } from 'vitest'
import { contentTree } from '../source/content-tree.ts'
import { loadArchive } from './load.ts'
import { findOpenLoops } from './open-loops.ts'

const SAG = 'sagsnummer: 05.05.00-P20-4-25'
const punkt = (title: string, decision: string, head = ''): string =>
  `---\ntitel: ${title}\nadgang: åben\n${head === '' ? '' : `${head}\n`}---\n${decision === '' ? '' : `\n## Beslutning\n\n${decision}\n`}`

function loopsOf(files: Record<string, string>) {
  const all: Record<string, string> = {
    'by/index.md': '---\nnavn: By Kommune\ntype: kommune\nsagsnummer: [sbsys]\n---\n',
    'by/udvalget/index.md': '---\nnavn: Udvalget\ntype: fagudvalg\n---\n',
    'by/raadet/index.md': '---\nnavn: Rådet\ntype: kommunalbestyrelse\n---\n',
    'by/raadet/2026-06-30/index.md': '---\ndato: 2026-06-30\nstatus: referat\n---\n',
  }
  for (const [place, text] of Object.entries(files)) {
    const [folder = '', status = 'referat'] = place.split(' ')
    const date = folder.split('/')[1] ?? ''
    all[`by/${folder}/index.md`] = `---\ndato: ${date}\nstatus: ${status}\n---\n`
    all[`by/${folder}/01-sag.md`] = text
  }
  return findOpenLoops(loadArchive(contentTree(all)).archive)
}

describe('what has not come back', () => {
  test.each([
    ['Sagen blev udsat.', '', 'postponed'],
    ['Godkendt. Spørgsmålet om lys blev udsat.', '', 'postponed'],
    ['Forslaget sendes i offentlig høring.', '', 'hearing'],
    ['Forslaget blev vedtaget. Det sendes i høring.', '', 'hearing'],
    ['Anbefales.', '', 'recommended'],
    ['Sagen oversendes til Rådet.', '', 'referred'],
    ['Godkendt.', 'videre til: [Rådet]', 'referred'],
    ['Indstillingen blev ikke godkendt. Sagen tilbagesendes til udvalget.', '', 'referred'],
    ['Godkendt.', '', undefined],
    ['Ikke godkendt.', 'videre til: [Rådet]', undefined],
    ['Punktet udgår.', 'videre til: [Rådet]', undefined],
    ['', '', undefined],
  ])('%s %s: %s', (decision, head, kind) => {
    expect(loopsOf({ 'udvalget/2026-01-05': punkt('Ny sti', decision, head) })[0]?.kind).toBe(kind)
  })

  test('waits since its meeting, counted to the newest meeting that was held', () => {
    expect(loopsOf({ 'udvalget/2026-05-31': punkt('Ny sti', 'Udsat.'), 'udvalget/2026-12-01 dagsorden': punkt('Andet', '') })).toEqual([
      { kind: 'postponed', punkt: 'by/udvalget/2026-05-31/punkt-1', udvalg: 'by/udvalget', since: '2026-05-31', days: 30, awaitedIn: [] },
    ])
  })

  test.each([
    ['the same case', punkt('Et andet navn', 'Drøftet.', SAG), 'raadet/2026-02-05'],
    [
      'a reference to it',
      punkt('Et andet navn', 'Drøftet.', 'tidligere:\n  - { udvalg: Udvalget, dato: 2026-01-05, punkt: 1 }'),
      'raadet/2026-02-05',
    ],
    ['the same title in the same body', punkt('NY STI', 'Drøftet.'), 'udvalget/2026-02-05'],
    ['the same title where it was sent', punkt('Ny sti', 'Drøftet.'), 'raadet/2026-02-05'],
  ])('has come back with %s', (_name, later, place) => {
    expect(loopsOf({ 'udvalget/2026-01-05': punkt('Ny sti', 'Anbefales.', `${SAG}\nvidere til: [Rådet]`), [place]: later })).toEqual([])
  })

  test('is not back because another body has a punkt of that title, or treated the case before', () => {
    expect(
      loopsOf({
        'raadet/2025-12-05': punkt('Ny sti', 'Drøftet.', SAG),
        'udvalget/2026-01-05': punkt('Ny sti', 'Udsat.', SAG),
        'raadet/2026-02-05': punkt('Ny sti', 'Drøftet.'),
      }),
    ).toHaveLength(1)
  })

  test('tells where it waits, and that an agenda has it', () => {
    expect(
      loopsOf({
        'udvalget/2026-01-05': punkt('Ny sti', 'Anbefales.', `${SAG}\nvidere til: [Rådet, Ministeriet]`),
        'raadet/2026-07-05 dagsorden': punkt('Ny sti', '', SAG),
      }),
    ).toMatchObject([{ awaitedIn: ['by/raadet'], upcoming: 'by/raadet/2026-07-05/punkt-1' }])
  })

  test('a cancelled meeting brings nothing back', () => {
    expect(
      loopsOf({ 'udvalget/2026-01-05': punkt('Ny sti', 'Udsat.', SAG), 'udvalget/2026-02-05 aflyst': punkt('Ny sti', '', SAG) }),
    ).toHaveLength(1)
  })

  test('standing cases are no open matters', () => {
    expect(loopsOf({ 'udvalget/2026-01-05': punkt('Mødeplan', 'Udsat.', 'sagsnummer: 00.01.00-P35-1-26') })).toEqual([])
  })
})
