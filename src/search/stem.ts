const VOWEL = /[aeiouyæåø]/
const ENDINGS =
  'erendes erende hedens ethed erede heden heder endes ernes erens erets ered ende erne eren erer heds enes eres eret hed ene ere ens ers ets en er es et e'.split(
    ' ',
  )
const S_ENDING = /[abcdfghjklmnoprtvyzå]s$/
const DERIVED = ['elig', 'lig', 'els', 'ig']

/**
 * The stem of a Danish word in lower case, by Snowball's algorithm for Danish: what Pagefind's index matches words by.
 * See https://snowballstem.org/algorithms/danish/stemmer.html
 */
export function stem(word: string): string {
  const from = regionStart(word)
  let rest = word
  const ending = ENDINGS.find((suffix) => endsIn(rest, suffix, from))
  if (ending) rest = rest.slice(0, -ending.length)
  else if (endsIn(rest, 's', from) && S_ENDING.test(rest)) rest = rest.slice(0, -1)
  rest = withoutPair(rest, from)
  if (rest.endsWith('igst')) rest = rest.slice(0, -2)
  const derived = DERIVED.find((suffix) => endsIn(rest, suffix, from))
  if (derived) rest = withoutPair(rest.slice(0, -derived.length), from)
  else if (endsIn(rest, 'løst', from)) rest = rest.slice(0, -1)
  const double = rest.length > from && rest.length > 1 && rest.at(-1) === rest.at(-2) && !VOWEL.test(rest.at(-1) ?? '')
  return double ? rest.slice(0, -1) : rest
}

/** Where suffixes may begin: after the first consonant that follows a vowel, and after three letters at least. */
function regionStart(word: string): number {
  const vowel = word.search(VOWEL)
  if (vowel < 0) return word.length
  const consonant = [...word.slice(vowel)].findIndex((letter) => !VOWEL.test(letter))
  return consonant < 0 ? word.length : Math.max(3, vowel + consonant + 1)
}

function endsIn(word: string, suffix: string, from: number): boolean {
  return word.endsWith(suffix) && word.length - suffix.length >= from
}

function withoutPair(word: string, from: number): string {
  return ['gd', 'dt', 'gt', 'kt'].some((pair) => endsIn(word, pair, from)) ? word.slice(0, -1) : word
}
