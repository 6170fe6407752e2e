import pc from 'picocolors'
import type { BuildResult } from '../src/build/build.ts'
import { formatText } from '../src/findings/report.ts'
import { framesOf } from '../src/rules/frames.ts'

/** What a build has to say about the content: errors and warnings in full; notes are only counted, `validate` tells them. */
export function describeFindings({ findings, loaded }: BuildResult, folder: string): string {
  const grave = findings.filter(({ severity }) => severity !== 'info')
  const notes = findings.length - grave.length
  const color = pc.isColorSupported && process.stderr.isTTY === true
  const text = formatText(grave, framesOf(loaded), { folder, color })
  return `${text}\n${notes > 0 ? `${notes === 1 ? '1 oplysning' : `${notes} oplysninger`} kan læses med npm run validate.\n` : ''}`
}
