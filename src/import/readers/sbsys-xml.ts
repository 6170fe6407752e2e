import { type HtmlElement, type HtmlNode, readXml, wordsIn } from '../../documents/html.ts'
import { foldLabel } from '../../referat/collation.ts'
import { writeHtml } from './html.ts'
import { LineWriter, type ReadSource } from './line-writer.ts'

/** Names in an export, folded, that tell of the meeting; and the labels that the grammar knows them by. */
const MEETING: readonly (readonly [RegExp, string])[] = [
  [/^(?:udvalg|udvalgsnavn)$/, 'Udvalg'],
  [/^(?:moededato|dato)$/, 'Mødedato'],
  [/^(?:moedetid|moedetidspunkt|tid|tidspunkt|starttid|starttidspunkt)$/, 'Mødetidspunkt'],
  [/^(?:moedested|sted|lokale)$/, 'Mødested'],
  [/^(?:sluttid|sluttidspunkt)$/, 'Sluttidspunkt'],
  [/^(?:myndighed|kommune)$/, 'Myndighed'],
  [/^(?:referent)$/, 'Referent'],
]
const PEOPLE = /^(?:deltager(?:e)?|medlem(?:mer)?|fremmoedte|moededeltagere?|tilstede|afbud|fravaerende)$/
const NUMBER = /^(?:nummer|nr|punktnummer|punktnr|dagsordenpunktnr|sortering)$/
const CASE_NUMBER = /^(?:sagsnummer|sagsnr|sagnr|sagsid|journalnummer|journalnr)$/
const TITLE = /^(?:overskrift|titel|navn|title|name|label|tekst|betegnelse)$/
const NO = /^(?:false|0|nej|n|lukket|fortrolig(?:t)?)$/i
const MARKUP = /<\/?(?:p|div|br|ul|ol|li|table|tr|td|span|strong|b|em|i|h[1-6])(?:\s[^>]*)?\/?>/i

/** True for the text of an export from SBSYS. */
export function isSbsysXml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?dagsorden[\s>/]/i.test(text)
}

/** Reads an SBSYS export: its elements become the lines that a printed referat would have. */
export function readSbsysXml(text: string): ReadSource {
  const writer = new LineWriter()
  const root = elements(readXml(text)).find(({ name }) => folded(name) === 'dagsorden')
  if (root) writeAgenda(root, writer)
  return writer.finish()
}

function writeAgenda(root: HtmlElement, writer: LineWriter): void {
  const type = attribute(root, /^dagsordentype$/)
  if (type && /^(?:referat|dagsorden|beslutningsprotokol|protokol|tillaegsdagsorden)$/.test(foldLabel(type)))
    writer.add({ text: type, level: 1, gap: true })
  else if (type) writer.leave(type, 'felt: dagsordentype')
  const isClosed = NO.test(attribute(root, /^aaben$/) ?? '')
  let number = 0
  const punkter = (element: HtmlElement): void => {
    for (const child of elements(element)) {
      if (folded(child.name) === 'dagsordenpunkt') {
        number += 1
        writePunkt(child, number, isClosed, writer)
      } else punkter(child)
    }
  }
  for (const child of elements(root)) {
    if (folded(child.name) === 'dagsordenpunkter' || folded(child.name) === 'dagsordenpunkt') continue
    if (folded(child.name) === 'moede') writeMeeting(child, writer)
    else if (PEOPLE.test(folded(child.name))) writePeople(child, writer)
    else writeText(child, writer)
  }
  punkter(root)
}

function writeMeeting(meeting: HtmlElement, writer: LineWriter): void {
  for (const [name, value] of Object.entries(meeting.attributes)) writeField(name, value, writer)
  for (const child of elements(meeting)) {
    if (PEOPLE.test(folded(child.name))) writePeople(child, writer)
    else if (elements(child).length === 0) writeField(child.name, attribute(child, TITLE) ?? wordsIn(child), writer)
    else writeText(child, writer)
  }
}

function writeField(name: string, value: string, writer: LineWriter): void {
  const label = MEETING.find(([pattern]) => pattern.test(folded(name)))?.[1]
  if (value.trim() === '') return
  if (label) writer.add({ text: `${label}: ${dateOnly(label, value)}`, gap: true })
  else if (/^(?:\w*id|guid|version|status)$/i.test(name)) writer.leave(value, 'felt: teknisk nummer')
  else writer.add({ text: `${spaced(name)}: ${value}`, gap: true })
}

/** A date without the empty time "T00:00:00" that programs put after it, and with a time that people write. */
function dateOnly(label: string, value: string): string {
  const stamp = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::[\d.]+)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(value.trim())
  if (label !== 'Mødedato' || !stamp) return value
  const [, year, month, day, hour = '00', minute = '00'] = stamp
  return `${day}-${month}-${year}${hour === '00' && minute === '00' ? '' : ` kl. ${hour}:${minute}`}`
}

function writePeople(element: HtmlElement, writer: LineWriter): void {
  const people = elements(element)
  const label = /afbud/.test(folded(element.name)) ? 'Afbud' : /fravaer/.test(folded(element.name)) ? 'Fraværende' : 'Deltagere'
  if (people.length === 0) {
    const text = attribute(element, TITLE) ?? wordsIn(element)
    if (text.trim() !== '') writer.add({ text: `${label}: ${text}`, gap: true })
    return
  }
  writer.add({ text: `${label}:`, gap: true })
  for (const person of people) {
    const name = attribute(person, /^(?:navn|name)$/) ?? textOf(person, /^navn$/) ?? wordsIn(person)
    const notes = ['parti', 'rolle', 'titel', 'status', 'fremmoede', 'tilstede', 'bemaerkning'].flatMap((key) => {
      const value = attribute(person, new RegExp(`^${key}$`)) ?? textOf(person, new RegExp(`^${key}$`))
      if (!value || value.trim() === name.trim()) return []
      if (/^(?:true|1|ja)$/i.test(value)) return []
      return [/^(?:false|0|nej)$/i.test(value) ? '(fraværende)' : `(${value.trim()})`]
    })
    writer.add({ text: [name, ...notes].join(' '), marker: '-' })
  }
}

function writePunkt(punkt: HtmlElement, index: number, isClosedAgenda: boolean, writer: LineWriter): void {
  const heading = elements(punkt).find(({ name }) => folded(name) === 'overskrift')
  const title = (heading ? wordsIn(heading) : (attribute(punkt, TITLE) ?? '')).trim()
  const mark = attribute(punkt, /^(?:aabent|aaben)$/) ?? textOf(punkt, /^(?:aabent|aaben)$/)
  const isClosed =
    isClosedAgenda || NO.test(mark?.trim() ?? '') || /^(?:true|1|ja)$/i.test(attribute(punkt, /^(?:lukket|fortrolig)$/) ?? '')
  const number = (attribute(punkt, NUMBER) ?? textOf(punkt, NUMBER) ?? '').trim() || String(index)
  writer.add({ text: `Punkt ${number}: ${title}${isClosed ? ' (Lukket)' : ''}`, level: 2, gap: true })
  const caseNumber = attribute(punkt, CASE_NUMBER) ?? textOf(punkt, CASE_NUMBER)
  if (caseNumber?.trim()) writer.add({ text: `Sagsnr. ${caseNumber.trim()}`, gap: true })
  for (const child of elements(punkt)) {
    const name = folded(child.name)
    if (child === heading || CASE_NUMBER.test(name) || NUMBER.test(name) || /^(?:aabent|aaben)$/.test(name)) continue
    if (name === 'bilagsliste' || name === 'bilag') writeBilag(child, isClosed, writer)
    else writeSection(child, writer)
  }
}

/** A section by its title: an attribute, an element of its own, or the element's name. A list of sections holds them. */
function writeSection(section: HtmlElement, writer: LineWriter): void {
  const inner = elements(section)
  const own = inner.find(({ name }) => /^(?:overskrift|titel)$/.test(folded(name)))
  const title = attribute(section, TITLE) ?? (own ? wordsIn(own) : undefined)
  const isList =
    title === undefined &&
    inner.length > 0 &&
    /^(?:felter|afsnit|sektioner|tekster|punkttekster|indhold|sagsfelter)$/.test(folded(section.name))
  if (isList && wordsOutside(section) === '') {
    for (const child of inner) writeSection(child, writer)
    return
  }
  const rest = { ...section, children: section.children.filter((child) => child !== own) }
  const text = htmlOf(rest)
  if (text.trim() === '') return
  writer.add({ text: title?.trim() || spaced(section.name), level: 3, gap: true })
  writeBody(text, writer)
}

/** An element of the meeting that is no field: a heading of its own and its words. */
function writeText(element: HtmlElement, writer: LineWriter): void {
  const text = htmlOf(element)
  if (text.trim() === '') return
  writer.add({ text: `${attribute(element, TITLE) ?? spaced(element.name)}:`, gap: true })
  writeBody(text, writer)
}

function writeBody(text: string, writer: LineWriter): void {
  if (MARKUP.test(text)) {
    writeHtml(text, writer)
    return
  }
  for (const paragraph of unescaped(text).split(/\n[^\S\n]*\n/)) {
    const lines = paragraph.split('\n').filter((line) => line.trim() !== '')
    lines.forEach((line, index) => {
      writer.add({ text: line, gap: index === 0, hardBreak: index < lines.length - 1 })
    })
  }
}

function writeBilag(list: HtmlElement, isClosed: boolean, writer: LineWriter): void {
  const inner = elements(list).filter(({ name }) => folded(name) === 'bilag')
  const bilag = inner.length > 0 ? inner : folded(list.name) === 'bilag' ? [list] : []
  if (bilag.length === 0) return
  writer.add({ text: 'Bilag', level: 3, gap: true })
  for (const item of bilag) {
    const name =
      (attribute(item, /^(?:navn|titel|bilagsnavn)$/) ?? textOf(item, /^(?:navn|titel)$/) ?? wordsIn(item)).trim() || 'Bilag uden navn'
    const address = attribute(item, /^(?:bilagurl|url|fil|filnavn)$/)?.trim()
    const closed = isClosed || NO.test(attribute(item, /^(?:maapubliceres|aabent?|offentligt?)$/)?.trim() ?? '')
    const files = !closed && address && !/^[a-z]+:|^[/\\]/i.test(address) ? [address.replaceAll('\\', '/')] : []
    writer.add({ text: closed ? `(lukket) ${name}` : name, marker: '-', ...(files.length > 0 && { files }) })
  }
}

function elements(element: HtmlElement): HtmlElement[] {
  return element.children.filter((child): child is HtmlElement => typeof child !== 'string')
}

function wordsOutside(element: HtmlElement): string {
  return element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim()
}

function attribute(element: HtmlElement, name: RegExp): string | undefined {
  return Object.entries(element.attributes).find(([key]) => name.test(folded(key)))?.[1]
}

function textOf(element: HtmlElement, name: RegExp): string | undefined {
  const child = elements(element).find((inner) => name.test(folded(inner.name)))
  return child && wordsIn(child)
}

/** An element's content as HTML: escaped markup as it was meant, elements written out again. */
function htmlOf(element: HtmlElement): string {
  const isMixed = elements(element).length > 0
  const write = (node: HtmlNode): string =>
    typeof node === 'string'
      ? isMixed
        ? node.replace(/&/g, '&amp;').replace(/</g, '&lt;')
        : node
      : `<${blockName(node.name)}${node.attributes['href'] ? ` href="${node.attributes['href'].replace(/"/g, '%22')}"` : ''}>${node.children.map(write).join('')}</${blockName(node.name)}>`
  return element.children.map(write).join('')
}

/** Names that HTML does not know are paragraphs. */
function blockName(name: string): string {
  return /^(?:p|div|br|ul|ol|li|table|thead|tbody|tr|td|th|span|strong|b|em|i|u|a|sup|sub|h[1-6])$/i.test(name) ? name.toLowerCase() : 'p'
}

function unescaped(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|apos|nbsp);/g,
    (_match, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' })[name] ?? '',
  )
}

function folded(name: string): string {
  return foldLabel(name.replace(/[_.-]/g, ''))
}

/** "ØkonomiskeKonsekvenser" and "Øvrige_konsekvenser" as people write them. */
function spaced(name: string): string {
  const words = name
    .replace(/[_.-]+/g, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .trim()
  return words.charAt(0) + words.slice(1).toLowerCase()
}
