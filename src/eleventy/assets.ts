import { createHash } from 'node:crypto'
import path from 'node:path'

/** Files that a visitor's browser may ask for, by the name of what they become. The search page's own style is for that page alone. */
const ENTRIES = {
  css: 'src/browser/css/site.css',
  searchStyle: 'src/browser/css/pages/search.css',
  search: 'src/browser/search/search.ts',
  searchEngine: 'src/browser/search/engine-worker.ts',
} as const

/** The site's own style and script, bundled. Their names carry a digest, so that a browser may keep them for ever. */
export interface Assets {
  /** Address of each by its key, from the site's root. */
  readonly urls: Readonly<Record<keyof typeof ENTRIES, string>>
  readonly files: readonly { readonly url: string; readonly contents: string | Uint8Array }[]
}

/** Bundles style and script from `src/browser`, with the authorities' own style after the site's. Same source, same bytes and names. */
export async function bundleAssets(authorityStyles = ''): Promise<Assets> {
  // Most builds remember what it gave, and need not load it.
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: Object.entries(ENTRIES).map(([out, source]) => ({ in: source, out })),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome109', 'firefox115', 'safari16'],
    outdir: 'assets',
    legalComments: 'none',
  })
  const files = result.outputFiles.map((file) => {
    const { name, ext } = path.parse(file.path)
    const contents = name === 'css' ? `${file.text.trimEnd()}${authorityStyles}\n` : file.contents
    const digest = createHash('sha256').update(contents).digest('hex').slice(0, 10)
    return { key: name, url: `/assets/${name}-${digest}${ext}`, contents }
  })
  return {
    urls: Object.fromEntries(files.map(({ key, url }) => [key, url])) as Assets['urls'],
    files: files.map(({ url, contents }) => ({ url, contents })),
  }
}
