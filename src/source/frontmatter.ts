import matter from 'gray-matter'
import { type Document, isMap, isScalar, type Node, type Pair, parseAllDocuments, visit } from 'yaml'
import type { Finding, Place } from '../findings/finding.ts'
import { startOf } from '../findings/finding.ts'
import type { SourceFile } from './content-tree.ts'
import { readSimpleHead } from './simple-head.ts'

/** The path to a value in the frontmatter: keys and list indexes. */
export type KeyPath = readonly PropertyKey[]

/** Fields between the end of the head and another `---`: a second document pasted into the file. */
const SECOND_HEAD = /^\s*(---[ \t]*\n)?(?:[a-zæøå][a-zæøå -]*:[ \t]*\S.*\n)+---[ \t]*(\n|$)/i

const HEAD_BEGINS = /^---[ \t]*(\n|$)/
const HEAD_ENDS = /\n---[ \t]*(\n|$)/

/** A file taken apart: frontmatter as data with positions, and the text below it. */
export interface Frontmatter {
  readonly file: string
  /** The frontmatter as plain data, every scalar a string; `{}` where it is missing or broken. */
  readonly data: Readonly<Record<string, unknown>>
  /** The text below the frontmatter. */
  readonly body: string
  /** The 1-based line in the file on which `body` begins. */
  readonly bodyLine: number
  readonly findings: readonly Finding[]
  /** Where a value stands; the nearest parent's place where the key is absent. */
  placeOf(path: KeyPath): Place
  /** Where a key (not its value) stands. */
  placeOfKey(path: KeyPath): Place
}

/** Splits a file into frontmatter and body. Never throws: broken YAML becomes findings with true positions. */
export function readFrontmatter(source: SourceFile): Frontmatter {
  const placeAt = placer(source)
  const findings: Finding[] = []
  let document: Document | undefined
  let frontmatterText = ''
  let simple = false
  const engine = {
    parse(text: string): object {
      frontmatterText = text
      const fields = readSimpleHead(text)
      simple = fields !== undefined
      if (fields) return fields
      const documents = parseAllDocuments(text, YAML)
      const list = Array.isArray(documents) ? documents : []
      document = list[0]
      if (list.length > 1) {
        findings.push(
          finding(
            'yaml-flere-dokumenter',
            placeAt(list[1]?.range?.[0] ?? 0),
            'Der er to dokumenter i hovedet af filen.',
            'Læg hvert punkt i sin egen fil med ét hoved mellem to linjer med ---.',
          ),
        )
      }
      for (const error of document?.errors ?? []) {
        findings.push(
          finding(
            'yaml-ugyldig',
            placeAt(error.pos[0], error.pos[1]),
            `Hovedet kan ikke læses: ${explainYaml(error.code)}`,
            'Ret linjen; tekst med kolon eller specialtegn skal stå i anførselstegn.',
          ),
        )
      }
      const data = document && document.errors.length === 0 ? plain(document) : {}
      if (document && data === undefined) {
        const [from, to] = firstAlias(document)
        findings.push(
          finding(
            'yaml-ugyldig',
            placeAt(from, to),
            'Hovedet kan ikke læses: en tekst begynder med * eller &, som har en særlig betydning.',
            'Sæt teksten i anførselstegn.',
          ),
        )
      }
      return typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {}
    },
    stringify(): string {
      throw new Error('Frontmatter is never written through gray-matter.')
    },
  }
  let data: Readonly<Record<string, unknown>> = {}
  let body = source.text
  if (!HEAD_BEGINS.test(source.text)) {
    findings.push(
      finding(
        'hoved-mangler',
        startOf(source.path),
        'Filen mangler et hoved.',
        'Begynd filen med en linje med ---, skriv felterne, og slut med en linje med ---.',
      ),
    )
  } else if (!HEAD_ENDS.test(source.text)) {
    findings.push(
      finding('hoved-uafsluttet', startOf(source.path), 'Hovedet er ikke afsluttet.', 'Sæt en linje med --- efter det sidste felt.'),
    )
    body = ''
  } else {
    const parsed = matter(source.text, { language: 'yaml', engines: { yaml: engine } })
    data = parsed.data
    body = parsed.content
    if (SECOND_HEAD.test(body)) {
      findings.push(
        finding(
          'yaml-flere-dokumenter',
          { ...startOf(source.path), line: lineOfOffset(source.text, source.text.length - body.length) },
          'Der er to hoveder i filen.',
          'Læg hvert punkt i sin egen fil med ét hoved mellem to linjer med ---.',
        ),
      )
    }
    if (!simple && frontmatterText !== '' && document?.contents !== null && document?.errors.length === 0 && !isMap(document.contents)) {
      findings.push(
        finding(
          'yaml-ikke-felter',
          { ...startOf(source.path), line: 2 },
          'Hovedet består ikke af felter.',
          'Skriv hvert felt som navn: værdi.',
        ),
      )
    }
  }
  const bodyLine = lineOfOffset(source.text, source.text.length - body.length)
  const place = (node: Node | null | undefined): Place | undefined => (node?.range ? placeAt(node.range[0], node.range[1]) : undefined)

  /** The head with its places: of a simple one read when a place is asked for. */
  const placed = (): Document | undefined => {
    if (simple) document ??= firstOf(parseAllDocuments(frontmatterText, YAML))
    return document
  }

  return {
    file: source.path,
    data,
    body,
    bodyLine,
    findings,
    placeOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = nodeAt(placed(), path.slice(0, length))
        const found = place(node)
        if (found) return found
      }
      return startOf(source.path)
    },
    placeOfKey(path) {
      const pair = pairAt(placed(), path)
      return place(pair?.key as Node | undefined) ?? this.placeOf(path.slice(0, -1))
    },
  }
}

/** The text below a file's frontmatter, and the 1-based line on which it begins; as `readFrontmatter` has it, without taking the head apart. */
export function bodyOf({ text }: Pick<SourceFile, 'text'>): Pick<Frontmatter, 'body' | 'bodyLine'> {
  const body = !HEAD_BEGINS.test(text)
    ? text
    : !HEAD_ENDS.test(text)
      ? ''
      : matter(text, { language: 'yaml', engines: { yaml: UNREAD } }).content
  return { body, bodyLine: lineOfOffset(text, text.length - body.length) }
}

const UNREAD = { parse: () => ({}), stringify: () => '' }

/** The failsafe schema keeps every scalar as the clerk wrote it: `0098` stays `0098`, `14:00` stays `14:00`. */
const YAML = { uniqueKeys: true, schema: 'failsafe', logLevel: 'error', prettyErrors: false } as const

function firstOf(documents: ReturnType<typeof parseAllDocuments>): Document | undefined {
  return Array.isArray(documents) ? documents[0] : undefined
}

/** The data; `undefined` where aliases lead nowhere, or to more than a text can hold. */
function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch {
    return undefined
  }
}

function firstAlias(document: Document): [number, number] {
  let range: [number, number] = [0, 1]
  visit(document, {
    Alias(_key, alias) {
      if (alias.range) range = [alias.range[0], alias.range[1]]
      return visit.BREAK
    },
  })
  return range
}

function nodeAt(document: Document | undefined, path: KeyPath): Node | undefined {
  const found = document?.getIn(path as unknown[], true)
  return found && typeof found === 'object' && 'range' in found ? (found as Node) : undefined
}

function pairAt(document: Document | undefined, path: KeyPath): Pair | undefined {
  const parent = path.length === 1 ? document?.contents : nodeAt(document, path.slice(0, -1))
  if (!isMap(parent)) return undefined
  return parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))
}

/** The opening `---`, before which the YAML parser does not see. */
const OPENING = 3

/** Places in the file from offsets in its YAML. Counted here, since the parser's own counter misses lines it could not read. */
function placer(source: SourceFile): (start: number, end?: number) => Place {
  const { text, path } = source
  let starts: number[] | undefined
  return (start, end = start + 1) => {
    starts ??= [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
    const from = Math.min(OPENING + start, text.length)
    let line = 1
    for (let low = 0, high = starts.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= from) {
        line = middle + 1
        low = middle + 1
      } else high = middle
    }
    const lineStart = starts[line - 1] ?? 0
    const lineEnd = (starts[line] ?? text.length + 1) - 1
    const column = from - lineStart + 1
    return { file: path, line, column, endColumn: Math.max(column, Math.min(OPENING + end, lineEnd) - lineStart + 1) }
  }
}

function lineOfOffset(text: string, offset: number): number {
  let line = 1
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1)) line += 1
  return line
}

function finding(rule: string, place: Place, message: string, hint: string): Finding {
  return { ...place, severity: 'error', rule, message, hint }
}

function explainYaml(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'det samme felt står to gange.'
    case 'TAB_AS_INDENT':
      return 'der er brugt tabulator som indrykning; brug mellemrum.'
    case 'BAD_INDENT':
      return 'indrykningen passer ikke.'
    case 'MISSING_CHAR':
      return 'der mangler et tegn, for eksempel et anførselstegn eller en klamme.'
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'et kolon står, hvor det læses som et nyt felt.'
    default:
      return 'linjen er ikke gyldig YAML.'
  }
}
