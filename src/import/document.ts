import { type Finding, startOf } from '../findings/finding.ts'
import { maskDigits } from '../findings/mask.ts'
import type { SagsnummerFormat } from '../referat/sagsnummer.ts'
import { type Account, accountForWords } from './account.ts'
import { identifyAuthority, identifyUdvalg, type KnownNames, type Named, readFileName } from './identify.ts'
import type { ImportOptions, InputFile } from './input.ts'
import { type MinutesDraft, readMinutes } from './minutes.ts'
import { decode, readDocument } from './readers/detect.ts'
import { wordsOf } from './words.ts'
import { type DraftFile, meetingFiles, titleOf } from './write.ts'
import { writtenWords } from './written-words.ts'

/** What came of one document. */
export interface DocumentDraft {
  readonly path: string
  /** Its text, to show lines of; absent where some of it must not be shown. */
  readonly text?: string
  /** True where its bytes are no text that can be read. */
  readonly unreadable: boolean
  readonly authority?: Named
  readonly udvalg?: Named
  /** ISO date of the meeting. */
  readonly date?: string
  /** Folder of the meeting below the content folder; absent where nothing can be written. */
  readonly folder?: string
  readonly files: readonly DraftFile[]
  readonly punkter: number
  /** Case-number formats met in it. */
  readonly formats: readonly SagsnummerFormat[]
  readonly account?: Account
  readonly findings: readonly Finding[]
}

/** No more lost runs of one document than this are reported one by one. */
const MOST_LOST = 20

/** Reads one document, drafts its content files, and holds the words of both against each other. */
export function draftDocument(input: InputFile, options: ImportOptions, known: KnownNames): DocumentDraft {
  const findings: Finding[] = []
  const report = (line: number, severity: Finding['severity'], rule: string, message: string, hint: string): void => {
    findings.push({ ...startOf(input.path), line, severity, rule, message, hint })
  }
  const unread = (message: string, hint: string): DocumentDraft => {
    report(1, 'error', 'import-ulaeselig', message, hint)
    return { path: input.path, unreadable: true, files: [], punkter: 0, formats: [], findings }
  }
  if (!input.bytes) return unread('Filen kan ikke læses.', 'Se efter, om filen findes, og om du har ret til at læse den.')
  const decoded = decode(input.bytes)
  if (decoded.kind === 'empty') return unread('Filen er tom.', 'Gem dokumentet igen som tekst eller Markdown.')
  if (decoded.kind === 'foreign')
    return unread(`Filen er ${decoded.format} og kan ikke læses.`, 'Gem dokumentet som tekst (.txt) eller Markdown (.md), og hent den fil.')
  if (decoded.charset === 'windows-1252')
    report(1, 'info', 'import-tegnsaet', 'Filen er ikke UTF-8 og er læst som Windows-1252.', 'Se efter, om æ, ø og å er rigtige.')

  const minutes = readMinutes(readDocument(decoded.text))
  const names = nameDocument(input.path, decoded.text, minutes, options, known, report)
  for (const note of minutes.notes) report(note.line, note.severity, note.rule, note.message, note.hint)
  if (minutes.head.people.length === 0)
    report(
      1,
      'info',
      'import-ingen-deltagere',
      'Dokumentet nævner ingen deltagere.',
      'Skriv dem ind i feltet deltagere i mødets index.md, hvis de er kendt.',
    )
  for (const punkt of minutes.punkter.filter(({ title }) => title === '')) {
    report(
      punkt.line,
      'warning',
      'import-uden-titel',
      `Punktet har ingen titel og er kaldt "${titleOf(punkt)}".`,
      'Skriv en titel i punktets fil.',
    )
  }
  const files = meetingFiles(names.folder ?? '', names.date ?? '', minutes)
  const account = accountForWords(decoded.text, writtenWords(files), minutes.leftOut, inventedWords(minutes))
  reportAccount(account, minutes, report)
  return {
    path: input.path,
    ...(minutes.secretLines.size === 0 && { text: decoded.text }),
    unreadable: false,
    ...names,
    files: names.folder === undefined ? [] : files,
    punkter: minutes.punkter.length,
    formats: [...new Set(minutes.punkter.flatMap(({ sagsnummer }) => sagsnummer?.format ?? []))],
    account,
    findings,
  }
}

type Report = (line: number, severity: Finding['severity'], rule: string, message: string, hint: string) => void
const FROM = {
  valg: 'er valgt',
  dokument: 'er læst i dokumentet',
  filnavn: 'er læst af filens navn',
  arkiv: 'er fundet i arkivet',
} as const

function nameDocument(
  path: string,
  text: string,
  minutes: MinutesDraft,
  options: ImportOptions,
  known: KnownNames,
  report: Report,
): Pick<DocumentDraft, 'authority' | 'udvalg' | 'date' | 'folder'> {
  const { head } = minutes
  const authority = identifyAuthority(
    text,
    { slug: options.authority, headName: head.authority, udvalgName: head.udvalg, file: path },
    known,
  )
  const udvalg = identifyUdvalg(head.udvalg, { slug: options.udvalg, file: path, authority: authority?.slug }, known)
  const fileDate = readFileName(path).date
  const date = head.date ?? fileDate
  if (authority)
    report(
      1,
      'info',
      'import-myndighed',
      `Myndigheden ${authority.navn} (${authority.slug}) ${FROM[authority.from]}.`,
      'Vælg selv med --authority, hvis det er en anden.',
    )
  else
    report(
      1,
      'error',
      'import-ingen-myndighed',
      'Det fremgår ikke, hvilken myndighed dokumentet kommer fra; intet er skrevet.',
      'Angiv den med --authority, for eksempel --authority vadby.',
    )
  if (udvalg && udvalg.from === 'filnavn')
    report(
      1,
      'warning',
      'import-udvalg',
      `Udvalget ${udvalg.navn} (${udvalg.slug}) ${FROM[udvalg.from]}.`,
      'Vælg selv med --body, hvis det er et andet.',
    )
  if (!udvalg)
    report(
      1,
      'error',
      'import-intet-udvalg',
      'Det fremgår ikke, hvilket udvalg dokumentet er fra; intet er skrevet.',
      'Angiv det med --body, for eksempel --body kulturudvalget.',
    )
  if (!date)
    report(
      1,
      'error',
      'import-ingen-dato',
      'Dokumentet har ingen mødedato; intet er skrevet.',
      'Skriv en linje som "Mødedato: 28. august 2025" øverst i dokumentet, og hent det igen.',
    )
  else if (!head.date)
    report(1, 'warning', 'import-dato-filnavn', `Datoen ${date} er læst af filens navn.`, 'Se efter, at det er mødets dato.')
  else if (fileDate && fileDate !== head.date)
    report(
      1,
      'warning',
      'import-dato-afviger',
      `Filens navn har datoen ${fileDate}, men dokumentet ${head.date}; dokumentets er brugt.`,
      'Se efter, hvilken af dem der er mødets dato.',
    )
  const folder =
    authority && udvalg && date ? `${authority.slug}/${udvalg.slug}/${date}${head.extraordinary ? '-ekstraordinaert' : ''}` : undefined
  return { ...(authority && { authority }), ...(udvalg && { udvalg }), ...(date && { date }), ...(folder !== undefined && { folder }) }
}

function inventedWords(minutes: MinutesDraft): string[] {
  return minutes.punkter.filter(({ title }) => title === '').flatMap((punkt) => wordsOf(titleOf(punkt)))
}

function reportAccount(account: Account, minutes: MinutesDraft, report: Report): void {
  for (const { line, words } of account.lost.slice(0, MOST_LOST)) {
    const shown = minutes.secretLines.has(line) ? '' : `: "${maskDigits(words.slice(0, 12).join(' '))}${words.length > 12 ? ' …' : ''}"`
    report(
      line,
      'error',
      'import-ord-tabt',
      `${words.length} ord er hverken skrevet eller udeladt med en grund${shown}.`,
      'Skriv ordene ind i udkastet, hvor de hører til.',
    )
  }
  const more = account.lost.length - MOST_LOST
  if (more > 0)
    report(
      account.lost[MOST_LOST]?.line ?? 1,
      'error',
      'import-ord-tabt',
      `Der mangler ord på ${more} linjer mere.`,
      'Sammenlign udkastet med dokumentet fra denne linje.',
    )
  if (account.added.length > 0)
    report(
      1,
      'error',
      'import-ord-tilfoejet',
      `${account.added.length} ord i udkastet står der flere gange end i dokumentet: "${maskDigits(account.added.slice(0, 12).join(' '))}".`,
      'Sammenlign udkastet med dokumentet.',
    )
}
