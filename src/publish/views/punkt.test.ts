import { describe, expect, test } from 'vitest'
import { createEnvironment } from '../../eleventy/nunjucks.ts'
import { meetingFile, punktFile, smallArchive } from '../small-archive.ts'
import { punktView } from './punkt.ts'

const LONG = `## Resumé

Kort sagt.

## Indstilling

Direktøren indstiller,

1. at planen godkendes
2. at beløbet afsættes.

## Beslutning

At 1: Godkendt.

At 2: Udsat.

## Bilag

Se listen.

## Sagsfremstilling

### Et

### To
`
const archive = smallArchive({
  'soeby/byraadet/2026-01-06/index.md': meetingFile(
    '2026-01-06',
    'status: godkendt\nrettelser:\n  - { dato: 2026-01-20, type: faktuel, tekst: Beløbet er rettet., punkt: 1 }',
  ),
  'soeby/byraadet/2026-01-06/01-lang.md': `---\ntitel: Lang\nadgang: åben\nvidere til: [Stabsgruppen, Et Andet Råd]\nbilag:\n  - { titel: Plan }\n---\n\n${LONG}`,
  'soeby/byraadet/2026-01-06/02-kort.md': punktFile('Kort', '', 'Godkendt.'),
  'soeby/byraadet/2026-01-06/03-tom.md': punktFile('Tom <b>titel</b>'),
  'soeby/byraadet/2026-01-06/04-lukket.md': '---\ntitel: Lukket\nadgang: lukket\nhjemmel: § 10\n---\n',
  'soeby/byraadet/2026-01-06/05-i-teksten.md': '---\ntitel: I teksten\nadgang: åben\n---\n\nPunktet udgår.\n',
  'soeby/byraadet/2026-01-20/index.md': meetingFile('2026-01-20'),
  'soeby/byraadet/2026-01-20/01-sag.md': punktFile('Personsag'),
  'soeby/byraadet/2026-01-20/02-sag.md': punktFile('Personsag'),
  'soeby/byraadet/2026-01-20-ekstraordinaert/index.md': meetingFile('2026-01-20'),
  'soeby/byraadet/2026-01-20-ekstraordinaert/01-sag.md': punktFile('Personsag'),
  'soeby/byraadet/2026-02-03/index.md': meetingFile('2026-02-03', 'status: dagsorden'),
  'soeby/byraadet/2026-02-03/01-a.md': punktFile('Venter'),
})
const viewOf = (id: string) => punktView(archive, archive.punkt(`soeby/byraadet/${id}`))
const environment = createEnvironment('templates', {
  site: archive.site,
  authorities: archive.authorities,
  assets: { css: '/assets/x.css', search: '/assets/x.js' },
})
const htmlOf = (id: string): string => environment.render('views/punkt.njk', viewOf(`${id}`))

describe('a long punkt', () => {
  const view = viewOf('2026-01-06/punkt-1')

  test('gives the decision first, a pointer in its place, and every other section where the clerk put it', () => {
    expect(view.decisions.map(({ id }) => id)).toEqual(['beslutning'])
    expect(view.parts.map(({ section, decisionAbove }) => (decisionAbove ? '↑' : section?.id))).toEqual([
      'resume',
      'indstilling',
      '↑',
      'bilag',
      'sagsfremstilling',
    ])
  })

  test('answers the recommendation point by point', () => {
    expect(view.points.map(({ point, text, outcomes }) => [point, text, outcomes[0]?.id])).toEqual([
      [1, 'planen godkendes', 'approved'],
      [2, 'beløbet afsættes.', 'postponed'],
    ])
  })

  test('has a table of contents, its attachments under the heading of the clerk, its corrections and where it goes on', () => {
    expect(view.contents.map(({ label, children }) => [label, children.length])).toEqual([
      ['Resumé', 0],
      ['Indstilling', 0],
      ['Bilag', 0],
      ['Sagsfremstilling', 2],
    ])
    expect(view.parts.find(({ holdsBilag }) => holdsBilag)?.section?.id).toBe('bilag')
    expect(view.rettelser.map(({ text }) => text)).toEqual(['Beløbet er rettet.'])
    expect(view.forwardedTo).toEqual([{ label: 'Stabsgruppen', url: '/soeby/stabsgruppen/' }, { label: 'Et Andet Råd' }])
  })

  test('knows its neighbours', () => {
    expect(view.previous).toBeUndefined()
    expect(view.next).toEqual({ label: 'Punkt 2: Kort', url: '/soeby/byraadet/2026-01-06/punkt-2/' })
  })

  test('prints every section once, with its hook', () => {
    const hooks = [...htmlOf('2026-01-06/punkt-1').matchAll(/data-section="([^"]+)"/g)].map(([, key]) => key)
    expect(hooks).toEqual(['decision', 'summary', 'recommendation', 'attachments', 'case'])
    expect(htmlOf('2026-01-06/punkt-1')).toContain('data-punkt data-outcome="approved postponed"')
  })
})

test('a decision that stands first leaves no pointer behind', () => {
  expect(viewOf('2026-01-06/punkt-2').parts).toEqual([])
})

test.each([
  ['2026-01-06/punkt-3', 'Der står ingen beslutning i referatet af dette punkt.'],
  ['2026-01-06/punkt-4', 'Beslutningen er ikke offentlig.'],
  ['2026-01-06/punkt-5', 'Referatet har ikke en særskilt beslutning. Udfaldet er læst af teksten nedenfor.'],
  ['2026-02-03/punkt-1', 'Punktet står på dagsordenen for mødet den 3.\u00a0februar 2026 og er ikke behandlet endnu.'],
])('%s has no words of a decision and says why', (id, note) => {
  expect(viewOf(id).decisionNote).toBe(note)
})

test('a closed punkt says on what ground', () => {
  expect(viewOf('2026-01-06/punkt-4').closedLine).toBe('Punktet er behandlet for lukkede døre. Grundlag: § 10.')
})

test('a title is text, whatever it holds', () => {
  const html = htmlOf('2026-01-06/punkt-3')
  expect(html).toContain('<h1>Tom &lt;b&gt;titel&lt;/b&gt;</h1>')
  expect(html).not.toContain('<b>')
})

test('no two pages have one title: a number parts punkter of a meeting, and the kind of meeting two of a day', () => {
  const titles = ['2026-01-20/punkt-1', '2026-01-20/punkt-2', '2026-01-20-ekstraordinaert/punkt-1'].map((id) => viewOf(id).title)
  expect(titles.map((title) => title.replaceAll('\u00A0', ' '))).toEqual([
    'Personsag, punkt 1 – Byrådet 20. januar 2026',
    'Personsag, punkt 2 – Byrådet 20. januar 2026',
    expect.stringMatching(/^Personsag – Byrådet 20\. januar 2026, .+/),
  ])
})
