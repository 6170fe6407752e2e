import { type Place, startOf } from '../findings/finding.ts'
import { approvalOf, approvalPath, parseApproval } from './approval.ts'
import { DELTAGERE, MEETING, meetingText } from './example-archive.ts'
import type { Rule } from './rule.ts'

const DIGEST = MEETING.replace('index.md', 'godkendt.json')
const APPROVE = 'Kør npm run approve med mødets mappe'
/** A digest of other words. */
const BEFORE = 'a'.repeat(64)
const CORRECTION = 'rettelser:\n  - { dato: 2025-10-07, type: faktuel, tekst: Beløbet er rettet. }'

export const godkendtAendret: Rule<'meeting'> = {
  id: 'godkendt-aendret',
  severity: 'error',
  scope: 'meeting',
  about: 'Et godkendt referat rettes ved tilføjelse: ordene må kun ændres sammen med en ny linje i rettelser.',
  good: [{ name: 'minutes that are not approved yet', files: {} }],
  bad: [
    {
      name: 'approved without a digest',
      files: { [MEETING]: meetingText(DELTAGERE, '', 'godkendt') },
      finds: [{ file: MEETING, line: 3, message: 'Referatet er godkendt, men ikke låst.' }],
    },
    {
      name: 'changed',
      files: { [MEETING]: meetingText(DELTAGERE, 'Nye ord.', 'godkendt'), [DIGEST]: `{ "digest": "${BEFORE}", "rettelser": 0 }` },
      finds: [{ file: MEETING, line: 3, message: 'Referatet er ændret, efter at det blev godkendt.' }],
    },
    {
      name: 'changed with a correction',
      files: { [MEETING]: meetingText(CORRECTION, '', 'godkendt'), [DIGEST]: `{ "digest": "${BEFORE}", "rettelser": 0 }` },
      finds: [{ file: MEETING, line: 4, message: 'Referatet er ændret med en rettelse siden sidst.' }],
    },
    {
      name: 'a correction taken away',
      files: { [MEETING]: meetingText(CORRECTION, '', 'godkendt'), [DIGEST]: `{ "digest": "${BEFORE}", "rettelser": 2 }` },
      finds: [{ file: MEETING, line: 4, message: 'Der er 1 rettelse, men der var 2, da referatet blev låst.' }],
    },
    {
      name: 'no longer approved',
      files: { [MEETING]: meetingText(DELTAGERE), [DIGEST]: `{ "digest": "${BEFORE}", "rettelser": 0 }` },
      finds: [{ file: MEETING, line: 3, message: 'Referatet har været godkendt.' }],
    },
    {
      name: 'a digest file that somebody wrote in',
      files: { [MEETING]: meetingText(DELTAGERE, '', 'godkendt'), [DIGEST]: '{ "digest": "ja" }' },
      finds: [{ file: DIGEST, line: 1, message: 'Låsen kan ikke læses.' }],
    },
  ],
  *check(meeting, { archive, sources, at, atKey }) {
    const path = approvalPath(meeting)
    const asset = sources.tree.assets.get(path)
    const status = (): Place => at(meeting.file, ['status'])
    if (!asset) {
      if (meeting.status === 'godkendt') {
        yield {
          ...status(),
          severity: 'info',
          message: 'Referatet er godkendt, men ikke låst.',
          hint: `${APPROVE}; så opdager arkivet, hvis ordene bliver ændret.`,
        }
      }
      return
    }
    const approved = parseApproval(asset.text ?? '')
    if (!approved) {
      yield {
        ...startOf(path),
        message: 'Låsen kan ikke læses.',
        hint: 'Hent den forrige udgave af godkendt.json frem; filen skal ikke rettes i hånden.',
      }
      return
    }
    if (meeting.status !== 'godkendt') {
      yield {
        ...status(),
        message: 'Referatet har været godkendt.',
        hint: 'Sæt status tilbage til godkendt; ret ved tilføjelse i rettelser.',
      }
      return
    }
    const { length } = meeting.rettelser
    if (length < approved.rettelser) {
      yield {
        ...atKey(meeting.file, ['rettelser']),
        message: `Der er ${length} ${length === 1 ? 'rettelse' : 'rettelser'}, men der var ${approved.rettelser}, da referatet blev låst.`,
        hint: 'Sæt de slettede linjer i rettelser tilbage; der må kun lægges til.',
      }
    } else if (approvalOf(meeting, archive, approved.rettelser).digest === approved.digest) return
    else if (length === approved.rettelser) {
      yield {
        ...status(),
        message: 'Referatet er ændret, efter at det blev godkendt.',
        hint: 'Sæt ordene tilbage, eller tilføj en linje i rettelser om, hvad der er rettet.',
      }
    } else {
      yield {
        ...atKey(meeting.file, ['rettelser']),
        severity: 'info',
        message: 'Referatet er ændret med en rettelse siden sidst.',
        hint: `${APPROVE}, når rettelsen er på plads.`,
      }
    }
  },
}
