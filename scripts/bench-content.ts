import { benchPart } from './bench-part.ts'
import { CONTENT_HELP, CONTENT_OPTIONS, sizesOf } from './bench-size.ts'
import { Misuse } from './command.ts'

export const content = benchPart({
  does: 'laver et opdigtet arkiv i en mappe og måler ikke noget',
  help: `Brug: npm run bench -- content --output MAPPE [--meetings TAL] […]

Laver et opdigtet arkiv: sager, der går fra udvalg til udvalg, korte og lange punkter, afstemninger, fremmøde, bilag, lukkede
punkter, dagsordener og godkendte referater. Den samme størrelse og det samme tal til --seed giver de samme filer.

  --output MAPPE      hvor arkivet lægges
${CONTENT_HELP}`,
  options: { ...CONTENT_OPTIONS, output: { type: 'string' } },
  byName: true,
  async measure({ output, ...given }) {
    const [size, more] = sizesOf(given)
    if (output === undefined || !size || more) throw new Misuse('Skriv --output med en mappe, og kun ét tal til --meetings.')
    const { generateContent } = await import('../src/bench/content/generate.ts')
    const count = generateContent(output, size)
    return { tables: [{ title: output, head: ['møder', 'punkter', 'byte'], rows: [Object.values(count).map(String)] }], data: count }
  },
})
