/** Kinds of an item, in the first three bits of its head. */
const TEXT = 3
const ARRAY = 4

/**
 * Reads the items of CBOR (RFC 8949) one after the other, as far as Pagefind's index has them: numbers, texts and arrays
 * of known length. A library would make an object of every number, and there are millions; here most are passed over.
 * @throws RangeError where something else stands
 */
export class CborReader {
  readonly bytes: Uint8Array
  at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** Number of the items of the array that begins here; they follow. */
  array(): number {
    return this.#head(ARRAY)
  }

  unsigned(): number {
    return this.#head(0)
  }

  text(): string {
    const length = this.#head(TEXT)
    this.at += length
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.at - length, length).toString()
  }

  /** Passes over an array of numbers. */
  passNumbers(): void {
    for (let left = this.array(); left > 0; left -= 1) this.at += 1 + (LENGTHS[(this.bytes[this.at] ?? 0) & 31] ?? 0)
  }

  #head(kind: number): number {
    const first = this.bytes[this.at] ?? 0
    const short = first & 31
    const length = LENGTHS[short]
    if (first >> 5 !== kind || length === undefined) throw new RangeError(`CBOR of another kind than ${kind} at ${this.at}: ${first}.`)
    this.at += 1
    if (length === 0) return short
    let value = 0
    for (const end = this.at + length; this.at < end; this.at += 1) value = value * 256 + (this.bytes[this.at] ?? 0)
    return value
  }
}

/** Bytes that follow the first of a head, by its last five bits. */
const LENGTHS = [...Array<number>(24).fill(0), 1, 2, 4, 8]

/** Writes CBOR, every head as short as it can be. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(1 << 16)
  #end = 0

  array(length: number): this {
    return this.#head(ARRAY, length)
  }

  unsigned(value: number): this {
    return this.#head(0, value)
  }

  text(text: string): this {
    const length = Buffer.byteLength(text)
    this.#head(TEXT, length)
    this.#room(length)
    this.#end += this.#bytes.write(text, this.#end)
    return this
  }

  /** Takes in items that are written already. */
  items(bytes: Uint8Array, from: number, to: number): this {
    this.#room(to - from)
    for (let at = from; at < to; at += 1) this.#bytes[this.#end++] = bytes[at] ?? 0
    return this
  }

  /** What has been written; the writer begins anew. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#end))
    this.#end = 0
    return taken
  }

  #head(kind: number, value: number): this {
    this.#room(9)
    const first = kind << 5
    if (value < 24) this.#bytes[this.#end++] = first | value
    else if (value < 1 << 8) this.#end = this.#bytes.writeUIntBE(value, this.#mark(first | 24), 1)
    else if (value < 1 << 16) this.#end = this.#bytes.writeUIntBE(value, this.#mark(first | 25), 2)
    else this.#end = this.#bytes.writeUIntBE(value, this.#mark(first | 26), 4)
    return this
  }

  #mark(first: number): number {
    this.#bytes[this.#end++] = first
    return this.#end
  }

  #room(length: number): void {
    if (this.#end + length <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#end + length))
    this.#bytes.copy(larger, 0, 0, this.#end)
    this.#bytes = larger
  }
}
