import { benchPart } from './bench-part.ts'

export const pages = benchPart({
  does: 'hvad en side af hver slags koster første gang: bytes, hentninger, ryk',
  help: `Brug: npm run bench -- pages [--content MAPPE] [--json FIL]

Åbner en side af hver slags i en browser med tomt lager og måler, hvad der hentes.

  --content MAPPE   det indhold, der bygges (content)
`,
  options: { content: { type: 'string', default: 'content' } },
  async measure({ content }) {
    const { benchWeight, weightTable } = await import('../src/bench/page-weight.ts')
    const weights = await benchWeight(content)
    return { tables: [weightTable(weights)], data: weights }
  },
})
