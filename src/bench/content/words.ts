import { Random, Zipf } from './random.ts'

/** A noun with the forms that sentences need. */
export interface Noun {
  readonly bare: string
  readonly definite: string
  readonly plural: string
}

const STEMS =
  'skole cykel vej sti plan vand varme affald bolig børne ældre pleje kultur bibliotek budget regnskab anlæg drift bro havne mark skov natur klima energi trafik bus parkerings lokal kommune borger digital data personale løn arbejds ferie møde høring nabo byg bygge grund ejendoms tag fjern lys sport hal svømme musik teater park lege plads torve by land strand kyst jord miljø støj luft sundheds syge hjemme hjælpe tilskuds støtte aktivitets dag institutions tilbud forenings fritids ungdoms uddannelses erhvervs handels turist vindmølle sol kloak regn spilde bæk sø mose hede kirke gård hus rum mad køkken transport kørsels vinter sne salt græs træ hegn skilte tavle kort foto bog arkiv sags brev post netværks telefon system sikkerheds brand rednings politi råds udvalgs valg stemme leder medarbejder team projekt proces aftale kontrakt udbuds indkøbs vare pris takst gebyr skatte låne rente pulje midler ramme reserve tillægs flytte nedrivnings renoverings vedligeholds rengørings'.split(
    ' ',
  )
const HEADS =
  'ordning:en:er plan:en:er udvalg:et: projekt:et:er sti:en:er bro:en:er aftale:n:r pulje:n:r ramme:n:r gruppe:n:r rapport:en:er strategi:en:er politik:ken:ker indsats:en:er område:t:r anlæg:get: bygning:en:er vej:en:e plads:en:er hus:et:e tilbud:det: tilskud:det: gebyr:et:er takst:en:er budget:tet:ter regnskab:et:er analyse:n:r høring:en:er møde:t:r forslag:et: sag:en:er ansøgning:en:er bevilling:en:er løsning:en:er måling:en:er tælling:en:er kontrakt:en:er forening:en:er center:et:e bestand:en:e ledning:en:er grund:en:e skel:let: fond:en:e frist:en:er prøve:n:r uddannelse:n:r vejledning:en:er kampagne:n:r linje:n:r station:en:er hegn:et: skema:et:er register:et:e beredskab:et:er'.split(
    ' ',
  )
const ONSETS = 'b d f g h j k l m n p r s t v bl br dr fl fr gl gr kl kn kr pl pr sk sl sm sn sp st sv tr tv skr str'.split(' ')
const VOWELS = 'a e i o u y æ ø å'.split(' ')
const CODAS = 'd g k l m n r s t v ld lk lm lv mp nd ng nk rd rk rn rt sk st ft'.split(' ')
const ADJECTIVES =
  'nye fælles lokale samlede årlige nødvendige særlige grønne offentlige private tekniske økonomiske sociale faglige større mindre tidligere kommende forskellige enkelte mange flere gode vigtige lange korte hurtige billige åbne ældre unge'.split(
    ' ',
  )
const VERBS =
  'omfatter kræver viser medfører styrker ændrer erstatter følger dækker betaler bruger forventer foreslår vurderer undersøger beskriver samler deler åbner lukker flytter bygger renoverer måler tæller sikrer øger sænker fordeler forbedrer'.split(
    ' ',
  )
const INFINITIVES =
  'udvide bygge flytte samle forbedre undersøge måle dele åbne lukke ændre erstatte følge støtte sikre afholde udbyde forlænge anlægge renovere drive tilbyde begrænse fordele beskrive'.split(
    ' ',
  )

/** Sentences with places for words: N a noun, D definite, P plural, A adjective, V verb, I infinitive, # a number, S a place. */
const PATTERNS = [
  'D V A P, og D V P i S.',
  'Forvaltningen V, at D V # P om året.',
  'Der er i dag # P, som V D.',
  'D ved S er fra #, og A P V D.',
  'For at I D skal der bruges # kr. til P og N.',
  'Når D er færdig, V A P det meste af D.',
  'Det er aftalt med foreningerne, at P kan I D uden N.',
  'P og P er en del af D, men de A P V en N.',
  'Udgiften til D er # kr., og den kan holdes inden for D.',
  'Ved S har # borgere bedt om at få en N, der V P.',
  'Hvis D ikke bliver ændret, V det A P og D.',
  'D har været i høring, og der kom # svar fra P og naboer.',
  'Arbejdet med at I P begynder, når D er på plads, og varer # uger.',
  'Ved S V D både P og A P.',
  'Reglerne om P gælder også for D, selv om en N V noget andet.',
  'Til sammenligning V D i nabokommunen # P.',
  'Det vil tage # måneder at I D og I P.',
  'A P har vist, at D V mere, end man troede.',
  'Forvaltningen har siden sidst talt med P om N, N og N.',
  'En N af den slags V som regel # P, og det V D.',
]
const SLOT = /(?<![\p{L}\d])[NDPAVI#S](?![\p{L}\d])/gu

/**
 * An invented language that weighs on an index as Danish does: a few words everywhere, tens of thousands met now and
 * then, most of them compounds; the rest are words that no dictionary knows.
 */
export class Language {
  readonly #nouns: Zipf<Noun>
  readonly #adjectives: Zipf<string>
  readonly #verbs: Zipf<string>
  readonly #infinitives: Zipf<string>

  /** @param size how many nouns it has */
  constructor(seed: number, size = 60_000) {
    const random = new Random(seed)
    this.#nouns = new Zipf(Array.from({ length: size }, () => inventNoun(random)))
    this.#adjectives = new Zipf([
      ...ADJECTIVES,
      ...Array.from({ length: 400 }, () => `${inventWord(random)}${random.pick(['ige', 'ede', 'ske'])}`),
    ])
    this.#verbs = new Zipf([...VERBS, ...Array.from({ length: 300 }, () => `${inventWord(random)}${random.pick(['er', 'erer'])}`)])
    this.#infinitives = new Zipf([...INFINITIVES, ...Array.from({ length: 200 }, () => `${inventWord(random)}e`)])
  }

  noun(random: Random): Noun {
    return this.#nouns.draw(random)
  }

  adjective(random: Random): string {
    return this.#adjectives.draw(random)
  }

  infinitive(random: Random): string {
    return this.#infinitives.draw(random)
  }

  /** One sentence; `about` is the noun that it comes back to now and then, `places` where it may take place. */
  sentence(random: Random, places: readonly string[], about?: Noun): string {
    const text = random.pick(PATTERNS).replace(SLOT, (slot) => this.#fill(slot, random, places, about))
    return capital(text)
  }

  /** Sentences of together about `words` words. */
  paragraph(random: Random, words: number, places: readonly string[], about?: Noun): string {
    const sentences: string[] = []
    for (let written = 0; written < words; ) {
      const sentence = this.sentence(random, places, about)
      written += sentence.split(' ').length
      sentences.push(sentence)
    }
    return sentences.join(' ')
  }

  #fill(slot: string, random: Random, places: readonly string[], about: Noun | undefined): string {
    if (slot === '#') return String(random.between(2, 9) * 10 ** random.between(0, 4) + random.between(0, 9))
    if (slot === 'S') return random.pick(places)
    if (slot === 'A') return this.adjective(random)
    if (slot === 'V') return this.#verbs.draw(random)
    if (slot === 'I') return this.infinitive(random)
    const noun = about && random.chance(0.2) ? about : this.noun(random)
    return slot === 'N' ? noun.bare : slot === 'D' ? noun.definite : noun.plural
  }
}

function inventNoun(random: Random): Noun {
  const [head = '', definite = '', plural = ''] = random.pick(HEADS).split(':')
  const first = random.chance(0.35) ? inventWord(random) : random.pick(STEMS)
  const stem = first + (random.chance(0.2) ? random.pick(STEMS) : '')
  if (random.chance(0.15)) {
    const bare = stem.replace(/e$/, '') + random.pick(['ing', 'else', 'hed', 'skab'])
    return { bare, definite: `${bare}en`, plural: `${bare}er` }
  }
  return { bare: stem + head, definite: stem + head + definite, plural: stem + head + plural }
}

/** A word of one or two syllables, such as could be Danish. */
export function inventWord(random: Random): string {
  const syllable = (): string => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS)
  return random.chance(0.5) ? syllable() : syllable() + random.pick(VOWELS) + random.pick(CODAS)
}

/** The text with a capital first. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
