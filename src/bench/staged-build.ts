import { buildSite } from '../build/build.ts'

/** Builds as `npm run build` does and tells on standard output, as JSON, where the time went: for the bench, which runs it by itself. */
const [content = '', output = '', ...flags] = process.argv.slice(2)
const { stages, pages, written } = await buildSite({ content, output, anew: flags.includes('--no-cache') })
process.stdout.write(JSON.stringify({ stages, pages, written }))
