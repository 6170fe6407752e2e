/**
 * The bytes of a file of the index. The files are compressed where they lie, since many hosts compress nothing; one that
 * tells the browser so has already had it unpacked.
 * @throws Error where it cannot be fetched
 */
export async function fetchBytes(address: URL, options?: RequestInit): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address, options)
  if (!response.ok) throw new Error(`${address.pathname} cannot be fetched: ${response.status}.`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (!packed) return bytes
  // A Blob would do as well, but each one is registered outside the thread, which takes longer than the unpacking.
  const unpacked = new Response(bytes).body?.pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(unpacked).arrayBuffer())
}

/** The same of a file of text. */
export async function fetchText(address: URL, options?: RequestInit): Promise<string> {
  return new TextDecoder().decode(await fetchBytes(address, options))
}
