import { compareDanish, initialOf } from '../referat/collation.ts'

/** An entry of an A–Å list. */
export interface AzItem {
  readonly label: string
  readonly url: string
  /** What stands after the label, in smaller type. */
  readonly note?: string
}

/** The entries below one letter. */
export interface AzGroup<T extends AzItem = AzItem> {
  readonly initial: string
  readonly items: readonly T[]
}

/** Sorts entries as a Danish register does and puts them under their letters. */
export function groupByInitial<T extends AzItem>(items: readonly T[]): AzGroup<T>[] {
  const groups = new Map<string, T[]>()
  const sorted = [...items].sort((a, b) => compareDanish(a.label, b.label) || (a.url < b.url ? -1 : 1))
  for (const item of sorted) {
    const initial = initialOf(item.label)
    const group = groups.get(initial)
    if (group) group.push(item)
    else groups.set(initial, [item])
  }
  return [...groups].map(([initial, group]) => ({ initial, items: group })).sort((a, b) => rank(a.initial) - rank(b.initial))
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ'

/** Digits and signs stand before the letters. */
function rank(initial: string): number {
  return initial === '#' ? -2 : initial === '0-9' ? -1 : LETTERS.indexOf(initial)
}
