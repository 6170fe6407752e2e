import { describe, expect, test } from 'vitest'
import { gatherDecisions } from '../decision-register.ts'
import { meetingFile, punktFile, smallArchive } from '../small-archive.ts'
import { decisionsPages, decisionsView } from './decisions.ts'

const closed = (decision: string) => `---\ntitel: Lukket\nadgang: lukket\n---\n${decision}`
const archive = smallArchive({
  'soeby/byraadet/2025-03-04/index.md': meetingFile('2025-03-04'),
  'soeby/byraadet/2025-03-04/01-sti.md': punktFile('Gammel sti', '', 'Godkendt.'),
  'soeby/byraadet/2026-03-04/index.md': meetingFile('2026-03-04'),
  'soeby/byraadet/2026-03-04/01-plan.md': punktFile('Plan', 'beslutning: [godkendt, sendt i høring]', 'Godkendt og sendt i høring.'),
  'soeby/byraadet/2026-03-04/02-uden.md': punktFile('Uden beslutning'),
  'soeby/byraadet/2026-03-04/03-lukket.md': closed(''),
  'soeby/byraadet/2026-03-04/04-aaben-beslutning.md': closed('\n## Åben beslutning\n\nSalget er aftalt med den, der bød mest.\n'),
  'soeby/stabsgruppen/2024-03-04/index.md': meetingFile('2024-03-04'),
  'soeby/stabsgruppen/2024-03-04/01-bro.md': `${punktFile('Bro', '', 'Ikke godkendt.')}\n## Indstilling\n\nAt broen bygges.\n`,
  'soeby/stabsgruppen/2024-03-04/02-tag.md': `${punktFile('Tag', '', 'Godkendt.')}\n## Indstilling\n\nAt taget lægges om.\n`,
  'soeby/byraadet/2026-05-06/index.md': meetingFile('2026-05-06', 'status: dagsorden'),
  'soeby/byraadet/2026-05-06/01-ny.md': punktFile('Ny', 'beslutning: godkendt'),
})
const viewsOf = (all: typeof archive) => [...decisionsPages(all, gatherDecisions(all))].map((page) => decisionsView(all, page))
const views = viewsOf(archive)
const at = (url: string) => views.find(({ page }) => page.url === url)
const titles = (url: string) => at(url)?.groups.flatMap(({ items }) => items.map(({ title }) => title))

describe('the register of decisions', () => {
  test('lists decisions that were taken, newest first, and of closed punkter only open decisions', () => {
    expect(titles('/beslutninger/')).toEqual(['Plan', 'Lukket', 'Gammel sti', 'Bro', 'Tag'])
  })

  test('counts years and outcomes, and each count is what its page lists', () => {
    const front = at('/beslutninger/')
    expect(front?.years.map(({ label, count }) => [label, count])).toEqual([
      ['2026', 2],
      ['2025', 1],
      ['2024', 2],
    ])
    for (const { url, count = 0 } of [...(front?.years ?? []), ...(front?.outcomes ?? [])]) {
      expect(at(url)?.total, url).toBe(count)
      expect(titles(url), url).toHaveLength(count)
    }
  })

  test('puts a decision with two outcomes under both', () => {
    expect(titles('/beslutninger/2026/godkendt/')).toEqual(['Plan'])
    expect(titles('/beslutninger/udfald/sendt-i-hoering/')).toEqual(['Plan'])
  })

  test('lists the decisions of a body, and of a body by outcome', () => {
    expect(titles('/beslutninger/udvalg/soeby/byraadet/')).toEqual(['Plan', 'Lukket', 'Gammel sti'])
    expect(titles('/beslutninger/udvalg/soeby/byraadet/godkendt/')).toEqual(['Plan', 'Gammel sti'])
  })

  test('lists decisions by what became of the recommendation, and only those that had one', () => {
    expect(at('/beslutninger/')?.followed.map(({ label, count }) => [label, count])).toEqual([
      ['Indstillingen fulgt', 1],
      ['Indstillingen ikke fulgt', 1],
    ])
    expect(titles('/beslutninger/indstilling/ikke-fulgt/')).toEqual(['Bro'])
  })

  test('leads from every page to pages that are there', () => {
    for (const { page, years, outcomes, followed, bodies, breadcrumbs } of views) {
      for (const { url } of [...years, ...outcomes, ...followed, ...bodies.flatMap(({ parts }) => parts), ...breadcrumbs.slice(1)])
        if (url) expect(at(url), `${page.url} → ${url}`).toBeDefined()
    }
  })
})

test('a year with many decisions runs over pages that together hold them all', () => {
  const files = Object.fromEntries(
    Array.from({ length: 230 }, (_, index) => [
      `soeby/byraadet/2026-03-04/${index + 1}-sag.md`,
      punktFile(`Sag ${index + 1}`, '', 'Godkendt.'),
    ]),
  )
  const many = smallArchive({ 'soeby/byraadet/2026-03-04/index.md': meetingFile('2026-03-04'), ...files })
  const pages = viewsOf(many).filter(({ page }) => /^\/beslutninger\/2026\/(?:del|$)/.test(page.url))
  expect(pages.map(({ page }) => page.url)).toEqual(['/beslutninger/2026/', '/beslutninger/2026/del-1/'])
  expect(pages.flatMap(({ groups }) => groups.flatMap(({ items }) => items.map(({ title }) => title)))).toEqual(
    Array.from({ length: 230 }, (_, index) => `Sag ${index + 1}`),
  )
})
