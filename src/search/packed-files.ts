/** A file of a shard: its path below the shard's folder, and its bytes. */
export type PackedFile = readonly [path: string, content: Uint8Array]

/** Files as one: a line of their names and sizes, then their bytes. */
export function packFiles(files: readonly PackedFile[]): Uint8Array[] {
  const head = JSON.stringify(files.map(([name, content]) => [name, content.length]))
  return [Buffer.from(`${head}\n`), ...files.map(([, content]) => content)]
}

/** What `packFiles` put together. */
export function unpackFiles(packed: Buffer): PackedFile[] {
  const end = packed.indexOf('\n')
  let at = end + 1
  return (JSON.parse(packed.toString('utf8', 0, end)) as [string, number][]).map(([name, size]) => {
    at += size
    return [name, packed.subarray(at - size, at)]
  })
}
