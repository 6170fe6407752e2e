import { slugify } from '../source/slug.ts'
import type { BilagDraft } from './bilag.ts'
import type { PunktDraft } from './punkt-draft.ts'

/** Punkter whose attachments know their files, what to copy, and titles whose link leads to no file. */
export interface AttachedFiles {
  readonly punkter: readonly PunktDraft[]
  readonly copies: readonly { readonly from: string; readonly to: string }[]
  readonly missing: readonly { readonly line: number; readonly title: string }[]
}

const NUMBERED = /^(?:bilag[\s_-]*)?(?:nr\.?\s*)?\d{1,3}(?:\.\d+)?[\s._:-]+(?=\p{L})|^bilag[\s_-]+(?=\p{L})/iu
const EXTENSION = /\.[a-z0-9]{2,4}$/i

/**
 * Finds the files of open attachments among those beside the document: the one that the title links to, else the one
 * of the title's name. Closed attachments are never looked for.
 * @param beside paths relative to the document, with `/`
 */
export function attachFiles(punkter: readonly PunktDraft[], beside: readonly string[]): AttachedFiles {
  const copies = new Map<string, string>()
  const missing: { line: number; title: string }[] = []
  const attach = (bilag: BilagDraft): BilagDraft => {
    if (bilag.adgang === 'lukket') return bilag
    const from = fileOf(bilag, beside)
    if (from === undefined) {
      if (bilag.address !== undefined) missing.push({ line: bilag.line, title: bilag.titel })
      return bilag
    }
    const fil = copies.get(from) ?? freeName(from, new Set(copies.values()))
    copies.set(from, fil)
    return { ...bilag, fil }
  }
  const attached = punkter.map((punkt) => ({ ...punkt, bilag: punkt.bilag.map(attach) }))
  return { punkter: attached, copies: [...copies].map(([from, to]) => ({ from, to })), missing }
}

function fileOf({ address, titel }: BilagDraft, beside: readonly string[]): string | undefined {
  if (address !== undefined) {
    const path = pathOf(address)
    const linked = beside.find((file) => file.normalize('NFC') === path)
    if (linked !== undefined) return linked
  }
  const wanted = nameOf(titel)
  return wanted === '' ? undefined : beside.find((file) => EXTENSION.test(file) && nameOf(file.split('/').at(-1) ?? '') === wanted)
}

function pathOf(address: string): string {
  const path = address.replace(/[?#].*$/, '').replace(/^(?:\.\/)+/, '')
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return path
  }
}

/** A name without its ending and its number, as a slug, so that "Bilag 1 - Kort.pdf" and "Kort" are one. */
function nameOf(text: string): string {
  return slugify(text.trim().replace(EXTENSION, '').replace(NUMBERED, ''))
}

function freeName(from: string, taken: ReadonlySet<string>): string {
  const name = from.split('/').at(-1) ?? from
  const extension = (EXTENSION.exec(name)?.[0] ?? '').toLowerCase()
  const slug = slugify(name.replace(EXTENSION, '')) || 'bilag'
  for (let count = 1; ; count += 1) {
    const candidate = `bilag/${slug}${count > 1 ? `-${count}` : ''}${extension}`
    if (!taken.has(candidate)) return candidate
  }
}
