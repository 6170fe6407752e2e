export type Attendance = 'til stede' | 'afbud' | 'fravær'

/** Someone at a meeting (key `deltagere`). */
export interface Deltager {
  readonly name: string
  /** Party letter or word as written. */
  readonly party?: string
  readonly role?: string
  readonly attendance: Attendance
  readonly substituteFor?: string
}

/** Someone who did not take part in one punkt (key `fraværende`). */
export interface PunktAbsence {
  readonly name: string
  readonly reason: 'inhabil' | 'ankom senere' | 'gik' | 'afbud'
}

/** A member of a body for a time (key `medlemmer`); dates ISO, open where absent. */
export interface Member {
  readonly name: string
  readonly party?: string
  readonly role?: string
  readonly from?: string
  readonly to?: string
}
