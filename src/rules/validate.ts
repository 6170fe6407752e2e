import type { Loaded, Sources } from '../archive/archive.ts'
import { APART, Fingerprints } from '../archive/fingerprints.ts'
import { BeyondMeeting, type MeetingAlone } from '../archive/meeting-alone.ts'
import { compareFindings, type Finding } from '../findings/finding.ts'
import { maskDigits } from '../findings/mask.ts'
import { Ledger, type LedgerData } from '../memory/ledger.ts'
import { type PartName, PartNumbers } from '../memory/part-numbers.ts'
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
  const check = new Check(byScope(rules), meetings.context)
  const findings = [...loaded.findings]
  for (const { file } of [archive.site, ...archive.authorities, ...archive.udvalg]) findings.push(...check.texts(file))
  for (const { id } of archive.meetings) {
    const given = loaded.digests.get(id) ?? ''
    const known = ledger?.recall(id, given)
    const { findings: found, reads } = known ? { findings: known, reads: [] } : meetings.run(id)
    if (!known && ledger) noteFindings(ledger, id, given, { findings: found, reads })
    findings.push(...found)
  }
  findings.push(...check.run('udvalg', archive.udvalg), ...check.run('authority', archive.authorities), ...check.run('archive', [archive]))
  return withoutRepeats(findings.map(masked).sort(compareFindings))
}

/** What the rules say of a meeting, and which parts of the archive they asked for. */
export interface MeetingFindings {
  readonly findings: readonly Finding[]
  readonly reads: readonly PartName[]
}

/** What can be said of a meeting before the others are read, and which rules are to be asked about which of its files then. */
export interface FirstLook extends MeetingFindings {
  readonly open: readonly { readonly rule: string; readonly file: string }[]
}

/** Runs the rules on files, texts, punkter and meetings for one meeting at a time, and tells which parts of the archive they ask for. */
export class MeetingCheck {
  readonly context: RuleContext
  readonly #rules: RulesByScope

  constructor(loaded: Loaded, rules: readonly Rule[] = allRules) {
    this.context = contextOf(loaded)
    this.#rules = byScope(rules)
  }

  run(id: string): MeetingFindings {
    const reads = new PartNumbers()
    const context = observedContext(this.context, id, (kind, of) => reads.of(kind, of))
    return { findings: new Check(this.#rules, context).meeting(this.context.archive.meeting(id)), reads: reads.names() }
  }

  /** Asks what the first look at a meeting left open: the same as `run`, together. */
  goOn(id: string, { findings, reads: before, open }: FirstLook): MeetingFindings {
    const reads = new PartNumbers()
    for (const part of before) reads.of(...part)
    const check = new Check(
      this.#rules,
      observedContext(this.context, id, (kind, of) => reads.of(kind, of)),
    )
    const meeting = this.context.archive.meeting(id)
    const punkter = new Map(this.context.archive.punkterOf(id).map((punkt) => [punkt.file, punkt]))
    const more = open.flatMap(({ rule, file }) => check.one(rule, meeting, file, punkter.get(file)))
    return { findings: [...findings, ...more], reads: reads.names() }
  }
}

/**
 * Runs the rules on a meeting while its texts are at hand, though no other meeting may have been read. `archive` is one of
 * that meeting alone.
 */
export function firstLook(archive: MeetingAlone, sources: Sources, id: string): FirstLook {
  const reads = new PartNumbers()
  const context = observedContext(contextOf({ archive, sources }), id, (kind, of) => reads.of(kind, of))
  const check = new FirstCheck(RULES, context)
  const findings = check.meeting(archive.meeting(id))
  return { findings, reads: reads.names(), open: [...check.open.values()] }
}

/** A ledger of findings for an archive, going on from what is remembered. */
export function findingsLedger({ archive, sources }: Loaded, before: LedgerData<readonly Finding[]> | undefined): FindingsLedger {
  const fingerprints = Fingerprints.of(archive)
  const look = (kind: string, id: string): string => (kind === THERE ? String(isThere(sources, id)) : fingerprints.part(kind, id))
  return new Ledger(look, before, { look: fingerprints.facts, but: new Set([...APART, THERE]) })
}

/** Remembers what was found in a meeting. */
export function noteFindings(ledger: FindingsLedger, meeting: string, given: string, { findings, reads }: MeetingFindings): void {
  const parts = reads.map((part) => ledger.parts.of(...part))
  ledger.note(meeting, given, parts, findings)
}

type RulesByScope = ReadonlyMap<keyof Subjects, readonly Rule[]>

function byScope(rules: readonly Rule[]): RulesByScope {
  const sorted = new Map<keyof Subjects, Rule[]>()
  for (const rule of rules) sorted.set(rule.scope, [...(sorted.get(rule.scope) ?? []), rule])
  return sorted
}

const RULES = byScope(allRules)
const RULE_BY_ID: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.id, rule]))

class Check {
  readonly context: RuleContext
  readonly #rules: RulesByScope

  constructor(rules: RulesByScope, context: RuleContext) {
    this.#rules = rules
    this.context = context
  }

  /** What the rules for files, texts, punkter and meetings say of one meeting. */
  meeting(meeting: Meeting): Finding[] {
    const punkter = this.context.archive.punkterOf(meeting.id)
    return [
      ...this.texts(meeting.file),
      ...punkter.flatMap((punkt) => [...this.texts(punkt.file, punkt), ...this.run('punkt', [punkt])]),
      ...this.run('meeting', [meeting]),
    ]
  }

  texts(file: string, punkt?: Punkt): Finding[] {
    return [...this.run('text', this.context.textsOf(file, punkt)), ...this.run('file', this.context.wholeOf(file, punkt))]
  }

  run<Scope extends keyof Subjects>(scope: Scope, subjects: readonly Subjects[Scope][]): Finding[] {
    const fitting = (this.#rules.get(scope) ?? []) as readonly Rule<Scope>[]
    const findings: Finding[] = []
    for (const subject of subjects) {
      for (const rule of fitting) {
        findings.push(...this.ask(rule, subject))
      }
    }
    return findings
  }

  /** What one rule says of one of a meeting's files. */
  one(id: string, meeting: Meeting, file: string, punkt: Punkt | undefined): Finding[] {
    const rule = RULE_BY_ID.get(id)
    if (rule?.scope === 'meeting') return this.ask(rule as Rule<'meeting'>, meeting)
    if (rule?.scope === 'text') return this.context.textsOf(file, punkt).flatMap((piece) => this.ask(rule as Rule<'text'>, piece))
    if (rule?.scope === 'file') return this.context.wholeOf(file, punkt).flatMap((piece) => this.ask(rule as Rule<'file'>, piece))
    return rule && punkt ? this.ask(rule as Rule<'punkt'>, punkt) : []
  }

  protected ask<Scope extends keyof Subjects>(rule: Rule<Scope>, subject: Subjects[Scope]): Finding[] {
    const findings: Finding[] = []
    for (const remark of rule.check(subject, this.context)) findings.push({ severity: rule.severity, rule: rule.id, ...remark })
    return findings
  }
}

/** Leaves open what a meeting cannot answer alone. */
class FirstCheck extends Check {
  readonly open = new Map<string, FirstLook['open'][number]>()

  protected override ask<Scope extends keyof Subjects>(rule: Rule<Scope>, subject: Subjects[Scope]): Finding[] {
    try {
      return super.ask(rule, subject)
    } catch (error) {
      if (!(error instanceof BeyondMeeting) || !('file' in subject)) throw error
      this.open.set(`${rule.id} ${subject.file}`, { rule: rule.id, file: subject.file })
      return []
    }
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
