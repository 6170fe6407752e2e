const NORDIC: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ä: 'ae',
  ö: 'oe',
  ü: 'u',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  œ: 'oe',
}
const NORDIC_LETTER = /[æøåäöüßðđþłœ]/g
const COMBINING = /\p{M}+/gu
const BEYOND_ASCII = /[\u0080-\uffff]/

/** Lower case with the letters of Danish and its neighbours spelled in ASCII and all other accents taken off: `Økonomi` → `oekonomi`. */
export function foldLetters(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase()
  const spelled = spell(text.normalize('NFC').toLowerCase())
  if (!BEYOND_ASCII.test(spelled)) return spelled
  // Compatibility forms can turn up capitals (™ → TM) and Nordic letters (ǿ → ø + accent), so both steps run again.
  return spell(spelled.normalize('NFKD').replace(COMBINING, '').toLowerCase())
}

function spell(text: string): string {
  return text.replace(NORDIC_LETTER, (letter) => NORDIC[letter] ?? letter)
}

/** An ASCII slug for addresses, folders and anchors: `foldLetters`, and all else parted by `-`. '' for text without letters or digits. */
export function slugify(text: string): string {
  return foldLetters(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
