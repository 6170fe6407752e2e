import type { BuildResult } from '../src/build/build.ts'

/** What a published build comes to, in Danish: pages, what was written and what was left, and where the time went. */
export function describeBuild({ pages, written, removed, stages }: BuildResult, output: string, seconds: number): string {
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  const gone = removed > 0 ? `, ${removed} fjernet` : ''
  return [
    `Udgivet i ${output}: ${pages} sider på ${danish(seconds)} s, hukommelse ${memory} MB. ${written} filer skrevet${gone}, resten er som før.`,
    stages.map(({ name, seconds: time }) => `${name} ${danish(time)} s`).join(' · '),
  ].join('\n')
}

/** Seconds in Danish: `12,3`, and `0,45` below one. */
export function danish(seconds: number): string {
  return seconds.toFixed(seconds < 1 ? 2 : 1).replace('.', ',')
}
