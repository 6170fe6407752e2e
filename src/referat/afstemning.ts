/** One side of a vote. */
export interface VoteSide {
  readonly count?: number
  readonly parties: readonly string[]
  readonly members: readonly string[]
}

/** A vote (key `afstemning`): sides that the clerk left out are absent. */
export interface Afstemning {
  readonly for?: VoteSide
  readonly against?: VoteSide
  readonly abstained?: VoteSide
}
