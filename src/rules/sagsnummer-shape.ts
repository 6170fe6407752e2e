import { parseSagsnummer, SAGSNUMMER_FORMATS, type SagsnummerFormat } from '../referat/sagsnummer.ts'

/** How each format looks, for a clerk. */
const LOOKS: Readonly<Record<SagsnummerFormat, string>> = {
  sbsys: '85.15.02-K07-1-25',
  'kle-løbenr': '00.01.00P35-0098',
  'kle-år-nr': '01.02G00 - 2017/27088',
  'region-midt': '1-21-78-5-16',
  getorganized: 'EMN-2024-033020',
  kommunekode: '330-2018-3619',
  edoc: '2019-0123456',
  'edoc-omvendt': '018520-2013',
  acadre: '20/33839',
  løbenummer: '299835',
}

const LOOSE_KLE =
  /^(?<group>\d{1,3})[. ]+(?<topic>\d{1,3})[. ]+(?<detail>\d{1,3})\s*[-–—]?\s*(?<letter>\p{L})\s?(?<facet>\d{1,3})(?:\s*[-–—]\s*(?<serial>\d+))?(?:\s*[-–—/]\s*(?<year>\d+))?$/u

/** What is wrong with a case number, and how it should look. Both are sentences in Danish. */
export interface ShapeFault {
  readonly fault: string
  readonly hint: string
}

/** Explains why a text is no case number in the formats that an authority uses (all where it names none). */
export function explainSagsnummer(written: string, formats: readonly SagsnummerFormat[]): ShapeFault {
  const used = formats.length > 0 ? formats : SAGSNUMMER_FORMATS
  const other = parseSagsnummer(written, SAGSNUMMER_FORMATS, { labelled: true })
  const looks = used.map((format) => LOOKS[format]).join(' eller ')
  if (other && other.format !== 'løbenummer') {
    return {
      fault: `har en form (${other.format}), som myndigheden ikke bruger`,
      hint: `Skriv det som ${looks}, eller føj ${other.format} til feltet sagsnummer i myndighedens index.md.`,
    }
  }
  const loose = LOOSE_KLE.exec(written.trim())?.groups
  if (loose && used.some((format) => format === 'sbsys' || format === 'kle-løbenr')) return explainKle(loose, used, looks)
  return { fault: 'har ikke form som et sagsnummer', hint: `Skriv det som ${looks}.` }
}

function explainKle(parts: Readonly<Record<string, string | undefined>>, used: readonly SagsnummerFormat[], looks: string): ShapeFault {
  const { group = '', topic = '', detail = '', letter = '', facet = '', serial, year } = parts
  const faults: string[] = []
  if ([group, topic, detail].some((part) => part.length !== 2)) faults.push('de tre første tal skal have to cifre hver')
  if (letter !== letter.toUpperCase()) faults.push('bogstavet skal være stort')
  if (facet.length !== 2) faults.push('der skal stå to cifre efter bogstavet')
  if (serial === undefined) faults.push('løbenummeret mangler')
  else if (year === undefined && used.includes('sbsys')) faults.push('årstallet mangler til sidst')
  else if (year !== undefined && year.length !== 2 && year.length !== 4) faults.push('årstallet skal have to eller fire cifre')
  const two = (digits: string): string => digits.slice(-2).padStart(2, '0')
  const nearest = `${two(group)}.${two(topic)}.${two(detail)}-${letter.toUpperCase()}${two(facet)}-${serial ?? '1'}-${year ?? 'åå'}`
  const shown = serial !== undefined && parseSagsnummer(nearest, used) ? `Mente du ${nearest}?` : `Skriv det som ${looks}.`
  return { fault: `er ikke skrevet rigtigt: ${faults.length > 0 ? faults.join(', ') : 'tegnene mellem tallene passer ikke'}`, hint: shown }
}
