/** What is made once; what could not be made is tried again the next time. */
export function kept<K, T>(known: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const before = known.get(key)
  if (before) return before
  const made = make()
  made.catch(() => known.delete(key))
  known.set(key, made)
  return made
}
