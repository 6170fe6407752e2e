import { isKle, kleParents } from '../referat/kle.ts'
import { yamlLines } from './yaml.ts'

/** A number of a municipality's emneplan with its title. */
export interface EmneplanEntry {
  readonly kle: string
  readonly title: string
}

/** What merging an emneplan into an authority's file gave. */
export interface MergedSubjects {
  /** The file's text; the same as before where nothing was added. */
  readonly text: string
  readonly added: number
  /** Numbers that had a title already, which is kept. */
  readonly kept: number
}

const ROOT = /<(?:[\w-]+:)?KLE-Emneplan[\s>]/u
const FIELD =
  /<(?:[\w-]+:)?(Hovedgruppe|Gruppe|Emne)(Nr|Titel)(?:\s[^<>]*)?>\s*((?:<!\[CDATA\[[\s\S]*?\]\]>|[^<])*)<\/(?:[\w-]+:)?\1\2\s*>/gu
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text of an XML file in the encoding that its first line names; UTF-8 where it names none. */
export function decodeXml(bytes: Uint8Array): string {
  const named = /encoding=["'](?:iso-8859-1|windows-1252|latin1)["']/iu.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))
  return new TextDecoder(named ? 'windows-1252' : 'utf-8').decode(bytes)
}

/** True for the XML of an emneplan, as KL and the municipalities' systems write it (`KLE-Emneplan`). */
export function isEmneplan(text: string): boolean {
  return ROOT.test(text.slice(0, 4000))
}

/**
 * The numbers and titles of an emneplan XML: hovedgruppe, gruppe and emne, each by its `…Nr` and `…Titel`. The titles
 * are the municipality's to publish; KL's classification does not come with the archive.
 */
export function readEmneplan(xml: string): EmneplanEntry[] {
  const titles = new Map<string, string>()
  const open = new Map<string, string>()
  for (const [, level = '', field = '', raw = ''] of xml.replace(/<!--[\s\S]*?-->/g, '').matchAll(FIELD)) {
    const value = decode(raw)
    if (field === 'Nr') {
      if (isKle(value)) open.set(level, value)
      else open.delete(level)
      continue
    }
    const kle = open.get(level)
    if (kle !== undefined && value !== '' && !titles.has(kle)) titles.set(kle, value)
    open.delete(level)
  }
  return [...titles].map(([kle, title]) => ({ kle, title })).sort((a, b) => (a.kle < b.kle ? -1 : 1))
}

/** KLE numbers and those above them, as the pages of subjects show them: the titles that an archive has use for. */
export function withParents(numbers: Iterable<string>): ReadonlySet<string> {
  return new Set([...numbers].flatMap((kle) => [...kleParents(kle), kle]))
}

/**
 * Puts titles under `emner` in an authority's file, in numerical order, and never over one that is there. Undefined where
 * the file has no frontmatter, or has `emner` on one line: then a person must look.
 */
export function mergeSubjects(text: string, entries: readonly EmneplanEntry[]): MergedSubjects | undefined {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(/\r?\n/)
  const end = lines[0]?.replace(/^\uFEFF/, '').trimEnd() === '---' ? lines.indexOf('---', 1) : -1
  if (end < 0) return undefined
  const at = lines.findIndex((line, index) => index < end && /^emner\s*:/u.test(line))
  if (at >= 0 && !/^emner\s*:\s*(?:#.*)?$/u.test(lines[at] ?? '')) return undefined
  let stop = at < 0 ? end : at + 1
  while (at >= 0 && stop < end && /^(?:\s|$)/u.test(lines[stop] ?? '')) stop += 1

  const own = at < 0 ? [] : lines.slice(at + 1, stop)
  const has = new Set(own.flatMap((line) => numberOf(line) ?? []))
  const fresh = entries.filter(({ kle }) => !has.has(kle))
  if (fresh.length === 0) return { text, added: 0, kept: entries.length }
  const merged = [...own]
  for (const { kle, title } of fresh) {
    const line = `  ${JSON.stringify(kle)}:${yamlLines({ x: title })[0]?.slice(2) ?? ''}`
    const before = merged.findIndex((other) => (numberOf(other) ?? '') > kle)
    merged.splice(before < 0 ? merged.length : before, 0, line)
  }
  const start = at < 0 ? end : at
  return {
    text: [...lines.slice(0, start), 'emner:', ...merged, ...lines.slice(stop)].join(eol),
    added: fresh.length,
    kept: entries.length - fresh.length,
  }
}

function numberOf(line: string): string | undefined {
  return /^\s+["']?(\d\d(?:\.\d\d){0,2})["']?\s*:/u.exec(line)?.[1]
}

function decode(raw: string): string {
  return raw
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>|&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu, (whole, cdata, decimal, hex, name) => {
      if (cdata !== undefined) return cdata
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
      return ENTITIES[name ?? ''] ?? whole
    })
    .replace(/\s+/g, ' ')
    .trim()
}
