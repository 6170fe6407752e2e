import { parseDate } from '../referat/dato.ts'
import type { SectionKey } from '../referat/section.ts'
import { splitCombined } from './combined-section.ts'
import { isRecommender, type Label, labelOf } from './labels.ts'
import { fullText, type Line, withRest } from './line.ts'

/** A line of a section, with the level it is to be written at where it is a heading within. */
export interface BodyLine extends Line {
  /** 3–6; absent for text. */
  readonly heading?: number
}

/** A level-2 section in the making. */
export interface SectionDraft {
  readonly key: SectionKey
  /** As written, without a colon; '' for the text before the first label. */
  readonly heading: string
  /** Source line of the heading. */
  readonly line: number
  /** Words of the heading's line that are no heading: the address of a link. */
  readonly hidden?: string
  /** Words of the heading that the source does not have. */
  readonly invented?: readonly string[]
  /** Words of the source's heading that are not written. */
  readonly leftOut?: string
  readonly lines: BodyLine[]
}

/** What sections depend on besides their lines. */
export interface SectionContext {
  /** ISO date of the meeting: a decision of another date is an earlier one. */
  readonly meetingDate?: string | undefined
  /** Level of the punkt's own heading in the source; 0 where it is plain text. */
  readonly headLevel: number
  /** True where the source marks its headings: then none is guessed. */
  readonly marksHeadings: boolean
}

/** Cuts the lines of a punkt at the known labels. Headings that are no label stay within their section, at level 3 and deeper. */
export function cutSections(lines: readonly Line[], context: SectionContext): SectionDraft[] {
  const cutter = new Cutter(lines, context)
  cutter.cut()
  return cutter.sections.flatMap(splitCombined).filter((section) => section.heading !== '' || section.lines.length > 0)
}

/** Sections whose text may hold headings that a plain text does not mark. */
const MAY_HOLD_HEADINGS: ReadonlySet<SectionKey> = new Set(['summary', 'background', 'case', 'economy', 'law', 'effects', 'hearing'])

class Cutter {
  readonly sections: SectionDraft[] = [{ key: 'other', heading: '', line: 0, lines: [] }]
  readonly #lines: readonly Line[]
  readonly #context: SectionContext
  readonly #labels: readonly (Label | undefined)[]
  /** The level of all labels of the punkt, where they have one in common. */
  readonly #labelLevel: number | undefined
  readonly #hasRecommendation: boolean
  /** True where a decision is this meeting's by its date, or has none. */
  readonly #hasOwnDecision: boolean
  /** Source levels of the open headings within the section, outermost first. */
  #outline: number[] = []

  constructor(lines: readonly Line[], context: SectionContext) {
    this.#lines = lines
    this.#context = context
    this.#labels = lines.map((line, index) => labelOf(line, endsBefore(lines[index - 1])))
    const levels = new Set(lines.flatMap((line, index) => (this.#labels[index] && line.level > 0 ? [line.level] : [])))
    this.#labelLevel = levels.size === 1 ? [...levels][0] : undefined
    this.#hasOwnDecision = this.#labels.some((label) => label?.key === 'decision' && !this.#isOfAnotherDate(label.heading))
    this.#hasRecommendation = this.#labels.some((label) => label?.key === 'recommendation')
  }

  cut(): void {
    this.#lines.forEach((line, index) => {
      const label = this.#labels[index]
      if (label && this.#opensSection(label)) this.#open(label.key, label.heading, line, label.rest, label.leftOut)
      else if (label)
        this.#push({ ...line, text: label.heading, markdown: line.markdown.replace(/:(\**)$/, '$1'), heading: this.#levelOf(0) })
      else if (isRecommender(line) && this.#recommends(line)) this.#open('recommendation', line.text.replace(/[\s,:]+$/, ''), line)
      else if (line.level > 0 && this.#isOwnSection(line)) this.#open('other', fullText(line).replace(/[\s:]+$/, ''), line)
      else if (line.level > 0) this.#push({ ...line, heading: this.#levelOf(line.level) })
      else if (this.#looksLikeHeading(line, index)) this.#push({ ...line, heading: 3 })
      else this.#push(line)
    })
  }

  get #current(): SectionDraft {
    return this.sections.at(-1) as SectionDraft
  }

  #open(key: SectionKey, heading: string, line: Line, rest?: Label['rest'], leftOut?: string): void {
    this.sections.push({
      key,
      heading,
      line: line.number,
      ...(line.hidden && !rest && { hidden: line.hidden }),
      ...(line.invented && { invented: [heading] }),
      ...(leftOut && { leftOut }),
      lines: [],
    })
    this.#outline = []
    if (rest) this.#push(withRest({ ...line, gap: true }, rest.text, rest.markdown))
  }

  #push(line: BodyLine): void {
    this.#current.lines.push(line)
  }

  /** An earlier body's decision belongs where it stands, as a heading within; a label before any section opens one. */
  #opensSection(label: Label): boolean {
    if (label.key === 'decision' && this.#isOfAnotherDate(label.heading)) return this.#current.heading === '' && !this.#hasOwnDecision
    return label.key !== 'earlier-decision' || this.#current.heading === ''
  }

  #isOfAnotherDate(heading: string): boolean {
    const date = parseDate(heading)
    return date !== undefined && this.#context.meetingDate !== undefined && date !== this.#context.meetingDate
  }

  /** "X indstiller, at" opens the recommendation only where no label does. */
  #recommends(line: Line): boolean {
    return (
      !this.#hasRecommendation &&
      this.#current.key !== 'recommendation' &&
      line.gap &&
      (line.level > 0 || line.bold || /[,:]$|\sat$/.test(line.text))
    )
  }

  /** A heading beside the labels, at their level, is a section that the label table does not know. */
  #isOwnSection(line: Line): boolean {
    return line.level === this.#labelLevel && line.level > this.#context.headLevel
  }

  #levelOf(sourceLevel: number): number {
    while (this.#outline.length > 0 && (this.#outline.at(-1) ?? 0) >= sourceLevel) this.#outline.pop()
    this.#outline.push(sourceLevel)
    return Math.min(6, 2 + this.#outline.length)
  }

  /** A short line without an end mark, alone between prose: plain texts set their headings so. */
  #looksLikeHeading(line: Line, index: number): boolean {
    const previous = this.#lines[index - 1]
    const next = this.#lines[index + 1]
    if (
      this.#context.marksHeadings ||
      !MAY_HOLD_HEADINGS.has(this.#current.key) ||
      !previous ||
      !next ||
      line.bold ||
      line.cells ||
      line.marker === '-'
    )
      return false
    const isProse = next.text.length >= 60 || (next.text.length > line.text.length && /[.:]$/.test(next.text))
    const aloneBetweenProse = line.gap && next.gap && !next.marker && !next.cells && !this.#labels[index + 1] && isProse
    const closesBefore =
      this.#labels[index - 1] !== undefined ||
      /[.!?)”"]$/.test(previous.text) ||
      previous.marker === '-' ||
      (line.marker !== undefined && /:$/.test(previous.text))
    return aloneBetweenProse && closesBefore && line.text.length <= 70 && /^\p{Lu}/u.test(line.text) && !/[.,:;!?–-]$/.test(line.text)
  }
}

/** True for a line after which another begins anew: its break is meant, or its sentence is at an end. */
function endsBefore(line: Line | undefined): boolean {
  return line !== undefined && (line.hardBreak || /[.!?:;]$/.test(line.text))
}
