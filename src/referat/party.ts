import type { Authority } from './authority.ts'

/** The name of a party letter on a date, or the letter itself where the authority names none for that term. */
export function partyName(authority: Authority, letter: string, date: string): string {
  const year = Number(date.slice(0, 4))
  const term = authority.parties.find(
    (candidate) => (candidate.fromYear ?? 0) <= year && year <= (candidate.toYear ?? 9999) && Object.hasOwn(candidate.names, letter),
  )
  return term?.names[letter] ?? letter
}
