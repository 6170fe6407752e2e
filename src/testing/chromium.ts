import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/**
 * Starts a real Chromium: the one that `CHROMIUM` names, Playwright's own, the system's, or the one that comes as an
 * npm package (Linux x64), so that `npm install` is enough on a bare machine.
 * @throws Error with the way out where none can be had
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findInstalled() ?? (await unpackBundled())
  return chromium.launch({ executablePath, chromiumSandbox: false, args: FLAGS })
}

function findInstalled(): string | undefined {
  const candidates = [process.env['CHROMIUM'], playwrightsOwn(), '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return candidates.find((candidate) => candidate !== undefined && existsSync(candidate))
}

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath()
  } catch {
    return undefined
  }
}

/** The browser unpacks itself into the temporary folder: kept below node_modules, so that it is done once. */
async function unpackBundled(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install one (npx playwright install chromium) or name one in the variable CHROMIUM.')
  }
  const cache = path.resolve('node_modules/.cache/chromium')
  await mkdir(cache, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = cache
  try {
    const { default: bundled } = await import('@sparticuz/chromium')
    return await bundled.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
