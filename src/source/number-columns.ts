/** What is used of a token of markdown-it. */
interface Token {
  readonly type: string
  readonly content: string
  attrGet(name: string): string | number | null
  attrSet(name: string, value: string): void
}

interface Cell {
  readonly open: Token
  readonly text: string
}

/** A figure or an amount as Danes write it: 67, 1.250.000, 3,5 mio. kr., 12 %, −4. */
const FIGURE =
  /^[-–−+]?\s?\d[\d. \u00A0]*(?:,\d+)?(?:[ \u00A0]?(?:t\.?\s?kr\.?|mio\.?(?:\s?kr\.?)?|mia\.?(?:\s?kr\.?)?|kr\.?(?:,-)?|%|pct\.?))?$/i
const YEAR = /^(?:19|20)\d\d$/
const NOTHING = /^[-–—]?$/

/**
 * Gives the columns of figures the class `number`, so that ones stand under ones where the clerk set no alignment. The
 * first column names the rows, and years are names too: they stay as they are.
 */
export function alignNumberColumns(tokens: readonly Token[]): void {
  for (const rows of tablesOf(tokens)) {
    const [head, ...body] = rows
    head?.slice(1).forEach((_, index) => {
      const column = rows.flatMap((cells) => cells[index + 1] ?? [])
      const figures = body.map((cells) => cells[index + 1]?.text ?? '').filter((text) => !NOTHING.test(text))
      const untouched = column.every(({ open }) => open.attrGet('style') === null)
      if (untouched && figures.length > 0 && figures.every((text) => FIGURE.test(text)) && !figures.every((text) => YEAR.test(text))) {
        for (const { open } of column) open.attrSet('class', 'number')
      }
    })
  }
}

function tablesOf(tokens: readonly Token[]): Cell[][][] {
  const tables: Cell[][][] = []
  tokens.forEach((token, index) => {
    if (token.type === 'table_open') tables.push([])
    else if (token.type === 'tr_open') tables.at(-1)?.push([])
    else if (token.type === 'th_open' || token.type === 'td_open') {
      tables
        .at(-1)
        ?.at(-1)
        ?.push({ open: token, text: (tokens[index + 1]?.content ?? '').replaceAll('**', '').trim() })
    }
  })
  return tables
}
