import type { Archive } from './archive.ts'

/**
 * Circles in what came before what: punkter whose earlier treatments lead back to themselves over others. Each circle once,
 * as ids of punkter, beginning with the first in the archive's order. A punkt that refers to itself is no circle here.
 */
export function historyCircles(archive: Archive): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = []
  // Tarjan's strongly connected components without recursion: an archive's chains can be longer than the stack.
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const earlierOf = (id: string): string[] =>
    archive.referencesFrom(id).flatMap(({ kind, target }) => (kind === 'punkt' && target !== undefined && target !== id ? [target] : []))
  const enter = (id: string): { readonly id: string; readonly rest: string[] } => {
    index.set(id, index.size)
    low.set(id, index.size - 1)
    open.push(id)
    isOpen.add(id)
    return { id, rest: earlierOf(id) }
  }
  for (const { id: start } of archive.punkter) {
    if (index.has(start)) continue
    const stack = [enter(start)]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { id } = top
      const next = top.rest.pop()
      if (next !== undefined && !index.has(next)) {
        stack.push(enter(next))
        continue
      }
      if (next !== undefined) {
        if (isOpen.has(next)) low.set(id, Math.min(low.get(id) ?? 0, index.get(next) ?? 0))
        continue
      }
      stack.pop()
      const below = stack.at(-1)
      if (below) low.set(below.id, Math.min(low.get(below.id) ?? 0, low.get(id) ?? 0))
      if (low.get(id) !== index.get(id)) continue
      const component = open.splice(open.lastIndexOf(id))
      for (const member of component) isOpen.delete(member)
      if (component.length > 1) circles.push(component)
    }
  }
  return circles
}
