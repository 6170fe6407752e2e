import { distance } from 'fastest-levenshtein'
import type * as z from 'zod'
import type { Finding } from '../../findings/finding.ts'
import type { Frontmatter } from '../../source/frontmatter.ts'
import { once } from '../../source/once.ts'

/** What could be read of a frontmatter: the good fields, and a finding for each that is not. */
export interface Fields<Shape extends z.ZodRawShape> {
  readonly values: { readonly [Key in keyof Shape]?: z.output<Shape[Key]> }
  readonly findings: readonly Finding[]
}

/**
 * Reads a frontmatter field by field, so that one wrong field does not hide the others.
 * With `secret`, no word of the file is repeated in a message.
 */
export function readFields<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  frontmatter: Frontmatter,
  secret = false,
): Fields<Shape> {
  const values: Record<string, unknown> = {}
  const findings: Finding[] = []
  const { fields, known } = fieldsOf(schema)
  for (const key of Object.keys(frontmatter.data)) {
    if (!known.includes(key)) findings.push(unknownKey([key], known, frontmatter, secret))
  }
  for (const { key, field, optional } of fields) {
    const value = withoutEmpty(frontmatter.data[key])
    if (value === undefined && optional) continue
    const result = field.safeParse(value)
    if (result.success) {
      if (result.data !== undefined) values[key] = result.data
      continue
    }
    if (value === undefined) {
      if (frontmatter.findings.length === 0) findings.push(missing(key, frontmatter))
      continue
    }
    for (const issue of result.error.issues) findings.push(...fromIssue([key, ...issue.path], issue, field, frontmatter, secret))
  }
  return { values: values as Fields<Shape>['values'], findings }
}

interface Field {
  readonly key: string
  readonly field: z.ZodType
  readonly optional: boolean
}

interface SchemaFields {
  readonly fields: readonly Field[]
  readonly known: readonly string[]
}

/** The fields of a schema, and which may be absent: of a punkt nearly all are, and asking the schema each time takes long. */
const fieldsOf = once((schema: z.ZodObject): SchemaFields => {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, field]): Field => {
    const absent = field.safeParse(undefined)
    return { key, field, optional: absent.success && absent.data === undefined }
  })
  return { fields, known: fields.map(({ key }) => key) }
})

/** An empty field (`slut:`) counts as left out, at every depth. */
function withoutEmpty(value: unknown): unknown {
  if (value === '') return undefined
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutEmpty(inner)]))
}

function missing(key: string, frontmatter: Frontmatter): Finding {
  // Where the key stands with nothing after it, that is the place to fill in.
  const at = frontmatter.placeOfKey([key])
  const hint =
    key === 'adgang'
      ? 'Skriv adgang: åben eller adgang: lukket. Et punkt uden adgang bliver ikke udgivet.'
      : `Tilføj en linje med ${key}: i hovedet af filen.`
  return { ...at, severity: 'error', rule: key === 'adgang' ? 'adgang-mangler' : 'felt-mangler', message: `Feltet "${key}" mangler.`, hint }
}

function unknownKey(path: readonly PropertyKey[], known: readonly string[], frontmatter: Frontmatter, secret: boolean): Finding {
  const key = String(path.at(-1))
  const near = nearest(key, known)
  return {
    ...frontmatter.placeOfKey(path),
    severity: 'error',
    rule: 'felt-ukendt',
    message: secret ? 'Her står et felt, som ikke kendes.' : `Feltet "${key}" kendes ikke.`,
    hint: near ? `Mente du "${near}"?` : `Slet det, eller brug et af disse: ${known.join(', ')}.`,
  }
}

/** The known word nearest to a misspelt one, where one is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const folded = word.toLowerCase()
  const ranked = known.map((candidate) => ({ candidate, far: distance(folded, candidate.toLowerCase()) })).sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best && best.far <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : undefined
}

type Issue = z.core.$ZodIssue

function fromIssue(path: readonly PropertyKey[], issue: Issue, field: z.ZodType, frontmatter: Frontmatter, secret: boolean): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeysAt(field, path.slice(1))
    return issue.keys.map((key) => unknownKey([...path, key], known, frontmatter, secret))
  }
  const value = valueAt(frontmatter.data, path)
  const written = typeof value === 'string' ? value : undefined
  const missingInside = value === undefined
  const name = path.filter((part) => typeof part === 'string').join(' › ')
  return [
    {
      ...frontmatter.placeOf(path),
      severity: 'error',
      rule: missingInside ? 'felt-mangler' : 'felt-ugyldigt',
      message: missingInside
        ? `Feltet "${name}" mangler her.`
        : `Feltet "${name}" ${written && !secret ? `kan ikke være "${shorten(written)}"` : 'har ikke en gyldig værdi'}.`,
      hint: hintFor(issue, written),
    },
  ]
}

function hintFor(issue: Issue, written: string | undefined): string {
  if (issue.code === 'invalid_value') {
    const options = issue.values.map(String)
    const near = written ? nearest(written, options) : undefined
    return `${near ? `Mente du "${near}"? ` : ''}Vælg mellem: ${options.join(', ')}.`
  }
  if (issue.code === 'invalid_format') {
    if (issue.format === 'date') return 'Skriv en dato, der findes, som åååå-mm-dd, for eksempel 2026-02-28.'
    if (issue.format === 'url') return 'Skriv en hel adresse, der begynder med https://.'
    if (issue.format === 'email') return 'Skriv en e-mailadresse, for eksempel post@kommune.example.'
    if (issue.format === 'regex' && String(issue.pattern).includes('a-f'))
      return 'Skriv farven med seks tegn i anførselstegn, for eksempel "#0b3b4c".'
    if (issue.format === 'regex' && String(issue.pattern).includes('svg'))
      return 'Skriv navnet på en fil ved siden af index.md, med små bogstaver: logo.svg, logo.png eller logo.webp.'
    if (issue.format === 'regex')
      return /\\d\+/.test(String(issue.pattern))
        ? 'Skriv et helt tal.'
        : 'Skriv klokkeslæt som tt:mm, for eksempel 17:00, og KLE-numre som 85.15.02.'
  }
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'array') return 'Skriv en liste: hver ting på sin egen linje, der begynder med "- ".'
    if (issue.expected === 'object' || issue.expected === 'record') return 'Skriv felter med navn: værdi, rykket ind under dette felt.'
    if (issue.expected === 'string') return 'Skriv én tekst; sæt den i anførselstegn, hvis den indeholder kolon eller klammer.'
  }
  return 'Se vejledningen for, hvordan feltet skrives.'
}

function knownKeysAt(field: z.ZodType, path: readonly PropertyKey[]): string[] {
  let schema: unknown = unwrapped(field)
  for (const part of path) {
    const inner = schema as { shape?: Record<string, unknown>; element?: unknown }
    schema = unwrapped(typeof part === 'number' ? inner.element : inner.shape?.[String(part)])
  }
  return Object.keys((schema as { shape?: object } | undefined)?.shape ?? {})
}

function unwrapped(schema: unknown): unknown {
  let current = schema as { def?: { type: string; innerType?: unknown; out?: unknown } } | undefined
  while (current?.def && (current.def.type === 'optional' || current.def.type === 'pipe')) {
    current = (current.def.type === 'pipe' ? current.def.out : current.def.innerType) as typeof current
  }
  return current
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined),
    data,
  )
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
