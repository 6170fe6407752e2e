import { Parser } from 'htmlparser2'

/** Something wrong with a printed page: a bug of ours or a hole in the validation, never a clerk's to mend. */
export interface OutputFault {
  readonly url: string
  readonly what: string
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

/** The last look before publication: every internal link leads somewhere, tags are closed, ids unique, closed punkter closed. */
export class OutputCheck {
  readonly #faults: OutputFault[] = []
  /** Target file or anchor → the first page that links to it. */
  readonly #wanted = new Map<string, string>()
  readonly #anchors = new Set<string>()
  readonly #basePath: string

  /** `baseUrl` is the canonical base: addresses below its path are the archive's own. */
  constructor(baseUrl: string) {
    this.#basePath = new URL(baseUrl).pathname.replace(/\/$/, '')
  }

  /** Looks at one page; `url` is its address from the site's root. */
  page(url: string, html: string): void {
    const ids = new Set<string>()
    const own: string[] = []
    let closedDepth = 0
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          if (attributes['id'] !== undefined) {
            if (ids.has(attributes['id'])) this.#fault(url, `id "${attributes['id']}" stands twice`)
            ids.add(attributes['id'])
          }
          if (closedDepth > 0 || attributes['data-outcome'] === 'closed') closedDepth += VOID.has(name) ? 0 : 1
          const section = attributes['data-section']
          if (closedDepth > 0 && section !== undefined && section !== 'decision') this.#fault(url, 'a closed punkt shows a section')
          const target = name === 'link' && attributes['rel'] === 'canonical' ? undefined : (attributes['href'] ?? attributes['src'])
          if (target !== undefined) this.#link(url, target, own)
        },
        onclosetag: (name, implied) => {
          if (closedDepth > 0 && !VOID.has(name)) closedDepth -= 1
          if (implied && !VOID.has(name)) this.#fault(url, `<${name}> is not closed`)
        },
      },
      { recognizeSelfClosing: true },
    )
    parser.end(html)
    for (const id of own) if (id !== '' && !ids.has(id)) this.#fault(url, `the link #${id} has no target on the page`)
    for (const id of ids) this.#anchors.add(`${url}#${id}`)
  }

  /** All faults, once every page was seen. `files` holds every published file from the site's root (`/a/index.html`). */
  finish(files: ReadonlySet<string>): readonly OutputFault[] {
    for (const [target, from] of this.#wanted) {
      const [path = '', anchor] = target.split('#')
      const file = path.endsWith('/') ? `${path}index.html` : path
      if (!files.has(file)) this.#fault(from, `the link to ${path} leads nowhere`)
      else if (anchor && !this.#anchors.has(target)) this.#fault(from, `the link to ${target} has no such place`)
    }
    return this.#faults
  }

  #link(url: string, target: string, own: string[]): void {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return
    if (target.startsWith('#')) {
      own.push(decoded(target.slice(1)))
      return
    }
    const resolved = new URL(target, `https://archive.invalid${url}`)
    const path = target.startsWith('/') && this.#basePath !== '' ? resolved.pathname.replace(this.#basePath, '') : resolved.pathname
    const key = decoded(path) + decoded(resolved.hash)
    if (!this.#wanted.has(key)) this.#wanted.set(key, url)
  }

  #fault(url: string, what: string): void {
    this.#faults.push({ url, what })
  }
}

/** An address without its percent signs; one that is not well encoded stays as it is, and is then found to lead nowhere. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
