/**
 * What is read from objects, worked out once for each of them, for what is asked of the same from many sides.
 * @param read a pure function
 */
export function once<T extends object, Result>(read: (of: T) => Result): (of: T) => Result {
  const known = new WeakMap<T, { readonly result: Result }>()
  return (of) => {
    const before = known.get(of)
    if (before) return before.result
    const result = read(of)
    known.set(of, { result })
    return result
  }
}
