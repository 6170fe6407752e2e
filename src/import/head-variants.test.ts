import { describe, expect, test } from 'vitest'
import { type ImportResult, importDocuments } from './import.ts'

const PUNKTER = 'Punkt 1: Havnen\n\nBeslutning\n\nGodkendt.\n\nPunkt 2: Eventuelt\n\nBeslutning\n\nIntet.\n'

async function importText(text: string): Promise<ImportResult> {
  const bytes = new TextEncoder().encode(`${text}\n\n${PUNKTER}`)
  const result = await importDocuments([{ path: 'fil.txt', bytes }], { authority: 'vadby' }, new Map())
  expect(result.documents[0]?.account).toMatchObject({ lost: [], added: [] })
  return result
}

const meetingFile = (result: ImportResult): string => result.files.find(({ path }) => /\d\/index\.md$/.test(path))?.text ?? ''

describe('the ways in which minutes name body, day and time', () => {
  test.each([
    ['REFERAT Havneudvalget d. 28-08-2025', ''],
    ['Referat af møde i Havneudvalget\nTorsdag d. 28. august 2025 kl. 14:00', '14:00'],
    ['Havneudvalget - Referat\n28-08-2025 14:00:00', '14:00'],
    ['Åbent Referat\ntil\nHavneudvalget\n\nMødedato: 28 august 2025\nTidspunkt: 14.00 - 16.30', '14:00'],
    ['R e f e r a t\n\nHavneudvalget\n\nMødedato: Torsdag, 28. august 2025\nKl. 14.00-16.30', '14:00'],
    ['Vadby Kommune\nHavneudvalget\nReferat fra møde\nDato: 28.08.25\nTid: kl. 14-16', '14:00'],
    ['Havneudvalgets møde den 28. august 2025', ''],
    ['Udskrift af protokol for Havneudvalget\n28. august 2025', ''],
    ['Møde i Havneudvalget\n\nDato   28. august 2025\nTidspunkt   14:00', '14:00'],
    ['HAVNEUDVALGET\nREFERAT FRA MØDE NR. 7\nTorsdag den 28. august 2025\nStarttidspunkt for mødet: 14:00', '14:00'],
    ['Protokol\nfra mødet i\nHavneudvalget\nden 28. august 2025\nkl. 14.00', '14:00'],
    ['Referat af det konstituerende møde i Havneudvalget torsdag den 28. august 2025', ''],
  ])('%s', async (head, start) => {
    const result = await importText(head)
    const [document] = result.documents
    expect([document?.udvalg?.navn, document?.date]).toEqual(['Havneudvalget', '2025-08-28'])
    expect(/^start: "(.*)"$/m.exec(meetingFile(result))?.[1] ?? '').toBe(start)
    expect(meetingFile(result)).toMatch(/---\n$/)
  })
})

describe('the ways in which minutes name people', () => {
  test.each([
    ['Deltagere: Karen Lund, formand (A), Jens Åby, V', ['navn: Karen Lund, parti: A, rolle: formand', 'navn: Jens Åby, parti: V']],
    ['Deltagere: Karen Lund (A)  Jens Åby (V) Formand', ['navn: Karen Lund, parti: A', 'navn: Jens Åby, parti: V, rolle: Formand']],
    ['Afbud fra: Mia Holt. I stedet deltog Ib Dam.', ['navn: Mia Holt, fremmøde: afbud', 'navn: Ib Dam, stedfortræder for: Mia Holt']],
    [
      'Afbud: Mia Holt (F) - stedfortræder: Ib Dam (F)',
      ['navn: Mia Holt, parti: F, fremmøde: afbud', 'navn: Ib Dam, parti: F, stedfortræder for: Mia Holt'],
    ],
    ['Stedfortræder:\nIb Dam (F) i stedet for Mia Holt (F)', ['navn: Ib Dam, parti: F, stedfortræder for: Mia Holt']],
    ['Deltagere: Karen Lund, Jens Åby. Afbud: Ib Dam.', ['navn: Karen Lund', 'navn: Jens Åby', 'navn: Ib Dam, fremmøde: afbud']],
    [
      'Til stede var: Karen Lund og Jens Åby. Ib Dam havde meldt afbud.',
      ['navn: Karen Lund', 'navn: Jens Åby', 'navn: Ib Dam, fremmøde: afbud'],
    ],
    [
      'Karen Lund (A)\nJens Åby (V)\nMia Holt (F) Afbud',
      ['navn: Karen Lund, parti: A', 'navn: Jens Åby, parti: V', 'navn: Mia Holt, parti: F, fremmøde: afbud'],
    ],
    [
      'Navn\tFremmøde\nKaren Lund (A)\tTil stede\nJens Åby (V)\tFravær',
      ['navn: Karen Lund, parti: A', 'navn: Jens Åby, parti: V, fremmøde: fravær'],
    ],
    ['Mødt: Alle', []],
  ])('%s', async (list, people) => {
    const text = meetingFile(await importText(`REFERAT Havneudvalget d. 28-08-2025\n\n${list}`))
    expect([...text.matchAll(/^ {2}- \{ (.*) \}$/gm)].map((match) => match[1])).toEqual(people)
  })
})
