/**
 * The text of a file of the index. The files are compressed where they lie, since many hosts compress nothing; one that
 * tells the browser so has already had it unpacked.
 * @throws Error where it cannot be fetched
 */
export async function fetchText(address: URL, options?: RequestInit): Promise<string> {
  const response = await fetch(address, options)
  if (!response.ok) throw new Error(`${address.pathname} cannot be fetched: ${response.status}.`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (!packed) return new TextDecoder().decode(bytes)
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text()
}
