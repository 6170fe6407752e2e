import { clean } from '../words.ts'
import { readPage, readWordHtml } from './html.ts'
import { joinBrokenWords } from './hyphen.ts'
import type { ReadSource } from './line-writer.ts'
import { readMarkdown } from './markdown.ts'
import { readPdfPages } from './pdf.ts'
import { isSbsysXml, readSbsysXml } from './sbsys-xml.ts'
import { readText } from './text.ts'

export type Format = 'PDF' | 'Word' | 'HTML' | 'SBSYS' | 'Markdown' | 'tekst'

/** A document as read, or why it cannot be, in words for the clerk. */
export type Opened =
  | { readonly kind: 'read'; readonly format: Format; readonly source: ReadSource; readonly charset?: 'windows-1252' }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string }

const SAVE_AS = 'Gem dokumentet som PDF, Word (.docx), HTML, tekst (.txt) eller Markdown (.md), og hent den fil.'
const EMPTY = refused('Filen er tom.', 'Gem dokumentet igen, og se efter, at det har et indhold.')

/** What the first bytes of a file tell; the name of a file may lie. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['{\\rtf', 'RTF'],
  ['\u00ff\u00d8\u00ff', 'et billede'],
  ['\u0089PNG', 'et billede'],
  ['GIF8', 'et billede'],
  ['II*\0', 'et billede'],
  ['MM\0*', 'et billede'],
  ['7z\u00bc\u00af', 'en pakket fil'],
  ['\u001f\u008b', 'en pakket fil'],
]

/** Reads a document by what its bytes are. Never throws for what a file holds. */
export async function openDocument(bytes: Uint8Array): Promise<Opened> {
  if (bytes.length === 0) return EMPTY
  const start = latin(bytes, 0, 1024)
  if (start.includes('%PDF-')) return openPdf(bytes)
  if (start.startsWith('PK\u0003\u0004')) return openZip(bytes)
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return openOldOffice(bytes)
  const signature = SIGNATURES.find(([mark]) => start.startsWith(mark))
  if (signature) return refused(`Filen er ${signature[1]} og kan ikke læses.`, SAVE_AS)
  const decoded = decode(bytes)
  if (!decoded) return refused('Filen er ikke tekst og kan ikke læses.', SAVE_AS)
  const { text, charset } = decoded
  if (text.trim() === '') return EMPTY
  return readAs(text, charset)
}

/** Reads a text by what it is. */
export function openText(text: string): Opened {
  return readAs(clean(text), undefined)
}

function readAs(text: string, charset: 'windows-1252' | undefined): Opened {
  const read = (format: Format, source: ReadSource): Opened =>
    source.document.lines.length === 0 && source.text.trim() === '' ? EMPTY : { kind: 'read', format, source, ...(charset && { charset }) }
  if (isSbsysXml(text)) return read('SBSYS', readSbsysXml(text))
  if (/^\s*<\?xml/.test(text) && !/<html[\s>]/i.test(text.slice(0, 2000)))
    return refused('Filen er XML, men ikke en eksport fra SBSYS (der er intet Dagsorden-element).', SAVE_AS)
  if (isHtml(text)) return read('HTML', readPage(text))
  const whole = joinBrokenWords(text)
  const isMarkdown = BOLD.test(whole) || LINK.test(whole) || (whole.match(HEADING)?.length ?? 0) > 1
  return read(isMarkdown ? 'Markdown' : 'tekst', { text: whole, document: isMarkdown ? readMarkdown(whole) : readText(whole) })
}

async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const { readPdf } = await import('../../documents/pdf.ts')
  const reading = await readPdf(bytes)
  switch (reading.kind) {
    case 'encrypted':
      return refused('PDF-filen er låst med en adgangskode.', 'Åbn den med koden, gem den uden adgangskode, og hent den fil.')
    case 'broken':
      return refused('PDF-filen er beskadiget og kan ikke læses.', 'Hent eller gem filen igen fra det program, den kommer fra.')
    case 'without-text':
      return refused(
        'PDF-filen er billeder af sider uden tekst.',
        'Kør den gennem tekstgenkendelse (OCR), for eksempel "Genkend tekst" i Acrobat, gem den, og hent den fil.',
      )
    default:
      return { kind: 'read', format: 'PDF', source: readPdfPages(reading.pages, reading.title) }
  }
}

async function openZip(bytes: Uint8Array): Promise<Opened> {
  const whole = latin(bytes, 0, bytes.length)
  if (!whole.includes('word/document.xml')) {
    const isOffice = /xl\/workbook|ppt\/presentation|vnd\.oasis/.test(whole)
    if (isOffice) return refused('Filen er et regneark, en præsentation eller et OpenDocument og kan ikke læses.', SAVE_AS)
    return refused('Filen er en zip-fil eller et beskadiget Office-dokument og kan ikke læses.', 'Pak den ud, eller gem dokumentet igen.')
  }
  const { readDocx } = await import('../../documents/docx.ts')
  const reading = await readDocx(bytes)
  if (reading.kind === 'broken')
    return refused('Word-filen er beskadiget og kan ikke læses.', 'Åbn den i Word, gem den igen, og hent den fil.')
  const source = readWordHtml(reading.html)
  return source.text.trim() === '' ? EMPTY : { kind: 'read', format: 'Word', source }
}

function openOldOffice(bytes: Uint8Array): Opened {
  const isLocked = latin(bytes, 0, bytes.length).includes([...'EncryptedPackage'].join('\0'))
  return isLocked
    ? refused('Word-filen er låst med en adgangskode.', 'Åbn den med koden, gem den uden adgangskode, og hent den fil.')
    : refused(
        'Filen er et ældre Office-dokument (.doc) og kan ikke læses.',
        'Åbn det i Word, gem det som Word-dokument (.docx), og hent den fil.',
      )
}

/** Turns bytes into text: UTF-8, UTF-16 with a byte order mark, or the old Windows set; undefined for what is no text. */
function decode(bytes: Uint8Array): { text: string; charset?: 'windows-1252' } | undefined {
  const start = latin(bytes, 0, 2)
  if (start === '\u00ff\u00fe') return { text: clean(new TextDecoder('utf-16le').decode(bytes)) }
  if (start === '\u00fe\u00ff') return { text: clean(new TextDecoder('utf-16be').decode(bytes)) }
  if (bytes.includes(0)) return undefined
  try {
    return { text: clean(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { text: clean(new TextDecoder('windows-1252').decode(bytes)), charset: 'windows-1252' }
  }
}

const BOLD = /\*\*[^\s*](?:[^*]*[^\s*])?\*\*/
const LINK = /\[[^\]\n]+\]\([^)\n]*\)/
const HEADING = /^ {0,3}#{1,6}[ \t]+\S/gm

/** True for a page or a piece of one: it says so, or its tags come in pairs. */
function isHtml(text: string): boolean {
  if (/^\s*(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(text)) return true
  if (/^\s*<\?xml/.test(text)) return /<html[\s>]/i.test(text.slice(0, 2000))
  return (
    /^\s*<(?:div|p|main|article|section|table|h[1-6])[\s>]/i.test(text) && /<\/(?:div|p|main|article|section|table|h[1-6])>/i.test(text)
  )
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)
}

function refused(message: string, hint: string): Extract<Opened, { kind: 'refused' }> {
  return { kind: 'refused', message, hint }
}
