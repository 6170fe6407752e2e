/** A number below 2³² for a text, alike wherever it is made: FNV-1a, see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
