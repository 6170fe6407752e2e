import { type ContentSize, SMALL } from '../src/bench/content/size.ts'
import { Misuse } from './command.ts'

const text = (value: number): { readonly type: 'string'; readonly default: string } => ({ type: 'string', default: String(value) })

/** What invented content is made from, as options. */
export const CONTENT_OPTIONS = {
  meetings: text(SMALL.meetings),
  punkter: text(SMALL.punkter),
  bodies: text(SMALL.bodies),
  authorities: text(SMALL.authorities),
  pdf: text(SMALL.pdf),
  seed: text(SMALL.seed),
}

export const CONTENT_HELP = `  --meetings TAL      møder i alt; flere størrelser skilt med komma måles hver for sig (${SMALL.meetings})
  --punkter TAL       punkter på et møde (${SMALL.punkter})
  --bodies TAL        udvalg hos hver myndighed (${SMALL.bodies})
  --authorities TAL   myndigheder (${SMALL.authorities})
  --pdf ANDEL         del af punkterne, der har en PDF som bilag (${SMALL.pdf})
  --seed TAL          det samme tal giver det samme arkiv (${SMALL.seed})
`

type Given = { readonly [Option in keyof typeof CONTENT_OPTIONS]: string }

/** The sizes that were asked for, one for each number of meetings. */
export function sizesOf(given: Given): ContentSize[] {
  const [punkter, bodies, authorities, seed] = [given.punkter, given.bodies, given.authorities, given.seed].map((value) =>
    numberOf('størrelse', value),
  )
  const pdf = Number(given.pdf)
  if (!(pdf >= 0 && pdf <= 1)) throw new Misuse('--pdf skal være et tal fra 0 til 1.')
  return given.meetings.split(',').map((meetings) => ({
    meetings: numberOf('meetings', meetings),
    punkter: punkter ?? SMALL.punkter,
    bodies: bodies ?? SMALL.bodies,
    authorities: authorities ?? SMALL.authorities,
    seed: seed ?? SMALL.seed,
    pdf,
  }))
}

/** A whole number above 0. */
export function numberOf(option: string, value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Misuse(`--${option} skal være et helt tal over 0, ikke "${value}".`)
  return Number(value)
}
