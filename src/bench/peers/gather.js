const PER_PAGE = 100

/** Look-ups between pages, and the lists of cases, subjects, people and decisions, the newest first. */
export function gather(pages) {
  const kind = (name) => pages.filter((page) => page.kind === name)
  const newest = (a, b) => (a.dag < b.dag ? 1 : a.dag > b.dag ? -1 : a.weight - b.weight)
  const [myndighed, udvalg] = [kind('myndighed'), kind('udvalg')]
  const moede = kind('moede').sort(newest)
  const punkt = kind('punkt').sort(newest)
  const sager = grouped(punkt, ({ sager: keys }) => keys)
  const lists = {
    sager,
    emner: grouped(punkt, ({ emner }) => emner),
    personer: grouped(moede, ({ personer }) => personer),
    beslutninger: grouped(punkt, ({ beslutninger }) => beslutninger),
  }
  const punkterOf = grouped(punkt, ({ id }) => [above(id)])
  const neighbours = {}
  for (const siblings of Object.values(punkterOf)) {
    siblings.sort((a, b) => a.weight - b.weight)
    for (const [at, { id }] of siblings.entries()) neighbours[id] = { previous: siblings[at - 1], next: siblings[at + 1] }
  }
  const yearsOf = {}
  for (const [body, meetings] of Object.entries(grouped(moede, ({ id }) => [above(id)]))) {
    yearsOf[body] = Object.entries(grouped(meetings, ({ dag }) => [dag.slice(0, 4)])).reverse()
  }
  return {
    ...{ myndighed, udvalg, moede, punkt, sager, punkterOf, neighbours, yearsOf },
    bodiesOf: grouped(udvalg, ({ id }) => [above(id)]),
    titles: Object.fromEntries([...myndighed, ...udvalg, ...moede].map(({ id, title }) => [id, title])),
    terms: Object.entries(lists).flatMap(([taxonomy, groups]) =>
      Object.entries(groups).flatMap(([term, items]) => paged(taxonomy, term, items)),
    ),
    taxonomies: Object.entries(lists).map(([taxonomy, groups]) => ({
      ...{ taxonomy, url: `/${taxonomy}/` },
      terms: Object.keys(groups)
        .sort()
        .map((term) => ({ term, count: groups[term].length })),
    })),
  }
}

function paged(taxonomy, term, items) {
  const count = Math.ceil(items.length / PER_PAGE)
  const url = (number) => `/${taxonomy}/${term}/${number === 1 ? '' : `page/${number}/`}`
  return Array.from({ length: count }, (_, at) => ({
    ...{ taxonomy, term, total: items.length, number: at + 1, count, url: url(at + 1) },
    items: items.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
    ...(at > 0 && { previous: url(at) }),
    ...(at + 1 < count && { next: url(at + 2) }),
  }))
}

function grouped(pages, keysOf) {
  const groups = {}
  for (const page of pages) {
    for (const key of keysOf(page) ?? []) {
      groups[key] ??= []
      groups[key].push(page)
    }
  }
  return groups
}

function above(id) {
  return id.slice(0, id.lastIndexOf('/'))
}
