/** What frontmatter is written from. Absent (`undefined`) values and empty lists are not written. */
export type YamlValue = string | number | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined }

/** Lines of a mapping as YAML: nested lists in block style, the items of a list of fields in flow style, one a line. */
export function yamlLines(fields: { readonly [key: string]: YamlValue | undefined }): string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined || (typeof value === 'object' && isList(value) && value.length === 0)) return []
    if (typeof value === 'string' || typeof value === 'number') return [`${key}: ${scalar(value)}`]
    if (!isList(value)) return [`${key}:`, ...yamlLines(value).map((line) => `  ${line}`)]
    return value.every((item) => typeof item !== 'object')
      ? [`${key}: ${flow(value)}`]
      : [`${key}:`, ...value.map((item) => `  - ${flow(item)}`)]
  })
}

function flow(value: YamlValue): string {
  if (typeof value === 'string' || typeof value === 'number') return scalar(value)
  if (isList(value)) return `[${value.map(flow).join(', ')}]`
  const fields = Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [`${key}: ${flow(inner)}`]))
  return `{ ${fields.join(', ')} }`
}

function isList(value: YamlValue | undefined): value is readonly YamlValue[] {
  return Array.isArray(value)
}

const PLAIN = /^[\p{L}\p{N}(](?:[\p{L}\p{N} _.()/&+§%–-]*[\p{L}\p{N}.)%])?$/u
const MEANS_SOMETHING_ELSE = /^(?:true|false|null|yes|no|on|off|ja|nej|~|[-+]?[\d.,_]+(?:e[-+]?\d+)?|0[xo][\da-f]+|\.(?:inf|nan))$/i

function scalar(value: string | number): string {
  if (typeof value === 'number') return String(value)
  if (PLAIN.test(value) && !MEANS_SOMETHING_ELSE.test(value)) return value
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
