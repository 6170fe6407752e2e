import type { Member } from './deltager.ts'
import type { SagsnummerFormat } from './sagsnummer.ts'

/** The archive as a whole (`content/index.md`). */
export interface Site {
  readonly file: string
  readonly title: string
  /** Canonical base without a trailing slash, such as `https://referater.example`. */
  readonly url: string
  readonly description: string
  readonly text: string
}

export type AuthorityType = 'kommune' | 'region' | 'fællesskab' | 'skole' | 'forening'

/** Party letters of one term: letters change meaning, so they are never read without a date. */
export interface PartyTerm {
  /** First and last year; open where absent. */
  readonly fromYear?: number
  readonly toYear?: number
  readonly names: Readonly<Record<string, string>>
}

/** A public authority (`content/<slug>/index.md`). Its id is its slug. */
export interface Authority {
  readonly id: string
  readonly slug: string
  readonly file: string
  readonly name: string
  readonly type: AuthorityType
  readonly code?: string
  readonly homepage?: string
  /** Name of the logo's file beside `index.md`. */
  readonly logo?: string
  /** Own colours as `#rrggbb`: the ground of the header and the buttons, and the mark on it. */
  readonly colours?: { readonly primary: string; readonly accent?: string }
  readonly contact: { readonly email?: string; readonly phone?: string }
  readonly sagsnummerFormats: readonly SagsnummerFormat[]
  readonly parties: readonly PartyTerm[]
  /** Own titles of KLE numbers. */
  readonly subjects: Readonly<Record<string, string>>
  readonly text: string
}

export type UdvalgType = 'kommunalbestyrelse' | 'økonomiudvalg' | 'fagudvalg' | 'råd' | 'administrativt' | 'bestyrelse'

/** A body (`content/<myndighed>/<slug>/index.md`), the council included. Its id is `<myndighed>/<slug>`. */
export interface Udvalg {
  readonly id: string
  readonly slug: string
  readonly file: string
  readonly authority: string
  readonly name: string
  readonly type: UdvalgType
  readonly aliases: readonly string[]
  readonly sagsnummerRequired: boolean
  readonly members: readonly Member[]
  /** ISO date on which the body was closed down. */
  readonly closedDown?: string
  /** Name of the body that took over, as written. */
  readonly succeededBy?: string
  readonly text: string
}
