import type { ReadDocument } from '../line.ts'
import { clean } from '../words.ts'
import { readMarkdown } from './markdown.ts'
import { readText } from './text.ts'

/** What the bytes of a file turned out to be. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly charset: 'utf-8' | 'utf-16' | 'windows-1252' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'foreign'; readonly format: string }

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['PK\u0003\u0004', 'et Office-dokument eller en zip-fil'],
  ['\u00d0\u00cf\u0011\u00e0', 'et ældre Office-dokument'],
  ['{\\rtf', 'RTF'],
]

/** Turns a file's bytes into text. Clerks' files are UTF-8, UTF-16 with a byte order mark, or the old Windows set. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { kind: 'empty' }
  const start = String.fromCharCode(...bytes.subarray(0, 5))
  const signature = SIGNATURES.find(([mark]) => start.startsWith(mark))
  if (signature) return { kind: 'foreign', format: signature[1] }
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(start))
    return asText(new TextDecoder(start.startsWith('\u00ff') ? 'utf-16le' : 'utf-16be').decode(bytes), 'utf-16')
  if (bytes.includes(0)) return { kind: 'foreign', format: 'ikke tekst' }
  try {
    return asText(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8')
  } catch {
    return asText(new TextDecoder('windows-1252').decode(bytes), 'windows-1252')
  }
}

function asText(raw: string, charset: 'utf-8' | 'utf-16' | 'windows-1252'): Decoded {
  const text = clean(raw)
  return text.trim() === '' ? { kind: 'empty' } : { kind: 'text', text, charset }
}

const BOLD = /\*\*[^\s*](?:[^*]*[^\s*])?\*\*/
const LINK = /\[[^\]\n]+\]\([^)\n]*\)/
const HEADING = /^ {0,3}#{1,6}[ \t]+\S/gm

/** Reads a text by what it is: Markdown where it carries Markdown's marks (a single `#` is none), else plain text. */
export function readDocument(text: string): ReadDocument {
  const isMarkdown = BOLD.test(text) || LINK.test(text) || (text.match(HEADING)?.length ?? 0) > 1
  return isMarkdown ? readMarkdown(text) : readText(text)
}
