import { foldLetters } from '../source/slug.ts'

/** A query with the filters typed in it taken out: `cykelsti udvalg:teknik år:2025`. */
export interface TypedQuery {
  /** What is left to search for. */
  readonly words: string
  /** Parts of names of bodies, as typed; a punkt of any of them will do. */
  readonly bodies: readonly string[]
  readonly years: readonly string[]
}

const FILTER = /(?<![^\s])(?<name>udvalg|år|aar|sag):\s*(?:["“”„»](?<quoted>[^"“”„«]+)["“”„«]|(?<bare>[^\s"“”„»]+))/giu

/** Reads the filters that a visitor has typed. `sag:` is left to be read with the other case numbers. */
export function readTyped(query: string): TypedQuery {
  const bodies: string[] = []
  const years: string[] = []
  const words = query.replace(FILTER, (...match) => {
    const { name = '', quoted, bare } = match.at(-1) as Record<string, string | undefined>
    const value = (quoted ?? bare ?? '').trim()
    if (name.toLowerCase() === 'sag') return `sag ${value}`
    if (name.toLowerCase() === 'udvalg') bodies.push(value)
    else years.push(value)
    return ' '
  })
  return { words: words.replace(/\s+/g, ' ').trim(), bodies, years }
}

/** True where a name has every word that was typed, or the beginnings of them, however its letters are spelled. */
export function isNamed(name: string, typed: string): boolean {
  const parts = plain(name)
  const asked = plain(typed)
  return asked.length > 0 && asked.every((word) => parts.some((part) => part.startsWith(word)))
}

/** True where a name is what was typed, and nothing more. */
export function isExactly(name: string, typed: string): boolean {
  return plain(name).join(' ') === plain(typed).join(' ')
}

function plain(text: string): string[] {
  return foldLetters(text.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? []
}
