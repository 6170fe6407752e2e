import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { npmScript } from './npm-script.ts'
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
  await promisify(execFile)(process.execPath, [...npmScript('build'), '--output', folder], { maxBuffer: 64e6 })
  const host = await hostFolder(folder)
  project.provide('siteUrl', host.url)
  project.provide('siteFolder', folder)
  return async () => {
    await host.close()
    await rm(folder, { recursive: true, force: true })
  }
}
