import { foldLabel } from '../referat/collation.ts'
import { BODY, bodyText } from './example-archive.ts'
import { quote } from './quote.ts'
import type { Rule } from './rule.ts'

export const udvalgNavn: Rule<'authority'> = {
  id: 'udvalg-navn',
  severity: 'error',
  scope: 'authority',
  about: 'Et navn eller alias må kun høre til ét udvalg hos myndigheden, ellers er en henvisning tvetydig.',
  good: [{ name: 'aliases of its own', files: { [BODY]: bodyText('aliaser: [Kommunalbestyrelsen, KB]') } }],
  bad: [
    {
      name: "an alias that is another's name",
      files: { [BODY]: bodyText('aliaser: [teknikudvalget]') },
      finds: [
        {
          file: 'fjordkoebing/teknikudvalget/index.md',
          line: 2,
          message: 'Navnet "Teknikudvalget" hører også til fjordkoebing/byraadet/index.md.',
        },
      ],
    },
  ],
  *check(authority, { archive, at }) {
    const owners = new Map<string, string>()
    for (const { file, name, aliases } of archive.bodiesOf(authority.id)) {
      const places = [{ written: name, path: ['navn'] }, ...aliases.map((written, index) => ({ written, path: ['aliaser', index] }))]
      for (const { written, path } of places) {
        const owner = owners.get(foldLabel(written))
        if (owner === undefined) owners.set(foldLabel(written), file)
        else if (owner !== file)
          yield {
            ...at(file, path),
            message: `Navnet ${quote(written)} hører også til ${owner}.`,
            hint: 'Ret det ene, eller slet aliaset.',
          }
      }
    }
  },
}
