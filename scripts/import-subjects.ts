import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { decodeXml, isEmneplan } from '../src/import/emneplan.ts'
import { readExisting } from '../src/import/files.ts'
import { planSubjects } from '../src/import/subjects.ts'

/** What of the command's arguments titles of subjects need. */
export interface SubjectsOptions {
  readonly files: readonly string[]
  readonly content: string
  readonly authority: string | undefined
  readonly dryRun: boolean
}

/** Writes the titles of emneplaner (KLE-Emneplan, XML) into the content; undefined where a file is something else. */
export async function importSubjects({ files, content, authority, dryRun }: SubjectsOptions): Promise<0 | 1 | 2 | undefined> {
  if (!files.every((file) => /\.xml$/i.test(file))) return undefined
  const texts = new Map<string, string>()
  for (const file of files) texts.set(file, decodeXml(await readFile(file)))
  if (![...texts.values()].every(isEmneplan)) return undefined

  let code: 0 | 1 | 2 = 0
  for (const [file, xml] of texts) {
    const plan = planSubjects(xml, await readExisting(content), authority)
    if (plan.file && !dryRun) await writeFile(path.join(content, plan.file.path), plan.file.text)
    console.log(`${file}: ${plan.message}${dryRun ? ' (intet er skrevet)' : ''}`)
    if (plan.exitCode > code) code = plan.exitCode
  }
  return code
}
