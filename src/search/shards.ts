/** A part of the index: the punkter of some months that follow each other. */
export interface Shard<T> {
  /** `2025`, `2026-k2`, `2026-03`, `2007-2011`; `alle` where there is one only. */
  readonly name: string
  /** True for the newest year's: they change often, so they are small. */
  readonly running: boolean
  /** In the order given. */
  readonly punkter: readonly T[]
}

/** An archive of no more punkter than this is one shard: it is made anew in a second, and a search asks for it once. */
const WHOLE = 1000
/** Most punkter of a shard that seldom changes, and of one of the newest year's; a month is never parted. */
const CLOSED = 2500
const RUNNING = 150
/** Years of fewer punkter stand with others. */
const FEW = 1000

/**
 * Parts punkter (newest first) into shards by the calendar alone, so that a new meeting or a changed word touches one
 * shard, and the same punkter always give the same shards.
 */
export function partIntoShards<T extends { readonly date: string }>(punkter: readonly T[]): Shard<T>[] {
  if (punkter.length <= WHOLE) return punkter.length > 0 ? [{ name: 'alle', running: true, punkter }] : []
  const years = groups(punkter, yearOf)
  const [newest, ...closed] = [...years.values()]
  return [...parts(newest ?? [], true), ...togetherWithOthers(closed).flatMap((years) => parts(years, false))]
}

/** Years of few punkter put together, from the oldest on, so that what is put together stays so as years are added. */
function togetherWithOthers<T>(years: readonly (readonly T[])[]): (readonly T[])[] {
  const together: (readonly T[])[] = []
  for (const year of [...years].reverse()) {
    const last = together.at(-1)
    if (last && last.length + year.length <= FEW) together[together.length - 1] = [...year, ...last]
    else together.push(year)
  }
  return together.reverse()
}

/** Halves, quarters and months, as far as needed; each with its name below a year. */
const PARTS: readonly ((date: string) => string)[] = [
  (date) => `h${monthOf(date) < 6 ? 1 : 2}`,
  (date) => `k${Math.floor(monthOf(date) / 3) + 1}`,
  (date) => date.slice(5, 7),
]

function parts<T extends { readonly date: string }>(
  punkter: readonly T[],
  running: boolean,
  depth = 0,
  name = spanOf(punkter),
): Shard<T>[] {
  const part = PARTS[depth]
  if (punkter.length <= (running ? RUNNING : CLOSED) || !part) return [{ name, running, punkter }]
  const [year = ''] = name.split('-')
  return [...groups(punkter, ({ date }) => part(date))].flatMap(([inYear, group]) => parts(group, running, depth + 1, `${year}-${inYear}`))
}

function spanOf(punkter: readonly { readonly date: string }[]): string {
  const [newest, oldest] = [punkter[0], punkter.at(-1)].map((punkt) => punkt?.date.slice(0, 4) ?? '')
  return newest === oldest ? `${newest}` : `${oldest}-${newest}`
}

function yearOf({ date }: { readonly date: string }): string {
  return date.slice(0, 4)
}

function monthOf(date: string): number {
  return Number(date.slice(5, 7)) - 1
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = found.get(key)
    if (group) group.push(item)
    else found.set(key, [item])
  }
  return found
}
