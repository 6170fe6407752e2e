import type { Severity } from '../findings/finding.ts'
import { OUTCOMES, type OutcomeId } from '../referat/beslutning.ts'
import { SAGSNUMMER_FORMATS, type SagsnummerFormat } from '../referat/sagsnummer.ts'
import { SECTION_LABELS, SECTION_NAMES, type SectionKey } from '../referat/section.ts'

/** The tables of the clerk's guide, made from the data that the archive itself reads by. */
export interface Guide {
  readonly outcomes: readonly { readonly id: OutcomeId; readonly key: string; readonly label: string; readonly phrase: string }[]
  readonly sections: readonly { readonly name: string; readonly labels: readonly string[] }[]
  readonly formats: readonly { readonly id: SagsnummerFormat; readonly example: string; readonly about: string }[]
  readonly rules: readonly { readonly heading: string; readonly about: string; readonly rules: readonly GuideRule[] }[]
}

/** What the guide says of a rule. */
export interface GuideRule {
  readonly id: string
  readonly severity: Severity
  readonly about: string
}

/** For each outcome a decision as clerks write it. */
const PHRASES: Readonly<Record<OutcomeId, string>> = {
  approved: 'Indstillingen blev godkendt.',
  'approved-amended': 'Godkendt med den ændring, at stien også får belysning.',
  rejected: 'Ansøgningen kan ikke imødekommes.',
  postponed: 'Sagen blev udsat.',
  recommended: 'Udvalget anbefaler indstillingen.',
  hearing: 'Forslaget sendes i offentlig høring i otte uger.',
  referred: 'Sagen oversendes til Økonomiudvalget.',
  elected: 'Karen Holm blev valgt.',
  noted: 'Taget til efterretning.',
  discussed: 'Udvalget drøftede sagen.',
  informed: 'Orientering givet.',
  nothing: 'Intet.',
  withdrawn: 'Punktet udgår.',
  other: 'Mødet slutter med en rundvisning på skolen.',
}

/** For each case-number format an example and the words by which a clerk knows it. */
const FORMATS: Readonly<Record<SagsnummerFormat, { readonly example: string; readonly about: string }>> = {
  sbsys: { example: '85.15.02-K07-1-25', about: 'SBSYS: KLE-nummer, facet, løbenummer og år. Bindestregen før facetten kan udelades.' },
  'kle-løbenr': { example: '00.01.00P35-0098', about: 'KLE-nummer, facet og løbenummer på fire cifre, uden år.' },
  'kle-år-nr': { example: '01.02G00 - 2017/27088', about: 'KLE-nummer, facet, år og nummer.' },
  'region-midt': { example: '1-21-78-5-16', about: 'Region Midtjylland: fem tal med bindestreger, det sidste er året.' },
  getorganized: { example: 'EMN-2024-033020', about: 'GetOrganized: tre bogstaver, år og nummer. Også S og år: S2016-1234.' },
  kommunekode: { example: '330-2018-3619', about: 'Kommunens kode, år og nummer.' },
  edoc: { example: '2019-0123456', about: 'eDoc: år og nummer på seks til otte cifre.' },
  'edoc-omvendt': { example: '018520-2013', about: 'Ældre eDoc: nummer på seks cifre og år.' },
  acadre: { example: '20/33839', about: 'Acadre: år, skråstreg og nummer.' },
  løbenummer: { example: '299835', about: 'Kun et tal. Det læses kun som sagsnummer i feltet sagsnummer og efter ord som »Sagsnr.«.' },
}

const SEVERITIES: readonly { readonly severity: Severity; readonly heading: string; readonly about: string }[] = [
  { severity: 'error', heading: 'Fejl', about: 'Arkivet bliver ikke udgivet, før de er rettet.' },
  { severity: 'warning', heading: 'Advarsler', about: 'Det ligner en fejl, men kan være rigtigt. Arkivet bliver udgivet.' },
  { severity: 'info', heading: 'Oplysninger', about: 'Godt at vide. Du behøver ikke gøre noget.' },
]

/** The tables of the clerk's guide. `rules` are the validator's. */
export function guide(rules: readonly GuideRule[]): Guide {
  return {
    outcomes: OUTCOMES.map(({ id, key, label }) => ({ id, key, label, phrase: PHRASES[id] })),
    sections: Object.entries(SECTION_LABELS)
      .filter(([key]) => key !== 'wrapper')
      .map(([key, labels]) => ({ name: SECTION_NAMES[key as SectionKey], labels: [...new Set(labels)] })),
    formats: SAGSNUMMER_FORMATS.map((id) => ({ id, ...FORMATS[id] })),
    rules: SEVERITIES.map(({ severity, heading, about }) => ({
      heading,
      about,
      rules: rules.filter((rule) => rule.severity === severity).sort((a, b) => (a.id < b.id ? -1 : 1)),
    })).filter((group) => group.rules.length > 0),
  }
}
