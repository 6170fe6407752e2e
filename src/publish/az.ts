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
  return partByInitial([...items].sort(compareItems), ({ label }) => label).map(([initial, group]) => ({ initial, items: group }))
}

/** The order of a Danish register. */
export function compareItems(a: AzItem, b: AzItem): number {
  return compareDanish(a.label, b.label) || (a.url < b.url ? -1 : 1)
}

/** Parts what has a label by its letter: the letters in order, what is below each as it stood. */
export function partByInitial<T>(items: readonly T[], labelOf: (item: T) => string): [initial: string, items: T[]][] {
  const parts = new Map<string, T[]>()
  for (const item of items) {
    const initial = initialOf(labelOf(item))
    const part = parts.get(initial)
    if (part) part.push(item)
    else parts.set(initial, [item])
  }
  return [...parts].sort(([a], [b]) => rank(a) - rank(b))
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ'

/** Digits and signs stand before the letters. */
function rank(initial: string): number {
  return initial === '#' ? -2 : initial === '0-9' ? -1 : LETTERS.indexOf(initial)
}
