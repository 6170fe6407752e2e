import { describe, expect, test } from 'vitest'
import type { OutcomeId } from '../referat/beslutning.ts'
import { contentTree } from '../source/content-tree.ts'
import { CASE_STATES, caseStateOf, stateAfter } from './case-state.ts'
import { loadArchive } from './load.ts'

const NUMBER = 'sagsnummer: 05.05.00-P20-4-25'

/** One treatment: the body, what the clerk wrote, and further lines of the head. */
type Step = readonly [body: 'udvalget' | 'raadet', decision: string, head?: string, status?: string]

function stateOf(...steps: readonly Step[]) {
  const files: Record<string, string> = {
    'by/index.md': '---\nnavn: By Kommune\ntype: kommune\nsagsnummer: [sbsys]\n---\n',
    'by/udvalget/index.md': '---\nnavn: Udvalget\ntype: fagudvalg\n---\n',
    'by/raadet/index.md': '---\nnavn: Rådet\ntype: kommunalbestyrelse\n---\n',
  }
  steps.forEach(([body, decision, head = '', status = 'referat'], index) => {
    const folder = `by/${body}/2026-0${index + 1}-05`
    files[`${folder}/index.md`] = `---\ndato: 2026-0${index + 1}-05\nstatus: ${status}\n---\n`
    files[`${folder}/01-sag.md`] =
      `---\ntitel: Ny sti\nadgang: åben\n${NUMBER}\n${head === '' ? '' : `${head}\n`}---\n${decision === '' ? '' : `\n## Beslutning\n\n${decision}\n`}`
  })
  const { archive } = loadArchive(contentTree(files))
  const [sag] = archive.sager
  return sag && caseStateOf(archive, sag)
}

describe('the state of a case', () => {
  test.each<[string, string | undefined, readonly Step[]]>([
    ['approved at once', 'decided', [['raadet', 'Godkendt.']]],
    [
      'recommended, then approved',
      'decided',
      [
        ['udvalget', 'Anbefales.'],
        ['raadet', 'Godkendt.'],
      ],
    ],
    ['recommended, not yet before the council', 'running', [['udvalget', 'Anbefales.']]],
    ['approved in the committee and sent on', 'running', [['udvalget', 'Godkendt.', 'videre til: [Rådet]']]],
    [
      'sent on, and the body only noted it',
      'informed',
      [
        ['udvalget', 'Anbefales.'],
        ['raadet', 'Taget til efterretning.'],
      ],
    ],
    [
      'recommended, then a status in the same committee',
      'running',
      [
        ['udvalget', 'Anbefales.'],
        ['udvalget', 'Taget til efterretning.'],
      ],
    ],
    ['postponed', 'postponed', [['udvalget', 'Sagen blev udsat.']]],
    [
      'postponed, then approved',
      'decided',
      [
        ['udvalget', 'Udsat.'],
        ['udvalget', 'Godkendt.'],
      ],
    ],
    ['a report noted and money granted', 'decided', [['raadet', 'At 1: Taget til efterretning.\n\nAt 2: Godkendt.']]],
    ['approved but for a part that was postponed', 'running', [['raadet', 'At 1: Godkendt.\n\nAt 2: Udsat.']]],
    [
      'an orientation that was postponed, then given',
      'informed',
      [
        ['udvalget', 'Udsat.'],
        ['udvalget', 'Orientering givet.'],
      ],
    ],
    [
      'postponed, then treated without a word of a decision',
      'running',
      [
        ['udvalget', 'Udsat.'],
        ['udvalget', ''],
      ],
    ],
    ['approved and sent to a hearing', 'hearing', [['raadet', 'Forslaget blev vedtaget. Det sendes i offentlig høring.']]],
    ['recommended to be sent to a hearing', 'running', [['udvalget', 'Udvalget anbefaler, at forslaget sendes i høring.']]],
    [
      'back from the hearing, discussed',
      'running',
      [
        ['udvalget', 'Forslaget sendes i høring.'],
        ['udvalget', 'Drøftet.'],
      ],
    ],
    [
      'back from the hearing, a status noted',
      'running',
      [
        ['udvalget', 'Forslaget sendes i høring.'],
        ['udvalget', 'Taget til efterretning.'],
      ],
    ],
    ['rejected', 'rejected', [['raadet', 'Ansøgningen kan ikke imødekommes.']]],
    ['rejected and sent back', 'running', [['raadet', 'Indstillingen blev ikke godkendt. Rådet tilbagesender sagen til udvalget.']]],
    [
      'rejected, then taken up and approved',
      'decided',
      [
        ['raadet', 'Afvist.'],
        ['raadet', 'Godkendt.'],
      ],
    ],
    [
      'rejected, then discussed',
      'rejected',
      [
        ['raadet', 'Afvist.'],
        ['udvalget', 'Drøftet.'],
      ],
    ],
    ['withdrawn', 'withdrawn', [['udvalget', 'Punktet udgår.']]],
    [
      'recommended, then taken off the council agenda',
      'withdrawn',
      [
        ['udvalget', 'Anbefales.'],
        ['raadet', 'Punktet udgår.'],
      ],
    ],
    [
      'decided, and a later status was taken off the agenda',
      'decided',
      [
        ['raadet', 'Godkendt.'],
        ['udvalget', 'Punktet udgår.'],
      ],
    ],
    [
      'decided, then a status noted',
      'decided',
      [
        ['raadet', 'Godkendt.'],
        ['udvalget', 'Taget til efterretning.'],
      ],
    ],
    [
      'decided, then taken up anew',
      'running',
      [
        ['raadet', 'Godkendt.'],
        ['udvalget', 'Anbefales.'],
      ],
    ],
    ['only discussed', 'running', [['udvalget', 'Drøftet.']]],
    [
      'only noted',
      'informed',
      [
        ['udvalget', 'Taget til efterretning.'],
        ['raadet', 'Orientering givet.'],
      ],
    ],
    ['elected', 'decided', [['raadet', 'Karen Holm blev valgt.']]],
    ['referred', 'running', [['udvalget', 'Sagen oversendes til Økonomiudvalget.']]],
    ['words of no class', undefined, [['udvalget', 'Mødet slutter med en rundvisning.']]],
    ['no decision', undefined, [['udvalget', '']]],
    [
      'an agenda is no treatment',
      'postponed',
      [
        ['udvalget', 'Udsat.'],
        ['udvalget', '', '', 'dagsorden'],
      ],
    ],
    [
      'nor is a cancelled meeting',
      'running',
      [
        ['udvalget', 'Anbefales.'],
        ['raadet', '', '', 'aflyst'],
      ],
    ],
  ])('%s: %s', (_name, expected, steps) => {
    expect(stateOf(...steps)?.id).toBe(expected)
  })

  test('dates from the treatment that gave it, not from a status that came after', () => {
    expect(stateOf(['udvalget', 'Anbefales.'], ['raadet', 'Godkendt.'], ['udvalget', 'Taget til efterretning.'])).toEqual({
      id: 'decided',
      punkt: 'by/raadet/2026-02-05/punkt-1',
      since: '2026-02-05',
    })
  })

  test('a standing case has none', () => {
    const files = {
      'by/index.md': '---\nnavn: By Kommune\ntype: kommune\nsagsnummer: [sbsys]\n---\n',
      'by/raadet/index.md': '---\nnavn: Rådet\ntype: kommunalbestyrelse\n---\n',
      'by/raadet/2026-01-05/index.md': '---\ndato: 2026-01-05\nstatus: referat\n---\n',
      'by/raadet/2026-01-05/01-plan.md':
        '---\ntitel: Mødeplan\nadgang: åben\nsagsnummer: 00.01.00-P35-1-26\n---\n\n## Beslutning\n\nGodkendt.\n',
    }
    const { archive } = loadArchive(contentTree(files))
    expect(archive.sager.map((sag) => caseStateOf(archive, sag))).toEqual([undefined])
  })

  test('noted is never decided, whatever came before without a decision', () => {
    const befores = [undefined, 'running', 'postponed', 'hearing', 'withdrawn', 'informed'] as const
    for (const outcome of ['noted', 'informed'] satisfies OutcomeId[])
      for (const before of befores)
        for (const sentOnBy of [undefined, 'a', 'b'])
          expect(stateAfter({ outcomes: [outcome], udvalg: 'a', forwarded: false }, before, sentOnBy)).not.toBe('decided')
  })

  test('every state has words', () => {
    for (const { label, about } of Object.values(CASE_STATES)) expect([label, about].every((words) => /^\p{Lu}/u.test(words))).toBe(true)
  })
})

test('a number on several matters of one meeting after the other is standing, twice at one meeting is not', () => {
  const standing = (months: readonly string[]): boolean | undefined => {
    const files: Record<string, string> = {
      'by/index.md': '---\nnavn: By Kommune\ntype: kommune\nsagsnummer: [sbsys]\n---\n',
      'by/raadet/index.md': '---\nnavn: Rådet\ntype: kommunalbestyrelse\n---\n',
    }
    for (const month of months) {
      files[`by/raadet/2026-${month}-05/index.md`] = `---\ndato: 2026-${month}-05\nstatus: referat\n---\n`
      for (const title of ['Projekter', 'Reformer'])
        files[`by/raadet/2026-${month}-05/${title.length}-${title.toLowerCase()}.md`] =
          `---\ntitel: ${title}\nadgang: åben\n${NUMBER}\n---\n`
    }
    return loadArchive(contentTree(files)).archive.sager[0]?.standing
  }
  expect(standing(['01', '02'])).toBe(true)
  expect(standing(['01'])).toBe(false)
})
