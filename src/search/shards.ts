interface Dated {
  /** ISO date. */
  readonly date: string
}

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
/** Most punkter of a shard of older years, and of one of the newest year's last two quarters; a month is never parted. */
const CLOSED = 2500
const RUNNING = 700
/** Years of few punkter stand together up to this many: of every shard that is searched some 15 KB are fetched. */
const FEW = 1200

/**
 * Parts punkter (newest first) into shards by the calendar alone, so that a new meeting or a changed word touches one
 * shard, and the same punkter always give the same shards.
 */
export function partIntoShards<T extends Dated>(punkter: readonly T[]): Shard<T>[] {
  if (punkter.length <= WHOLE) return punkter.length > 0 ? [{ name: 'alle', running: true, punkter }] : []
  const years = groups(punkter, yearOf)
  const [newest, ...closed] = [...years.values()]
  return [
    ...partsOfNewest(newest ?? []),
    ...togetherWithOthers(closed).flatMap((years) => parts(years, CLOSED, [halfOf, quarterOf, inMonth])),
  ]
}

/** The newest year by quarters, and its last two by months where they are large: there most is added and mended. */
function partsOfNewest<T extends Dated>(punkter: readonly T[]): Shard<T>[] {
  const quarters = parts(punkter, 0, [quarterOf])
  const shards = quarters.flatMap((quarter, at) => (at < 2 ? parts(quarter.punkter, RUNNING, [inMonth], quarter.name) : [quarter]))
  return shards.map((shard) => ({ ...shard, running: true }))
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

/** Punkter parted ever smaller until they are few enough, or there is no smaller part. */
function parts<T extends Dated>(
  punkter: readonly T[],
  most: number,
  smaller: readonly ((date: string) => string)[],
  name = spanOf(punkter),
): Shard<T>[] {
  const [part, ...others] = smaller
  if (punkter.length <= most || !part) return [{ name, running: false, punkter }]
  const year = name.slice(0, 4)
  return [...groups(punkter, ({ date }) => part(date))].flatMap(([inYear, group]) => parts(group, most, others, `${year}-${inYear}`))
}

function halfOf(date: string): string {
  return `h${monthOf(date) < 6 ? 1 : 2}`
}

function quarterOf(date: string): string {
  return `k${Math.floor(monthOf(date) / 3) + 1}`
}

function inMonth(date: string): string {
  return date.slice(5, 7)
}

function spanOf(punkter: readonly Dated[]): string {
  const [newest, oldest] = [punkter[0], punkter.at(-1)].map((punkt) => punkt?.date.slice(0, 4) ?? '')
  return newest === oldest ? `${newest}` : `${oldest}-${newest}`
}

function yearOf({ date }: Dated): string {
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
