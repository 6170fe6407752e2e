import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { expect, test } from 'vitest'
import { loadArchive } from '../archive/load.ts'
import { publishable } from '../archive/publishable.ts'
import { readContent } from '../source/read.ts'
import { ShardStore } from './shard-store.ts'
import { writeSearchIndex } from './write-index.ts'

async function wordFile(text: string): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] }))
}

test('the text of an open Word attachment is searched, that of a closed one and of a closed punkt is not', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'search-'))
  try {
    const meeting = path.join(folder, 'content', 'by', 'kb', '2025-09-30')
    const files: Record<string, string | Uint8Array> = {
      '../../../index.md': '---\ntitel: Arkiv\nurl: https://arkiv.example\nbeskrivelse: Prøve\n---\n',
      '../../index.md': '---\nnavn: By Kommune\ntype: kommune\n---\n',
      '../index.md': '---\nnavn: Kommunalbestyrelsen\ntype: kommunalbestyrelse\n---\n',
      'index.md': '---\ndato: 2025-09-30\nstatus: referat\n---\n',
      '01-stoej.md':
        '---\ntitel: Støj\nadgang: åben\nbilag:\n  - { titel: Notat, fil: bilag/notat.docx, adgang: åben }\n  - { titel: Andet, fil: bilag/andet.docx, adgang: lukket }\n---\n\n## Beslutning\n\nGodkendt.\n',
      '02-salg.md':
        '---\ntitel: Salg\nadgang: lukket\nbilag:\n  - { titel: Pris, fil: bilag/pris.docx, adgang: åben }\n---\n\n## Åben beslutning\n\nUdsat.\n',
      'bilag/notat.docx': await wordFile('Decibelmålingen ved skolen'),
      'bilag/andet.docx': await wordFile('Fortroligtnotatet'),
      'bilag/pris.docx': await wordFile('Salgsprisforventningen'),
    }
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(meeting, name)), { recursive: true })
      await writeFile(path.join(meeting, name), content)
    }
    const root = path.join(folder, 'content')
    const cache = path.join(folder, 'cache')
    const archive = publishable(loadArchive(readContent(root)).archive)
    await writeSearchIndex({ archive, root, output: path.join(folder, 'site'), cache })
    const words = await wordsIn(path.join(cache, 'soegning'))
    expect(words).toContain('decibelmålingen')
    expect(words).not.toContain('fortroligtnotatet')
    expect(words).not.toContain('salgsprisforventningen')
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** Every word that the index of a small archive knows. */
async function wordsIn(cache: string): Promise<string[]> {
  const store = new ShardStore(cache)
  const keys = (await readdir(cache)).filter((name) => name.endsWith('.ord')).map((name) => name.replace(/\.ord$/, ''))
  const texts = keys.map((key) => store.words(key))
  return texts.flatMap((text) => (text ?? '').split('\n').map((line) => line.split(' ', 1)[0] ?? ''))
}
