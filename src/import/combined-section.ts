import { classifyDecision } from '../referat/beslutning.ts'
import { COMBINED } from './labels.ts'
import type { BodyLine, SectionDraft } from './sections.ts'

/** Parts "Indstilling og beslutning" where the decision begins; leaves it whole, as a decision, where nothing tells. */
export function splitCombined(section: SectionDraft): SectionDraft[] {
  if (!COMBINED.test(section.heading)) return [section]
  const start = section.lines.findIndex((line, index) => index > 0 && opensDecision(line))
  const { hidden, line } = section
  if (start < 0) {
    const heading = { key: 'decision' as const, heading: 'Beslutning', line, ...(hidden && { hidden }) }
    return [{ ...heading, invented: ['Beslutning'], lines: section.lines, leftOut: section.heading }]
  }
  const first = section.lines[start] as BodyLine
  return [
    {
      key: 'recommendation',
      heading: 'Indstilling',
      line,
      ...(hidden && { hidden }),
      invented: ['Indstilling'],
      leftOut: section.heading,
      lines: section.lines.slice(0, start),
    },
    { key: 'decision', heading: 'Beslutning', line: first.number, invented: ['Beslutning'], lines: section.lines.slice(start) },
  ]
}

/** True for a line that decides and does not recommend. */
function opensDecision(line: BodyLine): boolean {
  if (line.marker || line.cells || /indstiller|^at /iu.test(line.text)) return false
  const [outcome = 'other'] = classifyDecision(line.text)
  return outcome !== 'other'
}
