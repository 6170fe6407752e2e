/** What a path in the content folder is, by the layout in which clerks commit. */
export type ContentPath =
  | { readonly kind: 'site' }
  | { readonly kind: 'authority' | 'logo'; readonly authority: string }
  | { readonly kind: 'udvalg'; readonly authority: string; readonly udvalg: string }
  | {
      readonly kind: 'meeting' | 'punkt' | 'bilag' | 'digest'
      readonly authority: string
      readonly udvalg: string
      readonly folder: string
      readonly name: string
    }
  | { readonly kind: 'misnamed-meeting' | 'misnamed-punkt'; readonly folder: string; readonly name: string }
  | { readonly kind: 'stray' }

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const MEETING_FOLDER = /^\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+(?:-[a-z0-9]+)*)?$/
const PUNKT_FILE = /^\d{1,4}-[a-z0-9]+(?:-[a-z0-9]+)*\.md$/
const LOGO_FILE = /^[a-z0-9-]+\.(?:svg|png|webp)$/

/** Name of the file that holds the digest of approved minutes, in the meeting's folder. */
export const DIGEST_FILE = 'godkendt.json'

/** Tells what a content path is. Folder and file names are ASCII slugs, so that addresses are stable on every file host. */
export function classifyPath(path: string): ContentPath {
  const parts = path.split('/')
  const [authority = '', udvalg = '', folder = '', name = ''] = parts
  if (path === 'index.md') return { kind: 'site' }
  if (!SLUG.test(authority)) return { kind: 'stray' }
  if (parts.length === 2 && udvalg === 'index.md') return { kind: 'authority', authority }
  if (parts.length === 2 && LOGO_FILE.test(udvalg)) return { kind: 'logo', authority }
  if (parts.length < 3 || !SLUG.test(udvalg)) return { kind: 'stray' }
  if (parts.length === 3) return folder === 'index.md' ? { kind: 'udvalg', authority, udvalg } : { kind: 'stray' }
  if (!MEETING_FOLDER.test(folder)) return { kind: 'misnamed-meeting', folder: `${authority}/${udvalg}/${folder}`, name }
  const place = { authority, udvalg, folder, name }
  if (parts.length === 4 && name === 'index.md') return { kind: 'meeting', ...place }
  if (parts.length === 4 && name === DIGEST_FILE) return { kind: 'digest', ...place }
  if (parts.length === 4 && PUNKT_FILE.test(name)) return { kind: 'punkt', ...place }
  if (parts.length === 4 && name.endsWith('.md')) return { kind: 'misnamed-punkt', folder: `${authority}/${udvalg}/${folder}`, name }
  if (name === 'bilag') return { kind: 'bilag', ...place, name: parts.slice(3).join('/') }
  return { kind: 'stray' }
}

/** Folder names that the site's own pages take: an authority or a body of that name would have no address of its own. */
export const TAKEN_NAMES = {
  authority: new Set(['assets', 'beslutninger', 'emner', 'om', 'pagefind', 'soeg', 'tilgaengelighed', 'vejledning']),
  udvalg: new Set(['aabne-sager', 'daekning', 'ord', 'personer', 'sager', 'udvalg']),
} as const
