/**
 * Runs a command of this folder (`node scripts/launch.mjs build …`) from a bundle of the project: loading three hundred
 * modules of TypeScript one by one takes longer than much of what the commands do. The bundle lies in `.cache/` under a
 * digest of the code, and is made where there is none. JavaScript, for nothing that reads TypeScript is loaded yet.
 */
import crypto from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const CACHES = path.join(PROJECT, '.cache')

const COMMANDS = ['approve', 'build', 'import', 'join', 'new', 'start', 'validate']
/** What threads and processes of their own run, and what Eleventy loads: they share the commands' modules. */
const BESIDE = [
  'src/build/crew-worker.ts',
  'src/search/shard-process.ts',
  'src/import/draft-worker.ts',
  'src/preview/preview-thread.ts',
  'eleventy.config.ts',
]

/** Packages of many modules, which are taken in. All others find files beside themselves, or are Eleventy's too and must be the same. */
const TAKEN_IN = /^(?:zod|yaml|gray-matter|luxon|htmlparser2)(?:\/|$)/

/** How long a bundle of other code is kept, in ms: a command may still be running from it. */
const KEPT = 24 * 60 * 60 * 1000

const [, , command = '', ...words] = process.argv
refuseOldNode()
if (!COMMANDS.includes(command)) throw new Error(`There is no command ${command}: ${COMMANDS.join(', ')}.`)
const file = await commandFile()
process.argv = [process.execPath, file, ...words]
await import(pathToFileURL(file).href)

/** An older Node would only say that something of its own is missing. */
function refuseOldNode() {
  const { engines } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8'))
  const least = engines.node.replace('>=', '')
  if (process.versions.node.localeCompare(least, 'en', { numeric: true }) >= 0) return
  console.error(`Referatarkiv kræver Node ${least} eller nyere; her er Node ${process.versions.node}. Hent en ny på https://nodejs.org/.`)
  process.exit(2)
}

/** The command in the bundle; its source where no bundle can be written. */
async function commandFile() {
  const folder = path.join(CACHES, `program-${digest()}`)
  try {
    if (!existsSync(folder)) await bundle(folder)
    return path.join(folder, `${command}.mjs`)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
    const { register } = await import('tsx/esm/api')
    register()
    return path.join(PROJECT, 'scripts', `${command}.ts`)
  }
}

/** Changes with the code, its dependencies and Node. */
function digest() {
  const sources = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(PROJECT, folder), { recursive: true })
      .filter((name) => /(?<!\.test)\.m?[tj]s$/.test(name))
      .map((name) => path.join(folder, name)),
  )
  const files = [...sources.sort(), 'eleventy.config.ts', 'package.json', 'node_modules/.package-lock.json']
  const digests = files.map((name) => `${name} ${crypto.hash('sha1', readFileSync(path.join(PROJECT, name)))}`)
  return crypto.hash('sha1', [process.version, ...digests].join('\n')).slice(0, 16)
}

/** Makes the bundle, and takes away those of other code that nothing runs from any more. */
async function bundle(folder) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: PROJECT,
    entryPoints: [...COMMANDS.map((name) => `scripts/${name}.ts`), ...BESIDE].map((name) => ({ in: name, out: path.parse(name).name })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    plugins: [{ name: 'packages', setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, external) }],
  })
  // Written beside and moved in one step: another command may be making the same one.
  const made = `${folder}-${process.pid}`
  mkdirSync(made, { recursive: true })
  for (const { path: target, contents } of outputFiles) writeFileSync(path.join(made, path.basename(target)), contents)
  try {
    renameSync(made, folder)
  } catch (error) {
    rmSync(made, { recursive: true })
    if (!existsSync(folder)) throw error
  }
  for (const name of readdirSync(CACHES)) {
    const other = path.join(CACHES, name)
    if (name.startsWith('program-') && Date.now() - statSync(other).mtimeMs > KEPT) rmSync(other, { recursive: true, force: true })
  }
}

function external({ path: name, importer }) {
  if (importer === '' || importer.includes('node_modules') || TAKEN_IN.test(name)) return undefined
  return { external: true }
}
