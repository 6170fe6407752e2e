/** A stretch of a Markdown text that may be read by itself: the whole is what its stretches are, one after the other. */
export interface Stretch {
  readonly text: string
  /** True for a paragraph in which no character means anything to Markdown. */
  readonly plain: boolean
}

/** A line at the margin that begins as no block but a paragraph does, holds no mark and no address, and does not end in a space. */
const LINE = String.raw`(?:[A-Za-zÀ-ÖØ-öø-ÿ§»„“”"'(]|\d+(?![\d.)]))[^\n\r\t\v\f\0&*_\`<>[\]\\~|]*(?<! )`
const PLAIN = new RegExp(`^(?:${LINE}\n)*${LINE}$`)
const ADDRESS = /\/\/|mailto:/i

/** What can reach over blank lines into paragraphs that look plain: code between fences, and the address of a link given elsewhere. */
const FAR_REACHING = /```|~~~|\]:/

/**
 * Parts a Markdown text into plain paragraphs, which are most of what clerks write and need no parser, and the rest.
 * A plain paragraph ends every list, quote and table before it, so nothing hangs on what stands on its other side.
 */
export function stretchesOf(text: string): readonly Stretch[] {
  if (FAR_REACHING.test(text)) return [{ text, plain: false }]
  const stretches: Stretch[] = []
  let marked = ''
  // Paragraphs and the blank lines between them, in turn.
  for (const [index, part] of text.split(/(\n(?:[ \t]*\n)+)/).entries()) {
    if (index % 2 === 1) marked += marked === '' ? '' : part
    else if (!isPlain(part)) marked += part
    else {
      if (marked !== '') stretches.push({ text: marked, plain: false })
      stretches.push({ text: part, plain: true })
      marked = ''
    }
  }
  if (marked !== '') stretches.push({ text: marked, plain: false })
  return stretches
}

function isPlain(paragraph: string): boolean {
  return PLAIN.test(paragraph) && !ADDRESS.test(paragraph)
}
