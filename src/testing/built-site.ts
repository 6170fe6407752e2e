import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildSite } from '../build/build.ts'
import { hostFolder } from './static-host.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the shipped content, built and served by a plain file host. */
    siteUrl: string
    /** Folder in which it was built. */
    siteFolder: string
  }
}

/** Builds the shipped content once for all tests, just as `npm run build` does, and serves it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = path.resolve('node_modules/.cache/referatarkiv', `site-${process.pid}`)
  const { published, findings } = await buildSite({ content: 'content', output: folder })
  if (!published)
    throw new Error(`The shipped content has errors: ${JSON.stringify(findings.filter(({ severity }) => severity === 'error'))}`)
  const host = await hostFolder(folder)
  project.provide('siteUrl', host.url)
  project.provide('siteFolder', folder)
  return async () => {
    await host.close()
    await rm(folder, { recursive: true, force: true })
  }
}
