import type { Afstemning } from './afstemning.ts'
import type { Beslutning } from './beslutning.ts'
import type { Bilag } from './bilag.ts'
import type { PunktAbsence } from './deltager.ts'
import type { FollowedResult } from './followed.ts'
import type { Reference } from './reference.ts'
import type { Sagsnummer } from './sagsnummer.ts'
import type { Section } from './section.ts'

/** An agenda item (`content/<myndighed>/<udvalg>/<møde>/NN-<slug>.md`). Its id is its address without outer slashes. */
export interface Punkt {
  readonly id: string
  readonly file: string
  /** SHA-256 of the source text. */
  readonly digest: string
  /** Digest of what is here besides the texts: it stays where only their words change. */
  readonly factsDigest: string
  /** Id of the meeting. */
  readonly meeting: string
  /** The number that orders the files (NN). */
  readonly order: number
  /** The number as printed: "7", "571", "5a". */
  readonly number: string
  readonly title: string
  readonly sagsnummer?: Sagsnummer
  /** True for a punkt treated behind closed doors: its sections hold an open decision at most. */
  readonly closed: boolean
  /** Ground for closing (`hjemmel`). */
  readonly legalGround?: string
  readonly beslutning: Beslutning
  readonly sections: readonly Section[]
  /** What became of the recommendation; absent where there is none, or no decision in words. */
  readonly followed?: FollowedResult
  /** Earlier treatments: the frontmatter's `tidligere` first, then what the prose names, without repeats. */
  readonly references: readonly Reference[]
  /** Names of the bodies it goes on to (`videre til`). */
  readonly forwardedTo: readonly string[]
  readonly vote?: Afstemning
  readonly absences: readonly PunktAbsence[]
  readonly bilag: readonly Bilag[]
}
