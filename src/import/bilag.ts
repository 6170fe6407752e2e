import { foldLabel } from '../referat/collation.ts'
import type { LeftOut, Line, Note } from './line.ts'
import { isLocalFile } from './readers/inline.ts'
import type { BodyLine, SectionDraft } from './sections.ts'

/** An attachment as the content format writes it. */
export interface BilagDraft {
  readonly titel: string
  readonly adgang: 'åben' | 'lukket'
  /** Source line of its title. */
  readonly line: number
  /** Address of its file, relative to the document. */
  readonly address?: string
  /** Path of its file below the meeting's folder, once it is known. */
  readonly fil?: string
  /** True where the text that links to it keeps the title too. */
  readonly isLink?: boolean
}

/** Attachments taken out of the sections of a punkt, and what is left of these. */
export interface TakenBilag {
  readonly sections: SectionDraft[]
  readonly bilag: readonly BilagDraft[]
  readonly leftOut: readonly LeftOut[]
  readonly notes: readonly Note[]
}

const FILE_NAME = /^[^:?!]{1,160}\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|msg|zip|jpe?g|png)$/iu
const COUNT_OR_NONE = /^(?:\d{1,3} bilag(?:,.*)?|ingen(?: bilag)?|intet|ikke offentlige bilag|der er ingen bilag)\.?$/
const OPEN_MARK = /^(?:\d{1,3}\.?\s*)?\(åbent?\)\s*(?=\S)/iu
const CLOSED_MARK = /\s*[([]\s*(?:lukket|fortroligt?|ikke offentligt?)(?: bilag)?\s*[)\]]|^(?:lukket|fortroligt?)(?: bilag)?\s*[-–:]\s*/iu

/**
 * Titles below the label "Bilag" go to the frontmatter. Where prose stands among them the section is kept as it is,
 * since nobody can tell which lines are titles. A file name that stands alone in the text (an object that Word
 * embedded) is an attachment too.
 */
export function takeBilag(sections: readonly SectionDraft[]): TakenBilag {
  const bilag: BilagDraft[] = []
  const leftOut: LeftOut[] = []
  const notes: Note[] = []
  const kept: SectionDraft[] = []
  const take = (title: string, lines: readonly Line[]): void => {
    const isClosed = CLOSED_MARK.test(title)
    for (const line of lines) {
      if (line.marker && line.marker !== '-') leftOut.push({ line: line.number, text: line.marker, reason: 'nummer på bilag' })
      if (line.hidden && !isClosed) leftOut.push({ line: line.number, text: line.hidden, reason: 'linkadresse' })
    }
    if (isClosed) {
      bilag.push({ titel: 'Lukket bilag', adgang: 'lukket', line: lines[0]?.number ?? 1 })
      for (const line of lines) leftOut.push({ line: line.number, text: line.markdown, reason: 'lukket bilag', secret: true })
    } else {
      const mark = OPEN_MARK.exec(title)?.[0] ?? ''
      if (mark !== '') leftOut.push({ line: lines[0]?.number ?? 1, text: mark, reason: 'nummer på bilag' })
      const address = lines.map(addressOf).find((found) => found !== undefined)
      bilag.push({
        titel: title.slice(mark.length),
        adgang: 'åben',
        line: lines[0]?.number ?? 1,
        ...(address !== undefined && { address }),
      })
    }
  }
  for (const section of sections) {
    if (section.key === 'attachments' && section.lines.length > 0) {
      const titles = titlesOf(section.lines)
      if (titles) {
        for (const { title, lines } of titles) take(title, lines)
        leftOut.push({ line: section.line, text: section.heading, reason: 'felt: bilag' })
        continue
      }
      if (!section.lines.every((line) => COUNT_OR_NONE.test(foldLabel(line.text)))) {
        notes.push({
          line: section.line,
          severity: 'info',
          rule: 'import-bilag-tekst',
          message: 'Afsnittet om bilag er prosa og er beholdt som tekst.',
          hint: 'Skriv bilagenes titler i feltet bilag, hvis de skal kunne findes.',
        })
      }
    }
    kept.push(withoutFileNames(section, take))
  }
  bilag.push(...linkedFiles(kept, bilag))
  return { sections: kept, bilag, leftOut, notes }
}

/** The address of the file that a title links to. */
function addressOf(line: Line): string | undefined {
  return line.files?.[0] ?? (line.hidden ?? '').split(' ').find(isLocalFile)
}

/** Files beside the document that running text links to are attachments as well. */
function linkedFiles(sections: readonly SectionDraft[], known: readonly BilagDraft[]): BilagDraft[] {
  const seen = new Set(known.map(({ address }) => address))
  return sections.flatMap(({ lines }) =>
    lines.flatMap((line) =>
      (line.files ?? []).flatMap((address): BilagDraft[] => {
        if (seen.has(address)) return []
        seen.add(address)
        const titel = line.text.length <= 120 ? line.text : (address.split('/').at(-1) ?? address)
        return [{ titel, adgang: 'åben', line: line.number, address, isLink: true }]
      }),
    ),
  )
}

interface Title {
  readonly title: string
  readonly lines: readonly Line[]
}

/** The titles of a section that holds titles alone; undefined where it holds anything else. */
function titlesOf(lines: readonly Line[]): Title[] | undefined {
  const titles: { title: string; lines: Line[] }[] = []
  for (const [index, line] of lines.entries()) {
    const isProse = (/[.!?]$/.test(line.text) && line.text.split(' ').length > 5) || /[:;]$/.test(line.text) || line.text.length > 250
    if (isProse || line.level > 0 || line.cells || COUNT_OR_NONE.test(foldLabel(line.text))) return undefined
    const last = titles.at(-1)
    const before = lines[index - 1]
    const isBroken = before !== undefined && (before.marginBroken === true || (!before.hardBreak && /^\p{Ll}/u.test(line.text)))
    if (last && !line.gap && !line.marker && isBroken) {
      last.title = `${last.title} ${line.text}`
      last.lines.push(line)
    } else titles.push({ title: line.text, lines: [line] })
  }
  return titles
}

/** A section's lines without the paragraphs of one or two lines that are nothing but a file's name. */
function withoutFileNames(section: SectionDraft, take: (title: string, lines: readonly Line[]) => void): SectionDraft {
  if (section.key === 'attachments' || section.key === 'decision') return section
  const lines: BodyLine[] = []
  for (let index = 0; index < section.lines.length; ) {
    const paragraph = shortParagraphAt(section.lines, index)
    const title = paragraph.map(({ text }) => text).join(' ')
    if (paragraph.length > 0 && isFileName(title)) take(title, paragraph)
    else lines.push(...section.lines.slice(index, index + Math.max(1, paragraph.length)))
    index += Math.max(1, paragraph.length)
  }
  return { ...section, lines }
}

/** The lines of the paragraph that begins here, where it has one or two lines of plain text; none otherwise. */
function shortParagraphAt(lines: readonly BodyLine[], index: number): readonly BodyLine[] {
  if (!lines[index]?.gap) return []
  const next = lines.findIndex((line, at) => at > index && line.gap)
  const paragraph = lines.slice(index, next < 0 ? lines.length : next)
  const isPlain = paragraph.every((line) => !line.marker && !line.cells && line.level === 0 && line.heading === undefined)
  return paragraph.length <= 2 && isPlain ? paragraph : []
}

function isFileName(text: string): boolean {
  return FILE_NAME.test(text) && text.split(' ').length <= 12
}
