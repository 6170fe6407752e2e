import type { Severity } from '../findings/finding.ts'
import { type CprCertainty, findCprNumbers, mayHoldCpr } from '../referat/cpr.ts'
import type { SagsnummerFormat } from '../referat/sagsnummer.ts'
import type { RuleContext, TextPiece } from './context.ts'
import {
  AUTHORITY,
  authorityText,
  BODY,
  bodyText,
  CLOSED,
  closedText,
  EARLIER,
  MEETING,
  meetingText,
  PUNKT,
  punktText,
  SITE,
} from './example-archive.ts'
import type { Remark, Rule } from './rule.ts'

const SAID: Readonly<Record<CprCertainty, { readonly severity: Severity; readonly message: string }>> = {
  certain: { severity: 'error', message: 'Her står et CPR-nummer.' },
  likely: { severity: 'warning', message: 'Her står et tal, der ligner et CPR-nummer.' },
  possible: { severity: 'info', message: 'Her står et tal, der kan være et CPR-nummer.' },
}
const HINT =
  'Et CPR-nummer skal slettes og også fjernes fra filens historik. Er det et andet nummer, så skriv lige foran, hvad det er: "sag", "journalnr.", "dok.nr.", "tlf.", "CVR-nr.", "EAN-nr." eller "konto".'

// Invented, with birthdays that are yet to come.
const NUMBER = '150935-4118'
const ONLY_A_DATE = '150935-4119'

function decided(text: string): string {
  return punktText('', `## Beslutning\n\nGodkendt. ${text}`)
}

function withBilag(bilag: string): string {
  return `---\ntitel: Cykelsti ved skolen\nadgang: åben\nbilag:\n  - ${bilag}\n---\n\n## Beslutning\n\nAnbefales.\n`
}

export const cprNummer: Rule<'file'> = {
  id: 'cpr-nummer',
  severity: 'error',
  scope: 'file',
  about:
    'Et CPR-nummer må ikke offentliggøres (CPR-loven § 54, databeskyttelsesloven § 11). Er det mindre sikkert, at det er et, bliver det en advarsel eller en oplysning. Bilagenes indhold bliver ikke læst.',
  good: [
    {
      name: 'numbers of cases, documents, telephones, firms and accounts, told by their labels',
      files: {
        [PUNKT]: decided(`Sagsnr. ${NUMBER}, dok.nr. ${NUMBER}, tlf. +45 1509354118, CVR-nr. 1509354118, konto 1234 1509354118.`),
        [MEETING]: meetingText('', `Journalnr. ${NUMBER}`),
      },
    },
    {
      name: 'a case number of an older kind',
      files: { [PUNKT]: punktText('sagsnummer: 150901-2012', '## Beslutning\n\nSe 050527-2012.'), [AUTHORITY]: authorityText() },
    },
    { name: 'dates, sums, addresses', files: { [PUNKT]: decided('Den 15-09-2035: 1.509.354 kr. Se https://x.example/1509354118.') } },
    { name: 'ten digits without a date', files: { [PUNKT]: decided('Måleren 4015094118 aflæses.') } },
  ],
  bad: [
    {
      name: 'in a decision, however it is written',
      files: { [PUNKT]: decided(`Ansøger er ${NUMBER}.\n**150935**\\-4118\n150935&ndash;4118`) },
      finds: [8, 9, 10].map((line) => ({ file: PUNKT, line, message: 'Her står et CPR-nummer.' })),
    },
    {
      name: 'by its label, or of a 1 January',
      files: { [PUNKT]: decided('CPR-nr.1509354119.\nFødt 010136-4101.') },
      finds: [8, 9].map((line) => ({ file: PUNKT, line, message: 'Her står et CPR-nummer.' })),
    },
    {
      name: 'less sure',
      files: { [PUNKT]: decided(`Måleren 1509354118 aflæses.\nMåler ${ONLY_A_DATE}.`) },
      finds: [
        { file: PUNKT, line: 8, message: 'der ligner et CPR-nummer' },
        { file: PUNKT, line: 9, message: 'der kan være et CPR-nummer' },
      ],
    },
    {
      name: 'in every field, of a draft too',
      files: {
        [MEETING]: meetingText(
          `sted: Hos ${NUMBER}\ndeltagere:\n  - { navn: Ida Engkær ${NUMBER} }\nrettelser:\n  - { dato: 2025-10-10, type: faktuel, tekst: Rettet., før: ${NUMBER}, efter: Hans }`,
          '',
          'kladde',
        ),
        [PUNKT]: punktText(`fraværende:\n  - { navn: ${NUMBER}, grund: gik }\nafstemning:\n  for: { antal: 5, medlemmer: [Bo ${NUMBER}] }`),
        [EARLIER]: withBilag(`{ titel: Ansøgning fra ${NUMBER}, adgang: åben }`),
      },
      finds: [
        ...[5, 7].map((line) => ({ file: PUNKT, line, message: 'Her står et CPR-nummer.' })),
        ...[4, 6, 8].map((line) => ({ file: MEETING, line, message: 'Her står et CPR-nummer.' })),
        { file: EARLIER, line: 5, message: 'Her står et CPR-nummer.' },
      ],
    },
    {
      name: 'in the files of the archive, the authority and the body',
      files: {
        [SITE]: `---\ntitel: Referater\nurl: https://referater.example\nbeskrivelse: Af ${NUMBER}.\n---\n`,
        [AUTHORITY]: `${authorityText()}\nSkriv til ${NUMBER}.\n`,
        [BODY]: bodyText(`medlemmer:\n  - { navn: Ida Engkær (${NUMBER}) }`),
      },
      finds: [
        { file: BODY, line: 5, message: 'Her står et CPR-nummer.' },
        { file: AUTHORITY, line: 6, message: 'Her står et CPR-nummer.' },
        { file: SITE, line: 4, message: 'Her står et CPR-nummer.' },
      ],
    },
    {
      name: 'all over a closed punkt',
      files: {
        [CLOSED]: closedText(
          `hjemmel: Hensyn til ${NUMBER}`,
          `## Åben beslutning\n\n${NUMBER}\n\n## Sagsfremstilling\n\n${NUMBER}`,
        ).replace('grund', `grund til ${NUMBER}`),
      },
      finds: [2, 4, 9, 13].map((line) => ({ file: CLOSED, line, message: 'Her står et CPR-nummer.' })),
    },
    {
      name: 'in the name of an attachment, which is its address',
      files: { [EARLIER]: withBilag('{ titel: Ansøgning, fil: bilag/ansoegning-150935-4118.pdf, adgang: åben }') },
      finds: [{ file: EARLIER, line: 5, message: 'Her står et CPR-nummer.' }],
    },
    {
      name: 'spelt by YAML in another way',
      files: { [MEETING]: meetingText('sted: "150935\\x2d4118"') },
      finds: [{ file: MEETING, line: 4, message: 'Her står et CPR-nummer.' }],
    },
    {
      name: 'of the shape of a case number, where nobody has said that there are such',
      files: { [AUTHORITY]: authorityText(), [PUNKT]: decided('Se 150901-2012.') },
      finds: [{ file: PUNKT, line: 8, message: 'der ligner et CPR-nummer' }],
    },
  ],
  *check(piece, context) {
    if (!mayHoldCpr(piece.text)) return
    const formats = formatsOf(piece, context)
    const lines = new Set<number>()
    for (const { start, end, certainty } of findCprNumbers(piece.text, formats)) {
      const place = piece.place(start, end)
      lines.add(place.line)
      yield { ...place, ...SAID[certainty], hint: HINT }
    }
    for (const remark of fileNames(piece, context, formats)) if (!lines.has(remark.line)) yield remark
  },
}

/** Asked for only where there is something to judge: else every meeting would be looked at again when its authority changes. */
function formatsOf({ file }: TextPiece, { archive }: RuleContext): readonly SagsnummerFormat[] {
  const [authority, ...inside] = file.split('/')
  return authority === undefined || inside.length === 0 ? [] : archive.authority(authority).sagsnummerFormats
}

/** The names of attachments: '-' and '/' part their words, and carry on no longer number as they do in a text. */
function* fileNames({ file }: TextPiece, { at, dataOf }: RuleContext, formats: readonly SagsnummerFormat[]): Generator<Remark> {
  const bilag = dataOf(file)['bilag']
  if (!Array.isArray(bilag)) return
  for (const [index, one] of bilag.entries()) {
    const name: unknown = one?.fil
    if (typeof name !== 'string') continue
    const words = name.replace(/\/|(?<=\p{L})[-.]|[-.](?=\p{L})/gu, ' ')
    for (const { certainty } of findCprNumbers(words, formats)) {
      yield { ...at(file, ['bilag', index, 'fil']), ...SAID[certainty], hint: HINT }
    }
  }
}
