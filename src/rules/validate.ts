import type { Loaded } from '../archive/archive.ts'
import { compareFindings, type Finding } from '../findings/finding.ts'
import { maskDigits } from '../findings/mask.ts'
import { allRules } from './all-rules.ts'
import { contextOf, type RuleContext } from './context.ts'
import type { Rule, Subjects } from './rule.ts'

/**
 * Everything there is to say about a loaded archive, in file order and without repeats: what loading found, and what
 * every rule finds. Digits that look like a CPR number are masked in messages and hints.
 */
export function validate(loaded: Loaded, rules: readonly Rule[] = allRules): Finding[] {
  const context = contextOf(loaded)
  const { archive } = loaded
  const findings = [...loaded.findings]
  run('text', texts(context))
  run('punkt', archive.punkter)
  run('meeting', archive.meetings)
  run('udvalg', archive.udvalg)
  run('authority', archive.authorities)
  run('archive', [archive])
  return withoutRepeats(findings.map(masked).sort(compareFindings))

  function run<Scope extends keyof Subjects>(scope: Scope, subjects: Iterable<Subjects[Scope]>): void {
    const fitting = rules.filter((rule): rule is Rule<Scope> => rule.scope === scope)
    for (const subject of subjects) {
      for (const rule of fitting) {
        for (const remark of rule.check(subject, context)) findings.push({ severity: rule.severity, rule: rule.id, ...remark })
      }
    }
  }
}

function* texts({ archive, textsOf }: RuleContext): Generator<Subjects['text']> {
  yield* textsOf(archive.site.file)
  for (const { file } of [...archive.authorities, ...archive.udvalg, ...archive.meetings]) yield* textsOf(file)
  for (const punkt of archive.punkter) yield* textsOf(punkt.file, punkt)
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
