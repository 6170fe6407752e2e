import { OUTCOMES } from '../referat/beslutning.ts'
import type { AzGroup } from './az.ts'
import type { BilagItem } from './bilag-view.ts'
import type { BodyItem } from './body-item.ts'
import { drawingExamples } from './drawing-examples.ts'
import { type MeetingItem, STATUS_LABELS } from './meeting-item.ts'
import type { OutcomeView } from './outcome-view.ts'
import type { PunktItem } from './punkt-item.ts'
import type { RettelseView } from './rettelse-view.ts'
import type { Treatment } from './treatments.ts'
import { urls } from './urls.ts'
import type { VoteRow } from './vote-view.ts'

/** The page that shows the components; the links of the examples lead to it. */
const HERE = '/vejledning/komponenter/'

const LONG_TITLE =
  'Godkendelse af tillæg nr. 14 til spildevandsplan 2022-2030 vedrørende separatkloakering af opland G12, herunder ændring af udløb U7, optagelse af ejendommene Søndergade 2-48 og Åbakken 1-19, ophævelse af tilslutningspligten for 3 ejendomme i det åbne land samt igangsætning af 8 ugers offentlig høring med efterfølgende behandling i kommunalbestyrelsen inden udgangen af 2. kvartal'

const outcome = (id: OutcomeView['id'], label: string): OutcomeView => ({ id, label, derived: false })

const OUTCOME_STATES: readonly OutcomeView[] = [
  ...OUTCOMES.map(({ id, label }) => outcome(id, label)),
  outcome('missing', 'Ingen beslutning'),
  outcome('closed', 'Lukket punkt'),
  outcome('pending', 'Ikke behandlet endnu'),
  outcome('cancelled', 'Mødet aflyst'),
]

const punkt = (given: Partial<PunktItem>): PunktItem => ({
  url: HERE,
  number: '3',
  title: 'Ny cykelsti langs Åvej',
  outcomes: [outcome('approved', 'Godkendt')],
  meetingDate: '2026-03-24',
  meetingUrl: HERE,
  bodyName: 'Kommunalbestyrelsen',
  authorityId: '',
  authorityName: 'Søby Kommune',
  decisionText: 'Indstillingen blev godkendt med 12 stemmer mod 3.',
  sagsnummer: { written: '05.05.00-P20-4-26', url: HERE },
  closed: false,
  ...given,
})

const meeting = (given: Partial<MeetingItem>): MeetingItem => ({
  url: HERE,
  date: '2026-03-24',
  status: 'godkendt',
  statusLabel: STATUS_LABELS[given.status ?? 'godkendt'],
  bodyName: 'Kommunalbestyrelsen',
  bodyUrl: HERE,
  authorityId: '',
  authorityName: 'Søby Kommune',
  punktCount: 7,
  titles: 'Ny cykelsti langs Åvej · Budget 2027 · Valg af næstformand',
  suffix: '',
  ...given,
})

const treatment = (given: Partial<Treatment>): Treatment => ({
  date: '2026-03-03',
  bodyName: 'Teknikudvalget',
  number: 'punkt 4',
  title: 'Ny cykelsti langs Åvej',
  url: HERE,
  outcomes: [outcome('recommended', 'Anbefalet')],
  note: '',
  ...given,
})

const body = (name: string, given: Partial<BodyItem> = {}): BodyItem => ({
  name,
  url: HERE,
  type: 'fagudvalg',
  meetingCount: 12,
  latest: { date: '2026-03-03', url: HERE },
  ...given,
})

/** What the page of components shows: each component with the states that it can be in. Data only; the templates are the site's own. */
export const componentExamples = () =>
  ({
    outcomes: OUTCOME_STATES,
    statuses: [
      { id: 'dagsorden', label: 'Dagsorden – ikke behandlet endnu' },
      { id: 'kladde', label: 'Kladde til referat' },
      { id: 'referat', label: 'Referat – ikke registreret som godkendt' },
      { id: 'godkendt', label: 'Godkendt referat' },
      { id: 'aflyst', label: 'Aflyst' },
    ],
    decisions: [
      { outcomes: [outcome('approved', 'Godkendt')], derived: false, words: 'Indstillingen blev godkendt.' },
      { outcomes: [outcome('rejected', 'Afvist')], derived: true, words: 'Ansøgningen kan ikke imødekommes.' },
      { outcomes: [outcome('postponed', 'Udsat')], derived: true, words: 'Sagen blev udsat til mødet i maj.' },
      {
        outcomes: [outcome('recommended', 'Anbefalet'), outcome('hearing', 'Sendt i høring')],
        derived: false,
        words: 'Udvalget anbefaler, at forslaget sendes i høring i 8 uger.',
      },
      { outcomes: [outcome('missing', 'Ingen beslutning')], derived: false, words: '' },
      { outcomes: [outcome('closed', 'Lukket punkt')], derived: false, words: '' },
    ],
    punkter: [
      punkt({}),
      punkt({ title: LONG_TITLE, outcomes: [outcome('approved-amended', 'Godkendt med ændringer'), outcome('hearing', 'Sendt i høring')] }),
      punkt({ title: 'Salg af grund', outcomes: [outcome('closed', 'Lukket punkt')], decisionText: '', closed: true }),
    ],
    meetings: [
      meeting({ status: 'dagsorden', date: '2026-04-28' }),
      meeting({ status: 'aflyst', date: '2026-04-07', punktCount: 0, titles: '' }),
      meeting({ status: 'godkendt', suffix: 'ekstraordinært møde', punktCount: 1, titles: 'Nyt tag på svømmehallen' }),
      meeting({ status: 'referat', date: '2026-02-24', punktCount: 80 }),
    ],
    bodies: [
      {
        label: 'Politiske udvalg',
        bodies: [body('Kommunalbestyrelsen', { next: { date: '2026-04-28', url: HERE } }), body('Teknikudvalget')],
      },
      { label: 'Råd og bestyrelser', bodies: [{ name: 'Ungerådet', url: HERE, type: 'råd', meetingCount: 0 } satisfies BodyItem] },
      { label: 'Nedlagte udvalg', bodies: [body('Kulturudvalget', { closedDown: '2025-12-31' })] },
    ],
    course: [
      treatment({}),
      treatment({ date: '2026-03-16', bodyName: 'Økonomiudvalget', number: 'punkt 2' }),
      {
        date: '2025-11-04',
        bodyName: 'Trafikrådet',
        number: '',
        title: '',
        outcomes: [],
        note: 'Mødet er ikke i arkivet.',
      } satisfies Treatment,
    ],
    vote: [
      { label: 'For', count: '12', names: ['Socialdemokratiet (A)', 'Venstre (V)'] },
      { label: 'Imod', count: '3', names: ['Landsbylisten (L)'] },
      { label: 'Undlod', count: '1', names: [] },
    ] satisfies VoteRow[],
    absences: ['Karen Holm (A) deltog ikke: inhabil.'],
    bilag: [
      { title: 'Kort over stien', url: HERE, note: 'PDF, 1,2 MB' },
      { title: 'Høringssvar', note: 'filen er ikke i arkivet' },
    ] satisfies BilagItem[],
    closedBilag: 'Et bilag er ikke offentligt.',
    rettelser: [
      { date: '2026-04-02', label: 'Faktuel rettelse', text: 'Stiens længde er rettet.', before: '1.450 meter', after: '1.540 meter' },
      { date: '2026-04-09', label: 'Personoplysninger fjernet', text: 'Et navn er taget ud.' },
    ] satisfies RettelseView[],
    facts: [
      { term: 'Tid', value: 'kl. 17.00–19.35' },
      { term: 'Sted', value: 'Mødesalen' },
      { term: 'Udvalg', value: 'Kommunalbestyrelsen', url: HERE },
    ],
    letters: ['A', 'B', 'Å'].map(
      (initial): AzGroup => ({
        initial,
        items: [{ label: `${initial}gade`, url: HERE, note: '2 punkter' }],
      }),
    ),
    paging: {
      number: 4,
      count: 12,
      url: urls.guide,
      previous: HERE,
      next: HERE,
      links: [
        { number: 1, url: HERE, current: false },
        { gap: true },
        { number: 3, url: HERE, current: false },
        { number: 4, url: HERE, current: true },
        { number: 5, url: HERE, current: false },
        { gap: true },
        { number: 12, url: HERE, current: false },
      ],
    },
    drawings: drawingExamples(),
  }) as const
