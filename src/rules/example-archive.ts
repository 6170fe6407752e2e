/** Paths of the example archive's files, for the examples to lay others over. */
export const SITE = 'index.md'
export const AUTHORITY = 'fjordkoebing/index.md'
export const BODY = 'fjordkoebing/byraadet/index.md'
export const COMMITTEE = 'fjordkoebing/teknikudvalget/index.md'
export const MEETING = 'fjordkoebing/byraadet/2025-09-30/index.md'
export const PUNKT = 'fjordkoebing/byraadet/2025-09-30/02-cykelsti.md'
export const CLOSED = 'fjordkoebing/byraadet/2025-09-30/03-salg-af-grund.md'
export const EARLIER = 'fjordkoebing/teknikudvalget/2025-09-10/01-cykelsti.md'
export const BILAG = 'fjordkoebing/teknikudvalget/2025-09-10/bilag/trafiktaelling.pdf'

const DECISION = '## Beslutning\n\nGodkendt.'

/** An open punkt: `titel` on line 2, `adgang` on 3, the rest of the head from line 4. */
export function punktText(head = '', body = DECISION): string {
  return fileText('titel: Ny cykelsti ved skolen\nadgang: åben', head, body)
}

/** A closed punkt: `titel` on line 2, `adgang` on 3, the rest of the head from line 4. */
export function closedText(head = '', body = ''): string {
  return fileText('titel: Salg af grund\nadgang: lukket', head, body)
}

/** A meeting of the council on a Tuesday: `dato` on line 2, `status` on 3, the rest of the head from line 4. */
export function meetingText(head = '', body = '', status = 'referat'): string {
  return fileText(`dato: 2025-09-30\nstatus: ${status}`, head, body)
}

/** The council: `navn` on line 2, `type` on 3, the rest of the head from line 4. */
export function bodyText(head = ''): string {
  return fileText('navn: Byrådet\ntype: kommunalbestyrelse', head, '')
}

/** The municipality: `navn` on line 2, `type` on 3, the rest of the head from line 4. */
export function authorityText(head = ''): string {
  return fileText('navn: Fjordkøbing Kommune\ntype: kommune', head, '')
}

/** Five people with a vote, one official. */
export const DELTAGERE = `deltagere:
  - { navn: Ida Engkær, parti: A, rolle: borgmester }
  - { navn: Bo Havdrup, parti: A }
  - { navn: Per Stenbæk, parti: V }
  - { navn: Eva Tornhøj, parti: V }
  - { navn: Kim Rosenlund, parti: C, fremmøde: afbud }
  - { navn: Lis Vestmark, rolle: sekretær }`

function fileText(start: string, head: string, body: string): string {
  return `---\n${start}\n${head === '' ? '' : `${head}\n`}---\n${body === '' ? '' : `\n${body}\n`}`
}

/**
 * A small sound archive, invented: one municipality, its council and a committee, three meetings.
 * No rule has anything to say about it.
 */
export const EXAMPLE_ARCHIVE: Readonly<Record<string, string>> = {
  [SITE]: '---\ntitel: Referater fra Fjordkøbing\nurl: https://referater.example\nbeskrivelse: Referater fra en opdigtet kommune.\n---\n',
  [AUTHORITY]: authorityText('sagsnummer: [sbsys]\npartier:\n  2022-2025: { A: Fjordlisten, C: Byens Liste, V: Landlisten }'),
  [BODY]: bodyText(
    'medlemmer:\n  - { navn: Ida Engkær, parti: A, rolle: borgmester }\n  - { navn: Bo Havdrup, parti: A }\n  - { navn: Per Stenbæk, parti: V }\n  - { navn: Eva Tornhøj, parti: V }\n  - { navn: Kim Rosenlund, parti: C }',
  ),
  [COMMITTEE]: '---\nnavn: Teknikudvalget\ntype: fagudvalg\naliaser: [Udvalget for Teknik]\n---\n',
  [MEETING]: meetingText(DELTAGERE),
  'fjordkoebing/byraadet/2025-09-30/01-dagsorden.md':
    '---\ntitel: Godkendelse af dagsorden\nadgang: åben\n---\n\n## Beslutning\n\nGodkendt.\n',
  [PUNKT]: punktText('sagsnummer: 05.05.00-P20-4-25\ntidligere:\n  - { udvalg: Teknikudvalget, dato: 2025-09-10, punkt: 1 }'),
  [CLOSED]: closedText('hjemmel: Kommunestyrelsesloven § 10', '## Åben beslutning\n\nGodkendt.'),
  'fjordkoebing/teknikudvalget/2025-09-10/index.md': '---\ndato: 2025-09-10\nstatus: referat\n---\n',
  [EARLIER]:
    '---\ntitel: Cykelsti ved skolen\nadgang: åben\nsagsnummer: 05.05.00-P20-4-25\nbilag:\n  - { titel: Trafiktælling, fil: bilag/trafiktaelling.pdf, adgang: åben }\n---\n\n## Beslutning\n\nAnbefales.\n',
  [BILAG]: 'pdf',
}
