import type { Loaded } from '../archive/archive.ts'
import { Fingerprints } from '../archive/fingerprints.ts'
import { compareFindings, type Finding } from '../findings/finding.ts'
import { maskDigits } from '../findings/mask.ts'
import { Ledger, type LedgerData } from '../memory/ledger.ts'
import type { Meeting } from '../referat/meeting.ts'
import type { Punkt } from '../referat/punkt.ts'
import { allRules } from './all-rules.ts'
import { contextOf, isThere, observedContext, type RuleContext, THERE } from './context.ts'
import type { Rule, Subjects } from './rule.ts'

/** What was found in meetings before, to be said again without looking where nothing changed. */
export type FindingsLedger = Ledger<readonly Finding[]>

/**
 * Everything there is to say about a loaded archive, in file order and without repeats: what loading found, and what
 * every rule finds. Digits that look like a CPR number are masked in messages and hints.
 */
export function validate(loaded: Loaded, rules: readonly Rule[] = allRules, ledger?: FindingsLedger): Finding[] {
  const { archive } = loaded
  const meetings = new MeetingCheck(loaded, rules)
  const check = new Check(rules, meetings.context)
  const findings = [...loaded.findings]
  for (const { file } of [archive.site, ...archive.authorities, ...archive.udvalg]) findings.push(...check.texts(file))
  for (const { id } of archive.meetings) {
    const given = loaded.digests.get(id) ?? ''
    const known = ledger?.recall(id, given)
    const { findings: found, reads } = known ? { findings: known, reads: [] } : meetings.run(id)
    if (!known) ledger?.note(id, given, reads, found)
    findings.push(...found)
  }
  findings.push(...check.run('udvalg', archive.udvalg), ...check.run('authority', archive.authorities), ...check.run('archive', [archive]))
  return withoutRepeats(findings.map(masked).sort(compareFindings))
}

/** Runs the rules on texts, punkter and meetings for one meeting at a time, and tells which parts of the archive they ask for. */
export class MeetingCheck {
  readonly context: RuleContext
  readonly #rules: readonly Rule[]

  constructor(loaded: Loaded, rules: readonly Rule[] = allRules) {
    this.context = contextOf(loaded)
    this.#rules = rules
  }

  run(id: string): { readonly findings: Finding[]; readonly reads: string[] } {
    const reads = new Set<string>()
    const context = observedContext(this.context, id, (part) => reads.add(part))
    return { findings: new Check(this.#rules, context).meeting(this.context.archive.meeting(id)), reads: [...reads] }
  }
}

/** A ledger of findings for an archive, going on from what is remembered. */
export function findingsLedger({ archive, sources }: Loaded, before: LedgerData<readonly Finding[]> | undefined): FindingsLedger {
  const fingerprints = Fingerprints.of(archive)
  return new Ledger(
    (part) => (part.startsWith(THERE) ? String(isThere(sources, part.slice(THERE.length))) : fingerprints.part(part)),
    before,
  )
}

class Check {
  readonly context: RuleContext
  readonly #rules: readonly Rule[]

  constructor(rules: readonly Rule[], context: RuleContext) {
    this.#rules = rules
    this.context = context
  }

  /** What the rules for texts, punkter and meetings say of one meeting. */
  meeting(meeting: Meeting): Finding[] {
    const punkter = this.context.archive.punkterOf(meeting.id)
    return [
      ...this.texts(meeting.file),
      ...punkter.flatMap((punkt) => [...this.texts(punkt.file, punkt), ...this.run('punkt', [punkt])]),
      ...this.run('meeting', [meeting]),
    ]
  }

  texts(file: string, punkt?: Punkt): Finding[] {
    return this.run('text', this.context.textsOf(file, punkt))
  }

  run<Scope extends keyof Subjects>(scope: Scope, subjects: readonly Subjects[Scope][]): Finding[] {
    const fitting = this.#rules.filter((rule): rule is Rule<Scope> => rule.scope === scope)
    const findings: Finding[] = []
    for (const subject of subjects) {
      for (const rule of fitting) {
        for (const remark of rule.check(subject, this.context)) findings.push({ severity: rule.severity, rule: rule.id, ...remark })
      }
    }
    return findings
  }
}

function masked(finding: Finding): Finding {
  const message = maskDigits(finding.message)
  const hint = maskDigits(finding.hint)
  return message === finding.message && hint === finding.hint ? finding : { ...finding, message, hint }
}

function withoutRepeats(sorted: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return sorted.filter(({ file, line, column, rule, message }) => {
    const key = JSON.stringify([file, line, column, rule, message])
    return !seen.has(key) && seen.add(key)
  })
}
