import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, inject, test } from 'vitest'

const folder = inject('siteFolder')
const compressed = (file: string): number => gzipSync(readFileSync(path.join(folder, file))).length
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\/punkt-[^/]+\/index\.html$/.test(file))

test('a punkt is at most 20 kB compressed with all that it asks for, in one style sheet and no script', () => {
  const heavy = pages.flatMap((file) => {
    const html = readFileSync(path.join(folder, file), 'utf8')
    const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) =>
      path.posix.join(path.posix.dirname(file), href),
    )
    const images = [...html.matchAll(/<img[^>]+src="([^"]+)"/g)].map(([, src = '']) => path.posix.join(path.posix.dirname(file), src))
    const bytes =
      [file, ...styles].reduce((sum, one) => sum + compressed(one), 0) +
      images.reduce((sum, one) => sum + statSync(path.join(folder, one)).size, 0)
    return bytes <= 20_000 && styles.length === 1 && !/<script[^>]+src=/.test(html) ? [] : [`${file}: ${bytes} bytes`]
  })
  expect(pages.length).toBeGreaterThan(50)
  expect(heavy).toEqual([])
})
