import type { OutcomeId } from './beslutning.ts'

/** A phrase of decisions. `outcome: null` takes words out that look like an outcome and are none. */
export interface OutcomePhrase {
  readonly outcome: OutcomeId | null
  readonly pattern: RegExp
}

// All patterns run on one lower-case sentence. Edges are Unicode: `\b` would end a word before "ø".
const NOT_AFTER_ARTICLE = notAfter('den|det|de|en|et|tidligere|allerede|senest|nyligt|hidtil')
const BODY = '(?:\\p{L}*(?:udvalget|udvalg|rådet|bestyrelsen|direktionen|gruppen|nævnet|forummet|kommissionen|komiteen)|flertal(?:let)?)'
const MATTER = '(?:punktet|dagsordenspunktet|sagen|emnet|behandlingen|beslutningen|drøftelsen|drøftelserne|forslaget)'
const APPROVED_PARTICIPLE = 'godkendt|vedtaget|tiltrådt|bevilget|bevilliget|imødekommet|tilsluttet|frigivet'
const APPROVED_PASSIVE = 'godkendes|vedtages|tiltrædes|bevilges|bevilliges|imødekommes|frigives'
const APPROVED_WORD = `${APPROVED_PARTICIPLE}|${APPROVED_PASSIVE}`
const REJECTED_WORD = 'afvist|afvises|forkastet|forkastes|nedstemt|nedstemmes'
const RECOMMEND = `(?:anbefaler|anbefales|${NOT_AFTER_ARTICLE}anbefalede|anbefalet|indstiller|indstilles|indstillede)`
const AMENDMENT =
  '(?:\\p{L}*ændring(?:en|er|erne)?|\\p{L}*ændringsforslag(?:et)?|bemærkning(?:en|er|erne)?|tilføjelse(?:n|r|rne)?|rettelse(?:n|r|rne)?|præcisering(?:en|er|erne)?|justering(?:en|er|erne)?|tilretning(?:en|er|erne)?)'
const FOLLOWED = 'indstilling(?:en|erne) (?:blev |er |bliver |skal )?(?:følges|fulgt)|(?:følger|fulgte) (?:\\p{L}+ )?indstilling(?:en|erne)'
const HAS_BEEN = '(?<!\\p{L})(?:er|bliver|er blevet|blev|har)(?: \\p{L}+)?'
const DROPPED = 'udgår|udgik|udgået|udgå|aflyst|aflyses|bortfalder|bortfaldt|trukket|trækkes'
const SUBSIDIARY =
  '(?:\\p{L}*ændringsforslag(?:et|ene)?|modforslag(?:et)?|procedureforslag(?:et)?|forslag(?:et)? om (?:\\p{L}+ )?(?:udsættelse|tilbagesendelse|oversendelse|genoptagelse|tilføjelse|ændring))'
const NEW_OCCASION =
  '(?:næste|kommende|senere|fremtidigt|nyt|andet) (?:\\p{L}+ ){0,3}(?:møde|mødet|tidspunkt|dagsorden|udvalgsmøde|udvalgsmøder|møder)'

function notAfter(alternatives: string): string {
  return `(?<!(?<!\\p{L})(?:${alternatives}) )`
}

function words(alternatives: string, flags = 'gu'): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, flags)
}

function rest(opening: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${opening})(?!\\p{L}).*$`, 'gu')
}

const INFINITIVES: Readonly<Record<string, string>> = {
  godkende: 'godkendes',
  tiltræde: 'tiltrædes',
  vedtage: 'vedtages',
  bevilge: 'bevilges',
  imødekomme: 'imødekommes',
  frigive: 'frigives',
  følge: 'følger',
  udsætte: 'udsættes',
  genoptage: 'genoptages',
  sende: 'sendes',
  oversende: 'oversendes',
  fremsende: 'fremsendes',
  tilbagesende: 'tilbagesendes',
  henvise: 'henvises',
  afvise: 'afvises',
  forkaste: 'forkastes',
  anbefale: 'anbefales',
  indstille: 'indstilles',
  vælge: 'vælges',
  udpege: 'udpeges',
}
const RESOLVED =
  /(?<!\p{L})(?:beslutte[drt]e?|beslutter|enige? om|enighed om|vedtog|vedtaget),? (?:(?:ikke|enstemmigt) )?at (?:ikke )?(?=\p{L}+)/u
const INFINITIVE = new RegExp(`(?<=(?<!\\p{L})(?:at|at ikke|og) )(?:${Object.keys(INFINITIVES).join('|')})(?!\\p{L})`, 'gu')

/** "besluttede at udsætte sagen" put as "… at udsættes sagen", so that the phrases below find it; other infinitives stay as they are. */
export function resolveInfinitives(sentence: string): string {
  const resolved = RESOLVED.exec(sentence)
  if (!resolved) return sentence
  const from = resolved.index
  const put = sentence.slice(from).replace(INFINITIVE, (infinitive) => INFINITIVES[infinitive] ?? infinitive)
  // "vedtog at udsætte" passes no matter: it only says that the postponing was agreed on.
  return sentence.slice(0, from) + (put === sentence.slice(from) ? put : put.replace(/^vedt(?:og|aget)/, 'besluttet'))
}

/** How the fate of an amendment or a motion on procedure reads: not the decision, while there is another. */
export const SUBSIDIARY_REJECTED = new RegExp(
  `(?<!\\p{L})${SUBSIDIARY}(?!\\p{L})[^,;]*?(?<!\\p{L})(?:${REJECTED_WORD}|faldt|bortfaldt|bortfalder|ikke vedtaget|ikke godkendt)(?!\\p{L})`,
  'gu',
)

/** Consumed first and in this order: what they match is taken out of the sentence before the plain phrases are looked for. */
export const SPECIFIC_PHRASES: readonly OutcomePhrase[] = [
  // What a minority or a member wants is not what was decided.
  { outcome: null, pattern: rest('(?:et )?mindretal(?:let)?') },
  {
    outcome: null,
    pattern: rest(
      `(?<!${BODY} (?:\\p{L}+ )?)(?:foreslog|foreslår)|(?:stillede|stiller|fremsatte|fremsætter) (?:\\p{L}+ ){0,3}\\p{L}*forslag`,
    ),
  },
  {
    outcome: 'rejected',
    pattern: new RegExp(`(?<!\\p{L})${BODY} kan ikke (?:anbefale|tiltræde|godkende|imødekomme|støtte)(?!\\p{L}).*$`, 'gu'),
  },
  { outcome: null, pattern: rest('(?:kan|kunne) ikke (?:anbefale|tiltræde|godkende|imødekomme|støtte|stemme for)') },
  {
    outcome: 'approved-amended',
    pattern: new RegExp(`(?<!\\p{L})${SUBSIDIARY}(?!\\p{L})[^,;]*?(?<!\\p{L}|ikke )(?:${APPROVED_WORD})(?!\\p{L})`, 'gu'),
  },
  // What people were told of was decided elsewhere.
  { outcome: 'informed', pattern: rest('(?:orientering(?:en)?|orienteret|orienterede) om,? at(?!.*til efterretning)') },
  { outcome: null, pattern: words(`(?<=(?<!\\p{L})(?:om|omkring|vedrørende) (?:\\p{L}+ )?)(?:${APPROVED_PARTICIPLE})(?= \\p{L})`) },
  // Conditions and what is still to come.
  {
    outcome: null,
    pattern: new RegExp(
      `(?<!\\p{L})(?:inden|før|førend|når|hvis|såfremt|indtil|hvorvidt)(?!\\p{L})(?! (?:ikke|for)(?!\\p{L}))[^,.;]*?(?:${APPROVED_WORD}|tages op igen|genoptages|sendes i høring|udsættes|anbefales|afvises|drøftes)(?!\\p{L})`,
      'gu',
    ),
  },
  {
    outcome: null,
    pattern: words(`(?:indtil|efter at|(?<=(?:udsat|udsættes),? )til) [^,.;]{0,60}?${HAS_BEEN} (?:${APPROVED_PARTICIPLE})`),
  },
  { outcome: null, pattern: words(`som (?:\\p{L}+ )?${HAS_BEEN} (?:${APPROVED_PARTICIPLE})`) },
  {
    outcome: null,
    pattern: words(`(?:skal|skulle|forventes|bør|vil|ville|må) (?:\\p{L}+ ){0,4}?(?:${APPROVED_WORD}|drøftes|behandles og drøftes)`),
  },
  // Recommendations: what is recommended is not yet decided.
  {
    outcome: 'rejected',
    pattern: rest('kan (?:derfor )?ikke anbefales|anbefales (?:derfor )?ikke|anbefaler (?:derfor )?ikke|ikke anbefalet|indstilles ikke'),
  },
  { outcome: 'approved', pattern: /^(?:(?:vedtaget|besluttet|godkendt|tiltrådt) )?som indstillet[.!]?$/gu },
  {
    outcome: null,
    pattern: words(
      '(?:som|forvaltningen|administrationen|direktøren) (?:har )?(?:\\p{L}+ )?(?:anbefalet|indstillet|anbefaler|indstiller)|som (?:anbefales|indstilles)',
    ),
  },
  {
    outcome: 'recommended',
    pattern: new RegExp(
      `(?<!\\p{L})${RECOMMEND}(?!\\p{L})(?:(?!,? (?:og|samt|hvorefter) (?:\\p{L}+ )?(?:sendes|oversendes|fremsendes|videresendes|tilbagesendes)|;).)*`,
      'gu',
    ),
  },
  // What is put off to another meeting has not been discussed yet.
  {
    outcome: 'postponed',
    pattern: words(
      `(?:^|${MATTER} (?:[^,;.]{0,40} )?)(?:behandles|genbehandles|drøftes|forelægges|fremlægges|sættes på|overføres|flyttes|medtages|fortsætter|fortsættes)[^,;.]{0,40} ${NEW_OCCASION}`,
    ),
  },
  // Negation.
  {
    outcome: 'rejected',
    pattern: words(
      `${notAfter('hvis|såfremt')}ikke (?:(?!kun|blot|alene)\\p{L}+ ){0,2}?(?:${APPROVED_WORD}|taget til efterretning|tages til efterretning)|(?:taget|tages|tog|tager) ikke (?:\\p{L}+ ){0,2}?til efterretning`,
    ),
  },
  {
    outcome: 'rejected',
    pattern: words(
      'indstilling(?:en|erne) (?:blev |er |bliver )?(?:ikke (?:følges|fulgt)|følges ikke)|(?:følger|fulgte) ikke (?:\\p{L}+ )?indstilling(?:en|erne)',
    ),
  },
  {
    outcome: 'rejected',
    pattern: words(
      `(?:${APPROVED_PASSIVE}|godkender|vedtog|vedtager|tiltræder|tiltrådte|godkendte|imødekommer|imødekom)(?: (?!dog)\\p{L}+)?,? ikke`,
    ),
  },
  {
    outcome: null,
    pattern: words(
      'ikke (?:\\p{L}+ ){0,2}?(?:drøftet|behandlet|udsat|afvist|sendt|gennemgået|orienteret|valgt|udpeget|forkastet|anbefales)',
    ),
  },
  {
    outcome: 'nothing',
    pattern: words('ikke (?:(?:været|blevet) )?(?:afholdt|holdt) (?:\\p{L}+ ){0,2}?møder?|ikke (?:været )?(?:\\p{L}+ )?møder? (?:siden|i)'),
  },
  // Approved, but not as it stood; the change that follows belongs to it.
  {
    outcome: 'approved-amended',
    pattern: new RegExp(
      `(?<!\\p{L})(?:${APPROVED_WORD}|${FOLLOWED}|godkender|godkendte|vedtog|vedtager|tiltrådte|tiltræder)(?!\\p{L})(?:(?!(?<!\\p{L})uden(?!\\p{L}))[^.;])*?(?<!\\p{L})(?:(?<!(?:arbejdet|samtidig|sammen|forbindelse|enig|tilfreds) )med (?:[^,.;:]{0,60}? )?${AMENDMENT}|dog (?:således|med|sådan|at)|i ændret form|som ændret|med ovennævnte|idet følgende ændres)(?!\\p{L}).*$`,
      'gu',
    ),
  },
  {
    outcome: 'approved-amended',
    pattern: new RegExp(
      `(?<!\\p{L})med (?:[^,.;:]{0,60}? )?${AMENDMENT}(?!\\p{L}).*?(?<!\\p{L}|ikke )(?:${APPROVED_WORD})(?!\\p{L}).*$`,
      'gu',
    ),
  },
  { outcome: 'noted', pattern: words('(?:orientering\\p{L}*(?:(?!(?<!\\p{L})givet)[^.;])*?)?til efterretning') },
  {
    outcome: 'approved',
    pattern: words('(?:besluttet|vedtaget|afgjort) (?:i overensstemmelse med|i henhold til|jf\\.|jævnfør) indstilling(?:en|erne)'),
  },
]

/** What is left of a sentence is read by these, the strongest first. */
export const PLAIN_PHRASES: readonly OutcomePhrase[] = [
  {
    outcome: 'withdrawn',
    // Only the punkt or the meeting itself: "Godkendt, idet afsnit 3 udgår" withdraws nothing.
    pattern: words(
      `^(?:udgår|udgik|udgået|aflyst|aflyses)|^(?:punkt|pkt\\.?) ?\\d+\\p{L}? (?:\\p{L}+ ){0,2}?(?:${DROPPED})|(?:punktet|dagsordenspunktet|sagen|emnet|mødet) (?:(?!${APPROVED_WORD})[^,;.]){0,60}?(?<!\\p{L})(?:${DROPPED})|(?:forslaget|indstillingen|anmodningen) (?:\\p{L}+ ){0,2}?(?:trukket|trækkes)|(?:tages|taget|tage|udgår|udgået) (?:punktet |sagen )?af dagsordenen|(?:trukket|trækkes) (?:tilbage|af dagsordenen)`,
      'u',
    ),
  },
  {
    outcome: 'rejected',
    pattern: words(
      `${REJECTED_WORD}|${notAfter('den|det|de')}afviste|afviser|forkastede|(?:gives|meddeles|meddelt|givet|giver|gav|meddeler|meddelte) (?:[^,;.]{0,20} )?afslag|\\p{L}*(?:forslag(?:et|ene)?|indstilling(?:en|erne)) (?:[^,;.]{0,40} )?(?:faldt|bortfaldt|bortfalder)|afslået|afslås`,
      'u',
    ),
  },
  {
    outcome: 'approved',
    pattern: words(
      `${NOT_AFTER_ARTICLE}(?:${APPROVED_PARTICIPLE}|godkendte|tilsluttede sig)|${APPROVED_PASSIVE}|godkender|vedtog|vedtager|tiltrådte|tiltræder|bevilgede|bevilger|imødekom|imødekommer|tilslutter sig|frigiver|frigav|meddel(?:er|te|t|es) (?:\\p{L}+ )?\\p{L}*bevilling(?:en|er)?|${FOLLOWED}`,
      'u',
    ),
  },
  {
    outcome: 'postponed',
    pattern: words(
      `${notAfter('socialt|særligt|særlig|en|den')}udsat|udsættes|(?:${BODY} (?:\\p{L}+ )?udsatte|udsatte ${MATTER})|udsætter ${MATTER}|udskydes|udskudt|genoptages|genoptaget|(?:tages|optages|taget) (?:op )?(?:\\p{L}+ )?på (?:et |den |det )?${NEW_OCCASION}|(?:tages|taget|kommer) op igen|skal se (?:et|en|det|den) (?:opdateret|revideret|nyt|tilrettet|ny|opdaterede|reviderede)|forelægges (?:\\p{L}+ )?(?:igen|på ny|på et senere)|(?:stilles|sættes|sat|stillet) i bero|overføres til (?:næste|kommende|et senere)`,
      'u',
    ),
  },
  { outcome: 'recommended', pattern: words(RECOMMEND, 'u') },
  {
    outcome: 'hearing',
    pattern: words(
      '(?:(?:ud)?send(?:es|t|er|te)|fremlægges|fremlagt|udsendt|godkendt|vedtaget|lægges|lagt)(?: ud)? [^,;]{0,60}?(?<!\\p{L})(?:til|i) (?:[^,;.]{0,40} )?\\p{L}*høring',
      'u',
    ),
  },
  {
    outcome: 'referred',
    pattern: words(
      '(?:oversend|fremsend|tilbagesend|videresend|hjemsend)(?:es|t|er|te)|send(?:es|t|er|te) (?:[^,;.]{0,40} )?(?:tilbage|videre) til|hjemvis(?:es|t|er|te)|(?<!(?<!\\p{L})der )henvis(?:es|t)(?: [^,;.]{0,30})? til(?! (?:bilag|notat|punkt|pkt|vedlagte|vedhæftede|sagsfremstilling|referat|protokol|lov|§|ovenstående|det |den ))|videre til behandling|returneres|returneret',
      'u',
    ),
  },
  {
    outcome: 'elected',
    pattern: words(
      `udpeget|udpeges|udpegede|udpegedes|udpeger|valgt(?! at)|valgtes|vælges|genvalgt|genvælges|nyvalgt|${notAfter('den|det|de')}valgte(?! at)|konstitueret|konstituerede|konstituerer`,
      'u',
    ),
  },
  { outcome: 'discussed', pattern: words('drøftet|drøftes|drøftede|drøfter|debatteret|debatterede|diskuteret|diskuterede', 'u') },
  {
    outcome: 'informed',
    pattern: words(
      '\\p{L}*orientering(?:en|er|erne)? (?:(?:blev|er|er blevet|bliver) )?(?:givet|gives|afgivet|modtaget|fremlagt)|(?:givet|gav|gives|afgivet|fik|modtog) (?:\\p{L}+ ){0,4}?orientering|orientering(?:en|erne)? (?:om|omkring|ved|fra|vedr|vedrørende)|orienteret|orienterede|orienteredes|(?<!(?:^| )at [^.;]{0,80})orienterer|(?:taget|tages|til) (?:til )?orientering|gennemgået|gennemgik|gennemgås',
      'u',
    ),
  },
  { outcome: 'informed', pattern: /^orientering(?:en)?(?:[.!]?$| v[/.])/u },
]

/** Means that nothing came up, so it counts only in a sentence that says nothing else. */
export const NOTHING =
  /^(?:der (?:var|er|blev|har været) )?(?:intet|ingenting)(?!\p{L})|^ingen[.!]?$|(?<!\p{L})(?:intet (?:at (?:bemærke|berette|referere|tilføje)|nyt|aktuelt|under|til)|ingen (?:\p{L}+ ){0,2}?(?:bemærkninger|bemærkning|kommentarer|punkter|emner|indlæg))(?!\p{L})/u
