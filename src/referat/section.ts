import { AtHand } from '../source/at-hand.ts'
import { foldLabel } from './collation.ts'
import { parseDate } from './dato.ts'

/** The canonical keys of a punkt's sections (label table in `domain.md`). */
export type SectionKey =
  | 'summary'
  | 'background'
  | 'case'
  | 'recommendation'
  | 'economy'
  | 'law'
  | 'effects'
  | 'hearing'
  | 'route'
  | 'competence'
  | 'discussion'
  | 'attachments'
  | 'decision'
  | 'earlier-decision'
  | 'wrapper'
  | 'other'

/** A level-2 section of a punkt, in the clerk's order. */
export interface Section {
  readonly key: SectionKey
  /** The heading as the clerk wrote it; '' for text before the first heading (key `other`). */
  readonly heading: string
  /** 1-based line of the heading in the file; of the first text line where there is no heading. */
  readonly line: number
  /** Markdown below the heading. */
  readonly text: string
  /** 1-based line in the file on which `text` begins. */
  readonly textLine: number
}

/** The Danish name of a canonical key, for lists and filters; a section on a page shows the clerk's own heading. */
export const SECTION_NAMES: Readonly<Record<SectionKey, string>> = {
  summary: 'Resumé',
  background: 'Baggrund',
  case: 'Sagsfremstilling',
  recommendation: 'Indstilling',
  economy: 'Økonomiske konsekvenser',
  law: 'Lovgrundlag',
  effects: 'Øvrige konsekvenser',
  hearing: 'Høring',
  route: 'Sagsgang',
  competence: 'Beslutningskompetence',
  discussion: 'Drøftelse',
  attachments: 'Bilag',
  decision: 'Beslutning',
  'earlier-decision': 'Tidligere beslutning',
  wrapper: 'Indhold',
  other: 'Øvrigt',
}

/** Headings met in Danish minutes, by canonical key. */
export const SECTION_LABELS: Readonly<Partial<Record<SectionKey, readonly string[]>>> = {
  summary: ['Resumé', 'Resume', 'Sammendrag', 'Sagens kerne', 'Indledning', 'Beslutningstema', 'Sagens formål', 'Anledning'],
  background: ['Baggrund', 'Indledning/Baggrund', 'Historik', 'Problemstilling'],
  case: ['Sagsfremstilling', 'Beskrivelse af sagen', 'Sagsbeskrivelse', 'Sagens indhold', 'Beskrivelse', 'Løsning'],
  recommendation: [
    'Indstilling',
    'Administrativ indstilling',
    'Administrationens indstilling',
    'Alternativ indstilling',
    'Hvad indstilles til?',
  ],
  economy: ['Økonomi', 'Økonomiske konsekvenser', 'Økonomiske konsekvenser og finansiering', 'Økonomi og afledt drift', 'Ressourcer'],
  law: ['Lovgrundlag', 'Retsgrundlag', 'Retsregler og andre forskrifter', 'Juridiske og planmæssige forhold'],
  effects: ['Personale', 'Personalemæssige konsekvenser', 'Øvrige konsekvenser', 'Alternativer', 'Tidsperspektiv'],
  hearing: ['Høring', 'Inddragelse og høring'],
  route: ['Tidligere behandling', 'Sagsgang', 'Sagsgang og sagstype', 'Forventet sagsgang', 'Sagsforløb', 'Sagens forløb', 'Sagshistorik'],
  competence: [
    'Beslutningskompetence',
    'Kompetence',
    'Hvem beslutter',
    'Sagen afgøres i',
    'Sagen afgøres endeligt af',
    'Beslutningen træffes af',
  ],
  discussion: ['Diskussion', 'Drøftelse'],
  attachments: ['Bilag', 'Vedhæftet'],
  decision: ['Beslutning', 'Åben beslutning', 'Beslutninger'],
  wrapper: ['Indhold'],
}

const KEY_BY_LABEL: ReadonlyMap<string, SectionKey> = new Map(
  Object.entries(SECTION_LABELS).flatMap(([key, labels]) => labels.map((label) => [labelOf(label), key as SectionKey])),
)

// These run on folded labels, so they are ASCII.
const RECOMMENDS = /^\S.* indstiller(?: til \S.*)?[,:]?(?: at)?[,:]?$/
const DECISION_FROM = /^beslutning(?:er|en)? fra \S/
const DECISION_IN = /^beslutning(?:er|en)? (?:i )?\S/
const DECISION_OF = /^\S.*s beslutning (?:(?:i|paa) moedet )?den /
/** "Udvalgets beslutning", without a date: the owner is one word, so that no sentence is a heading. */
const DECISION_OF_BODY = /^[a-z-]+s beslutning$/
const NAMES_PUNKT = /[, ](?:punkt|pkt\.?|sag nr\.?) ?\d/
const NAME_DATE_PUNKT = /^\S.*\d{4},? (?:punkt|pkt\.?) ?\d+[a-z]?(?:[.:]|$)/

/** An archive has a few dozen headings, each in thousands of places. */
const known = new AtHand<{ readonly key: SectionKey | undefined }>(20_000)

/** The canonical key of a section heading, however it is cased, accented, numbered or marked up; undefined for an unknown one. */
export function sectionKeyOf(heading: string): SectionKey | undefined {
  return known.of(heading, (anew) => ({ key: keyOf(anew) })).key
}

function keyOf(heading: string): SectionKey | undefined {
  const label = labelOf(heading)
  const key = KEY_BY_LABEL.get(label)
  if (key) return key
  if (RECOMMENDS.test(label)) return 'recommendation'
  if (DECISION_FROM.test(label)) return parseDate(heading) ? 'earlier-decision' : undefined
  if (DECISION_OF_BODY.test(label)) return 'decision'
  if (DECISION_OF.test(label)) return parseDate(heading) ? 'decision' : undefined
  if (DECISION_IN.test(label) && parseDate(heading)) return NAMES_PUNKT.test(label) ? 'earlier-decision' : 'decision'
  if (NAME_DATE_PUNKT.test(label) && parseDate(heading)) return 'earlier-decision'
  return undefined
}

function labelOf(heading: string): string {
  return foldLabel(heading.replace(/^\s*#{1,6}\s+/, '').replace(/[*_`]+/g, ' ')).replace(/ ?\/ ?/g, '/')
}
