/** Two offsets into a head: where something begins, and where it ends. */
export type Stretch = readonly [from: number, to: number]

/** Something that is wrong with a head. */
export interface HeadFault {
  readonly rule: string
  /** Where it stands in the head; absent where it is the head as a whole. */
  readonly at?: Stretch
  /** 1-based line in the file where there is no `at`; the first where there is neither. */
  readonly line?: number
  readonly message: string
  readonly hint: string
}

/** Where the parts of a head stand, by their paths of keys and list indexes; undefined for what is not there. */
export interface HeadPlaces {
  valueAt(path: readonly PropertyKey[]): Stretch | undefined
  keyAt(path: readonly PropertyKey[]): Stretch | undefined
}

/** The head of a file, taken apart. */
export interface Head {
  /** Plain data, every scalar a string; `{}` where it is broken. */
  readonly data: Readonly<Record<string, unknown>>
  readonly faults: readonly HeadFault[]
  /** Asked for where a finding needs a place: few heads have one. */
  places(): HeadPlaces
}
