import { findOpenLoops, LOOP_KINDS } from '../archive/open-loops.ts'
import { EARLIER } from './example-archive.ts'
import type { Rule } from './rule.ts'

/** A matter may rest for a while; the clerk hears of it after this many days. */
const PATIENCE = 60

const LATER = { 'fjordkoebing/teknikudvalget/2026-01-14/index.md': '---\ndato: 2026-01-14\nstatus: referat\n---\n' }
const waiting = (decision: string): string => `---\ntitel: Bro over åen\nadgang: åben\n---\n\n## Beslutning\n\n${decision}\n`

export const sagUdenOpfoelgning: Rule<'archive'> = {
  id: 'sag-uden-opfoelgning',
  severity: 'info',
  scope: 'archive',
  about:
    'Det, der er udsat, sendt i høring, anbefalet eller sendt videre, plejer at komme igen: Måske er det glemt, måske mangler sagsnummeret.',
  good: [
    { name: 'what came back', files: LATER },
    { name: 'what has waited for a few weeks', files: { [EARLIER]: waiting('Udsat.') } },
  ],
  bad: [
    {
      name: 'postponed and never seen again',
      files: { ...LATER, [EARLIER.replace('01-cykelsti', '02-bro')]: waiting('Udsat.') },
      finds: [{ file: EARLIER.replace('01-cykelsti', '02-bro'), line: 2, message: 'er udsat og ikke taget op igen' }],
    },
    {
      name: 'recommended, and the council has not heard of it',
      files: { ...LATER, [EARLIER.replace('01-cykelsti', '02-bro')]: waiting('Anbefales.') },
      finds: [{ file: EARLIER.replace('01-cykelsti', '02-bro'), message: 'anbefalet til et andet udvalg' }],
    },
  ],
  *check(archive, { at }) {
    for (const { kind, punkt, days, upcoming } of findOpenLoops(archive)) {
      if (days < PATIENCE || upcoming !== undefined) continue
      const about = LOOP_KINDS.find(({ id }) => id === kind)?.about ?? ''
      yield {
        ...at(archive.punkt(punkt).file, ['titel']),
        message: `Sagen er ${about}; der er gået ${days} dage.`,
        hint: 'Er den behandlet, så giv det senere punkt samme sagsnummer, eller nævn dette punkt under tidligere.',
      }
    }
  },
}
