/** A block of an invented referat, as every writer in this folder sets it. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly (string | { readonly text: string; readonly inner: readonly string[] })[]
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

export interface InventedSection {
  readonly heading: string
  readonly blocks: readonly Block[]
}

export interface InventedPunkt {
  readonly number: number
  readonly title: string
  readonly sagsnummer?: string
  readonly closed?: boolean
  readonly sections: readonly InventedSection[]
  readonly bilag: readonly string[]
}

export interface InventedMeeting {
  readonly authority: string
  readonly udvalg: string
  readonly when: string
  readonly place: string
  readonly present: readonly string[]
  readonly apologies: readonly string[]
  readonly punkter: readonly InventedPunkt[]
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const section = (heading: string, ...blocks: Block[]): InventedSection => ({ heading, blocks })

/** One meeting that never was, with what makes minutes hard: long paragraphs over pages, lists in lists, a table, a closed punkt. */
export const MEETING: InventedMeeting = {
  authority: 'Vadby Kommune',
  udvalg: 'Teknik- og Miljøudvalget',
  when: 'Onsdag den 5. marts 2025 kl. 15:00',
  place: 'Mødelokale 3, Vadby Rådhus',
  present: ['Karen Lund (A) (formand)', 'Jens Åby (V)', 'Mia Holt (F)', 'Ib Dam (Ø)'],
  apologies: ['Sanne Vest (C)'],
  punkter: [
    {
      number: 31,
      title: 'Godkendelse af dagsorden',
      sagsnummer: '00.22.00P35-1-25',
      sections: [section('Beslutning', paragraph('Dagsordenen blev godkendt.'))],
      bilag: [],
    },
    {
      number: 32,
      title: 'Ny cykelsti langs Søvejen',
      sagsnummer: '05.01.02P20-4-24',
      sections: [
        section('Resumé', paragraph('Udvalget skal tage stilling til en ny cykelsti på 2,4 km mellem Vadby Station og Søndre Skole.')),
        section(
          'Sagsfremstilling',
          ...Array.from({ length: 6 }, (_unused, index) =>
            paragraph(
              `Forvaltningen har i ${index + 1}. runde talt med grundejerne langs vejen, og de fleste ser gerne, at stien kommer til at ligge på vejens nordlige side, hvor der er plads til både træer og belysning. Bredden bliver 2,5 meter, og stien anlægges med asfalt, så den kan ryddes for sne om vinteren. Kommuneplanens retningslinjer for trafik og færdsel er fulgt, og høringssvarene er lagt ved sagen i deres helhed.`,
            ),
          ),
          paragraph('Projektet har tre dele:'),
          {
            kind: 'list',
            ordered: true,
            items: [
              'Jordarbejde og dræn',
              { text: 'Belægning', inner: ['asfalt på hele strækningen', 'fliser ved stationen'] },
              'Beplantning',
            ],
          },
          paragraph('Udgifterne fordeler sig således:'),
          {
            kind: 'table',
            rows: [
              ['Del', '2025', '2026'],
              ['Jordarbejde', '1.200.000', '0'],
              ['Belægning', '800.000', '950.000'],
              ['I alt', '2.000.000', '950.000'],
            ],
          },
          paragraph('Beløbene er i danske kroner og uden moms.'),
        ),
        section('Indstilling', paragraph('Forvaltningen indstiller, at cykelstien anlægges i 2025 og 2026.')),
        section('Beslutning', paragraph('Indstillingen blev godkendt. Ib Dam (Ø) stemte imod.')),
      ],
      bilag: ['Kort over cykelstien.pdf', 'Høringssvar fra grundejere.pdf'],
    },
    {
      number: 33,
      title: 'Salg af grund ved havnen',
      sagsnummer: '13.06.02G10-7-25',
      closed: true,
      sections: [section('Beslutning', paragraph('Den hemmelige køber Peder Grundgris fik grunden.'))],
      bilag: ['Hemmeligt tilbud.pdf'],
    },
    {
      number: 34,
      title: 'Høring om støj fra biblioteket',
      sagsnummer: '09.02.05K08-2-25',
      sections: [
        section('Indstilling', paragraph('Forvaltningen indstiller, at forslaget sendes i høring i otte uger.')),
        section('Beslutning', paragraph('Udsat til næste møde.')),
      ],
      bilag: [],
    },
    { number: 35, title: 'Eventuelt', sections: [section('Beslutning', paragraph('Intet.'))], bilag: [] },
  ],
}
