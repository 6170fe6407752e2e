import type { Archive } from '../archive/archive.ts'
import { loadArchive } from '../archive/load.ts'
import { contentTree } from '../source/content-tree.ts'

const FILES: Readonly<Record<string, string>> = {
  'index.md': '---\ntitel: Referater\nurl: https://referater.example\nbeskrivelse: Et arkiv.\n---\n',
  'soeby/index.md':
    '---\nnavn: Søby Kommune\ntype: kommune\nsagsnummer: [sbsys]\npartier:\n  2022-2025: { L: Søbylisten }\n  2026-2029: { L: Landsbylisten }\nemner:\n  "05": Veje\n  05.05.00: Nye stier\n---\n',
  'soeby/byraadet/index.md':
    '---\nnavn: Byrådet\ntype: kommunalbestyrelse\nmedlemmer:\n  - { navn: Åse Holm, parti: L, rolle: borgmester, fra: 2022-01-01, til: 2025-12-31 }\n  - { navn: Åse Holm, parti: L, fra: 2026-01-01 }\n  - { navn: Bo Lund, parti: V, fra: 2026-01-01 }\n---\n',
  'soeby/stabsgruppen/index.md': '---\nnavn: Stabsgruppen\ntype: administrativt\nmedlemmer:\n  - { navn: Ida Krog, rolle: chef }\n---\n',
}

/**
 * A small archive for tests: one authority with a council and an administrative group, and the meetings given.
 * Keys are paths below the content folder; they lie over the files that are always there.
 */
export function smallArchive(files: Readonly<Record<string, string>>): Archive {
  return loadArchive(contentTree({ ...FILES, ...files })).archive
}

/** A meeting's file. */
export function meetingFile(date: string, head = 'status: referat'): string {
  return `---\ndato: ${date}\n${head}\n---\n`
}

/** An open punkt's file: title, further lines of its head, and its decision. */
export function punktFile(title: string, head = '', decision = ''): string {
  return `---\ntitel: ${title}\nadgang: åben\n${head === '' ? '' : `${head}\n`}---\n${decision === '' ? '' : `\n## Beslutning\n\n${decision}\n`}`
}
