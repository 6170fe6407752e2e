import { readFileSync } from 'node:fs'

/** What `npm run NAME` gives Node: a test runs a command so, without npm's own words around it. */
export function npmScript(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  const [node, ...words] = scripts[name]?.split(' ') ?? []
  if (node !== 'node') throw new Error(`npm run ${name} is no run of Node.`)
  return words
}
