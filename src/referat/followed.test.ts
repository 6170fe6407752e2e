import { describe, expect, test } from 'vitest'
import { sourceFile } from '../source/content-tree.ts'
import { readFrontmatter } from '../source/frontmatter.ts'
import { FOLLOWED, type Followed } from './followed.ts'
import { askOf } from './followed-asks.ts'
import { readPunkt } from './reading/punkt.ts'

function resultOf(recommendation: string, decision: string, more: { readonly head?: string; readonly sections?: string } = {}) {
  const text = [
    `---\ntitel: Sag\n${more.head ?? 'adgang: åben'}\n---\n`,
    ...(recommendation === '' ? [] : [`## Indstilling\n\n${recommendation}\n`]),
    ...(more.sections ? [`${more.sections}\n`] : []),
    ...(decision === '' ? [] : [`## ${more.head ? 'Åben beslutning' : 'Beslutning'}\n\n${decision}\n`]),
  ].join('\n')
  const source = sourceFile('by/raadet/2026-01-05/01-sag.md', text)
  const around = { meeting: 'by/raadet/2026-01-05', digest: source.digest, fileName: '01-sag.md', formats: [], bytesOf: () => undefined }
  return readPunkt(readFrontmatter(source), around).value.followed
}

const BUILD = 'Direktøren indstiller, at der anlægges en cykelsti langs Åvej.'
const GRANT = 'Chefen indstiller, at der gives 500.000 kr. til et nyt tag.'
const REFUSE = 'Chefen indstiller, at ansøgningen afvises.'
const TWO = 'Chefen indstiller,\n\n1. at planen vedtages\n2. at der afsættes 40.000 kr.'

describe('a recommendation and its decision', () => {
  test.each<[string, string, Followed]>([
    [BUILD, 'Godkendt.', 'followed'],
    [BUILD, 'Enstemmigt godkendt.', 'followed'],
    [BUILD, 'Udvalget godkendte indstillingen.', 'followed'],
    [BUILD, 'Indstillingen følges.', 'followed'],
    [BUILD, 'Indstillingen blev godkendt med 10 stemmer mod 4.\n\nFor stemte A og C. Imod stemte V.', 'followed'],
    [BUILD, 'Tiltrådt.', 'followed'],
    [BUILD, 'Anbefales.', 'followed'],
    [BUILD, 'Indstilles godkendt.', 'followed'],
    [BUILD, 'Udvalget anbefaler indstillingen. Karen Holm (V) tog forbehold.', 'followed'],
    [BUILD, 'Godkendt. Udvalget ønsker en status efter et halvt år.', 'followed'],
    [BUILD, 'Et ændringsforslag fra L blev forkastet.\n\nIndstillingen blev godkendt.', 'followed'],
    [GRANT, 'Rådet bevilger 500.000 kr. til et nyt tag.', 'followed'],
    [GRANT, 'Bevilget med 12 stemmer for. L undlod at stemme.', 'followed'],
    [GRANT, 'Rådet bevilger 400.000 kr. til et nyt tag.', 'unknown'],
    [BUILD, 'Rådet vedtog, at farten sættes ned.', 'unknown'],
    [BUILD, 'Rådet godkendte i stedet en 2 minus 1-vej.', 'unknown'],
    [BUILD, 'Udvalgets ændringsforslag blev vedtaget.', 'unknown'],
    [BUILD, 'Godkendt med den ændring, at stien får belysning.', 'followed-amended'],
    [BUILD, 'Indstillingen godkendt, dog skal lindetræerne blive stående.', 'followed-amended'],
    [BUILD, 'Udvalget anbefaler indstillingen, hvis der kan findes penge.', 'followed-amended'],
    [BUILD, 'Godkendt. Rådet vedtog også ændringsforslaget fra L.', 'followed-amended'],
    [BUILD, 'Ikke godkendt.', 'not-followed'],
    [BUILD, 'Indstillingen blev ikke godkendt. Sagen sendes tilbage til udvalget.', 'not-followed'],
    [BUILD, 'Udvalget følger ikke indstillingen.', 'not-followed'],
    [BUILD, 'Forslaget blev forkastet.', 'not-followed'],
    [BUILD, 'Sagen blev udsat.', 'postponed'],
    [BUILD, 'Udsat. Udvalget ønsker en trafiktælling.', 'postponed'],
    [BUILD, 'Godkendt. Spørgsmålet om lys blev udsat.', 'unknown'],
    [BUILD, 'Taget til efterretning.', 'unknown'],
    [BUILD, 'Drøftet.', 'unknown'],
    [BUILD, 'Sendes i høring.', 'unknown'],
    [BUILD, 'Godkendt. Sendes til høring i Ældrerådet.', 'unknown'],
    [BUILD, 'Sagen sendes tilbage til forvaltningen.', 'unknown'],
    [BUILD, 'Punktet udgår.', 'unknown'],
    [BUILD, 'Intet.', 'unknown'],
    [BUILD, 'Formanden takkede for turen.', 'unknown'],
    [REFUSE, 'Afvist.', 'followed'],
    [REFUSE, 'Ansøgningen kan ikke imødekommes.', 'followed'],
    [REFUSE, 'Indstillingen blev godkendt.', 'followed'],
    [REFUSE, 'Godkendt.', 'followed'],
    [REFUSE, 'Ansøgningen blev imødekommet.', 'not-followed'],
    [REFUSE, 'Indstillingen blev ikke godkendt.', 'not-followed'],
    [REFUSE, 'Ansøgningen blev godkendt.', 'unknown'],
    [REFUSE, 'Ikke godkendt.', 'unknown'],
    ['Chefen indstiller, at der ikke gives tilskud.', 'Ansøgningen kan ikke imødekommes, fordi der er ledige pladser.', 'followed'],
    ['Chefen indstiller, at orienteringen tages til efterretning.', 'Taget til efterretning.', 'followed'],
    ['Chefen indstiller, at orienteringen tages til efterretning.', 'Orientering givet.', 'unknown'],
    ['Chefen indstiller, at regnskabet godkendes.', 'Taget til efterretning.', 'unknown'],
    ['Chefen indstiller, at udvalget drøfter sagen.', 'Drøftet.', 'followed'],
    ['Chefen indstiller, at medlemmerne orienterer om projekterne.', 'Orientering givet.', 'followed'],
    ['Chefen indstiller, at udvalget gennemgår listen.', 'Listen gennemgået.', 'followed'],
    ['Chefen indstiller, at udvalget gennemgår listen.', 'Orientering givet.', 'unknown'],
    [
      'Chefen indstiller, at planen godkendes.\n\n### Beslutning fra Rådet, den 1. december 2025, punkt 2\n\nDrøftet.',
      'Godkendt.',
      'followed',
    ],
    ['Chefen indstiller, at udvalget bliver orienteret.', 'Ida Krog orienterede om tallene. Orientering givet.', 'followed'],
    ['Chefen indstiller, at forslaget sendes i høring i fire uger.', 'Forslaget sendes i høring som indstillet.', 'followed'],
    ['Chefen indstiller, at forslaget sendes i høring i fire uger.', 'Forslaget sendes i høring i otte uger.', 'followed-amended'],
    ['Chefen indstiller, at planen vedtages og sendes i høring.', 'Planen blev vedtaget. Den sendes i offentlig høring.', 'followed'],
    ['Chefen indstiller, at forslaget oversendes til 2. behandling.', 'Forslaget oversendes til 2. behandling.', 'followed'],
    ['Chefen indstiller, at der vælges en næstformand.', 'Karen Holm blev valgt.', 'followed'],
    ['Chefen indstiller, at Bo Lund udpeges.', 'Karen Holm blev udpeget.', 'unknown'],
    ['Chefen indstiller, at sagen udsættes.', 'Udsat.', 'followed'],
    ['Chefen indstiller, at udvalget tager stilling til de tre modeller.', 'Godkendt.', 'unknown'],
    ['Chefen indstiller, at model A godkendes.', 'Model B blev godkendt.', 'unknown'],
    ['Chefen indstiller, at model A godkendes.', 'Model A blev godkendt.', 'followed'],
    [TWO, 'Godkendt.', 'followed'],
    [TWO, 'Indstillingen blev tiltrådt.', 'followed'],
    [TWO, 'Planen blev vedtaget.', 'unknown'],
    [TWO, 'At 1: Godkendt.\n\nAt 2: Godkendt.', 'followed'],
    [TWO, 'At 1-2: Anbefales.', 'followed'],
    [TWO, 'At 1: Godkendt.\n\nAt 2: Godkendt med den ændring, at beløbet er 30.000 kr.', 'followed-amended'],
    [TWO, 'At 1: Godkendt.\n\nAt 2: Ikke godkendt.', 'followed-amended'],
    [TWO, 'At 1: Ikke godkendt.\n\nAt 2: Udsat.', 'unknown'],
    [TWO, 'At 1: Godkendt.', 'unknown'],
    [TWO, 'At 1: Udsat.\n\nAt 2: Udsat.', 'postponed'],
  ])('%s %s', (recommendation, decision, expected) => {
    expect(resultOf(recommendation, decision)?.followed).toBe(expected)
  })

  test('tells each point by itself, and only those that are answered', () => {
    const noted = 'Chefen indstiller,\n\n1. at status tages til efterretning\n2. at der afsættes 40.000 kr.\n3. at planen vedtages'
    const result = resultOf(noted, 'At 1: Taget til efterretning.\n\nAt 2: Ikke godkendt.')
    expect(result?.points.map(({ point, followed }) => [point, followed])).toEqual([
      [1, 'followed'],
      [2, 'not-followed'],
    ])
    expect(result?.followed).toBe('unknown')
  })

  test('claims nothing where there are two recommendations', () => {
    expect(resultOf(BUILD, 'Godkendt.', { sections: '## Alternativ indstilling\n\nAt farten sættes ned.' })?.followed).toBe('unknown')
  })

  test('is silent without a recommendation, without a decision, and behind closed doors', () => {
    expect(resultOf('', 'Godkendt.')).toBeUndefined()
    expect(resultOf(BUILD, '')).toBeUndefined()
    expect(resultOf('', 'Godkendt.', { head: 'adgang: lukket' })).toBeUndefined()
  })

  test('every verdict has words and an address of its own', () => {
    expect(new Set(FOLLOWED.map(({ slug }) => slug)).size).toBe(5)
  })
})

test.each([
  ['at forslaget godkendes', 'approve'],
  ['at der ikke ydes tilskud', 'reject'],
  ['at der gives afslag', 'reject'],
  ['at udvalget træffer beslutning om placeringen', 'open'],
  ['at udvalget beslutter, om parken skal lukke om natten', 'open'],
  ['at budgetopfølgningen tages til efterretning', 'note'],
  ['at planen sendes i offentlig høring', 'hearing'],
  ['at regnskabet overgives til revisionen', 'refer'],
] as const)('%s asks for: %s', (text, ask) => {
  expect(askOf(text)).toBe(ask)
})
