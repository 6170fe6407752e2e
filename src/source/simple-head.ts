/** A field on a line of its own: plain, or in quotes without anything escaped. What YAML gives another meaning is not here. */
const FIELD = /^([a-zæøå](?:[a-zæøå ]*[a-zæøå])?): (?:([0-9a-zæøåéA-ZÆØÅÉ(§»](?:[^\n:#]*[^\s:#])?)|"([^"\\\n]*)"|'([^'\n]*)')$/
const ODD = /[^\n -~\u00a1-\ud7ff]/

/**
 * The fields of a head that has nothing but simple lines, as most have; undefined for any other. YAML reads the same in
 * such a head, and takes thirty times as long.
 */
export function readSimpleHead(text: string): Record<string, string> | undefined {
  if (ODD.test(text)) return undefined
  const fields: Record<string, string> = {}
  for (const line of text.split('\n')) {
    if (line === '') continue
    const [, key, plain, double, single] = FIELD.exec(line) ?? []
    const value = plain ?? double ?? single
    if (key === undefined || value === undefined || Object.hasOwn(fields, key)) return undefined
    fields[key] = value
  }
  return fields
}
