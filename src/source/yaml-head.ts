import { type Document, isMap, isScalar, type Node, type Pair, parseAllDocuments, type Scalar, visit } from 'yaml'
import type { Head, HeadFault, Stretch } from './head.ts'

/** The failsafe schema keeps every scalar as the clerk wrote it: `0098` stays `0098`, `14:00` stays `14:00`. */
const YAML = { uniqueKeys: true, schema: 'failsafe', logLevel: 'error', prettyErrors: false } as const

/** Reads any head. Never throws: what cannot be read is told in `faults`. */
export function yamlHead(text: string): Head {
  const documents = parseAllDocuments(text, YAML)
  const [document, second] = Array.isArray(documents) ? documents : []
  const data = document?.errors.length === 0 ? plain(document) : {}
  const places = { valueAt: (path: Path) => stretchOf(nodeAt(document, path)), keyAt: (path: Path) => stretchOf(keyNodeAt(document, path)) }
  return {
    data: typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : {},
    faults: [...(second ? [secondDocument(second)] : []), ...(document ? faultsOf(document, data) : [])],
    places: () => places,
  }
}

function faultsOf(document: Document, data: unknown): HeadFault[] {
  const faults = document.errors.map(
    ({ pos, code }): HeadFault => ({
      rule: 'yaml-ugyldig',
      at: pos,
      message: `Hovedet kan ikke læses: ${explainYaml(code)}`,
      hint: 'Ret linjen; tekst med kolon eller specialtegn skal stå i anførselstegn.',
    }),
  )
  if (data === undefined) {
    faults.push({
      rule: 'yaml-ugyldig',
      at: firstAlias(document),
      message: 'Hovedet kan ikke læses: en tekst begynder med * eller &, som har en særlig betydning.',
      hint: 'Sæt teksten i anførselstegn.',
    })
  }
  if (document.errors.length === 0 && document.contents !== null && !isMap(document.contents))
    faults.push({ rule: 'yaml-ikke-felter', line: 2, message: 'Hovedet består ikke af felter.', hint: 'Skriv hvert felt som navn: værdi.' })
  return faults
}

function secondDocument({ range }: { readonly range?: readonly number[] | null }): HeadFault {
  const at = range?.[0] ?? 0
  return {
    rule: 'yaml-flere-dokumenter',
    at: [at, at + 1],
    message: 'Der er to dokumenter i hovedet af filen.',
    hint: 'Læg hvert punkt i sin egen fil med ét hoved mellem to linjer med ---.',
  }
}

function stretchOf(node: Node | undefined): Stretch | undefined {
  return node?.range ? [node.range[0], node.range[1]] : undefined
}

/** The data; `undefined` where aliases lead nowhere, or to more than a text can hold. */
function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch {
    return undefined
  }
}

type Path = readonly PropertyKey[]

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

function nodeAt(document: Document | undefined, path: Path): Node | undefined {
  const found = document?.getIn(path as unknown[], true)
  return found && typeof found === 'object' && 'range' in found ? (found as Node) : undefined
}

function keyNodeAt(document: Document | undefined, path: Path): Node | undefined {
  const parent = path.length === 1 ? document?.contents : nodeAt(document, path.slice(0, -1))
  if (!isMap(parent)) return undefined
  return parent.items.find((pair): pair is Pair<Scalar> => isScalar(pair.key) && pair.key.value === path.at(-1))?.key
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
