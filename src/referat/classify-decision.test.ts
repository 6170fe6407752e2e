import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyDecision, type OutcomeId } from './beslutning.ts'

const DECISIONS: readonly (readonly [string, readonly OutcomeId[]])[] = [
  // approved
  ['Godkendt', ['approved']],
  ['**Godkendt.**', ['approved']],
  ['Indstillingen blev tiltrådt.', ['approved']],
  ['Indstillingen tiltrædes.', ['approved']],
  ['Indstillingerne godkendt.', ['approved']],
  ['Vedtaget.', ['approved']],
  ['Et flertal vedtog indstillingen.', ['approved']],
  ['Et flertal i udvalget (A, F og V) godkendte forslaget.', ['approved']],
  ['Bevillingen på 200.000 kr. bevilget.', ['approved']],
  ['Ansøgningen imødekommet.', ['approved']],
  ['Indstillingen følges.', ['approved']],
  ['Indstillingen blev fulgt.', ['approved']],
  ['Byrådet følger indstillingen.', ['approved']],
  ['Besluttet som indstillet.', ['approved']],
  ['Godkendt uden bemærkninger.', ['approved']],
  ['Referatet blev godkendt uden ændringer.', ['approved']],
  ['Godkendt med 20 stemmer mod 5.', ['approved']],
  ['Sagen blev godkendt den 14. august 2025 kl. 10.', ['approved']],
  ['Godkendt.\n\nDe aktuelle sager vurderes af fagområderne.', ['approved']],
  // approved, but not as it stood
  ['Godkendt med den bemærkning, at afsnit 3 udgår.', ['approved-amended']],
  ['Godkendt med den ændring, at fristen udsættes til 1. maj.', ['approved-amended']],
  ['Indstillingen tiltrådt med følgende tilføjelse: Der evalueres årligt.', ['approved-amended']],
  ['Vedtaget med de faldne bemærkninger.', ['approved-amended']],
  ['Godkendt, dog således at planen gælder fra 2027.', ['approved-amended']],
  ['Med den ændring, at taksten hæves, blev forslaget godkendt.', ['approved-amended']],
  // rejected
  ['Ikke godkendt.', ['rejected']],
  ['Ansøgningen kan ikke imødekommes.', ['rejected']],
  ['Indstillingen blev ikke fulgt.', ['rejected']],
  ['Udvalget godkendte ikke forslaget.', ['rejected']],
  ['Forslaget godkendes ikke.', ['rejected']],
  ['Afvist.', ['rejected']],
  ['Forslaget blev nedstemt.', ['rejected']],
  ['Forslaget faldt.', ['rejected']],
  ['Forslaget blev forkastet.', ['rejected']],
  ['Kan ikke anbefales.', ['rejected']],
  ['Udvalget anbefaler ikke, at der gives dispensation.', ['rejected']],
  ['Udvalget kan ikke tiltræde forslaget.', ['rejected']],
  ['Der meddeles afslag.', ['rejected']],
  // postponed
  ['Udsat.', ['postponed']],
  ['Sagen udsættes.', ['postponed']],
  ['Sagen genoptages på udvalgets møde den 3. marts.', ['postponed']],
  ['Udvalget udsatte sagen.', ['postponed']],
  ['Punktet tages op på et senere tidspunkt, fx på et senere ordinært møde.', ['postponed']],
  ['Emnet tages op igen på et senere møde i styregruppen.', ['postponed']],
  ['Punktet behandles på næste møde.', ['postponed']],
  ['Udsat, til budgettet er vedtaget.', ['postponed']],
  ['Drøftet og besluttet, at udvalget skal se et opdateret oplæg inden godkendelse.', ['postponed', 'discussed']],
  // recommended
  ['Anbefales.', ['recommended']],
  ['Indstillingen anbefales.', ['recommended']],
  ['Anbefales godkendt.', ['recommended']],
  ['Indstilles godkendt.', ['recommended']],
  ['Økonomiudvalget indstiller til Byrådet, at sagen godkendes.', ['recommended']],
  ['Udvalget anbefaler, at planen godkendes med den ændring, at taksten hæves.', ['recommended']],
  ['Styregruppen anbefaler igangsættelse af projektet.', ['recommended']],
  ['Anbefales godkendt og sendes i høring.', ['recommended', 'hearing']],
  ['Anbefales afvist.', ['recommended']],
  // hearing, referred
  ['Sendes i høring.', ['hearing']],
  ['Forslaget sendes i 8 ugers offentlig høring.', ['hearing']],
  ['Planen sendes til høring i Ældrerådet og Handicaprådet.', ['hearing']],
  ['Godkendt\n\nSendes til høring i Fag- og Stabschefgruppen.', ['approved', 'hearing']],
  ['Oversendes til Økonomiudvalget.', ['referred']],
  ['Sagen tilbagesendes til forvaltningen.', ['referred']],
  ['Sagen sendes tilbage til administrationen.', ['referred']],
  ['Sagen henvises til Teknisk Udvalg.', ['referred']],
  // elected
  ['Valgt blev Hanne Holm.', ['elected']],
  ['Udpeget blev Erik Lund og Hanne Holm.', ['elected']],
  ['Udvalget konstituerede sig med Hanne Holm som formand.', ['elected']],
  ['Byrådet udpegede Hanne Holm.', ['elected']],
  // noted
  ['Taget til efterretning', ['noted']],
  ['Tages til efterretning.', ['noted']],
  ['Til efterretning.', ['noted']],
  ['Orientering taget til efterretning', ['noted']],
  ['Orienteringen om regnskabet blev taget til efterretning.', ['noted']],
  ['Sagen blev drøftet, og orienteringen taget til efterretning.', ['noted', 'discussed']],
  // discussed, informed
  ['Drøftet', ['discussed']],
  ['Sagen drøftet.', ['discussed']],
  ['Udvalget drøftede den godkendte plan.', ['discussed']],
  ['Orientering givet.', ['informed']],
  ['Gensidig orientering givet.', ['informed']],
  ['Der blev givet en orientering om budgettet.', ['informed']],
  ['Udvalget blev orienteret.', ['informed']],
  ['Orientering omkring økonomiaftalen og sikkerhed.\n\nNy runde planlægges til efter sommerferien.', ['informed']],
  ['Projektporteføljen gennemgået.', ['informed']],
  ['Udvalget blev orienteret om, at planen er godkendt af Byrådet.', ['informed']],
  ['Orientering om vedtaget budget.', ['informed']],
  // nothing
  ['Intet', ['nothing']],
  ['Intet.', ['nothing']],
  ['Intet at bemærke.', ['nothing']],
  ['Intet aktuelt denne gang.', ['nothing']],
  ['Der var intet under eventuelt.', ['nothing']],
  ['Ingen bemærkninger.', ['nothing']],
  ['Der har ikke været afholdt møde siden sidst.', ['nothing']],
  // withdrawn
  ['Punktet udgår grundet afbud.', ['withdrawn']],
  ['Udgår.', ['withdrawn']],
  ['Sagen blev taget af dagsordenen.', ['withdrawn']],
  ['Mødet er aflyst.', ['withdrawn']],
  ['Punktet blev trukket.', ['withdrawn']],
  ['Beslutning: Udgår.', ['withdrawn']],
  ['Punkt 7 udgår.', ['withdrawn']],
  ['Sagen er trukket tilbage af forvaltningen.', ['withdrawn']],
  ['Besluttet at tage punktet af dagsordenen.', ['withdrawn']],
  // small words around a verb
  ['Forslaget til lokalplan er vedtaget.', ['approved']],
  ['Efter en kort drøftelse blev indstillingen godkendt.', ['approved']],
  ['Indstillingen kunne tiltrædes.', ['approved']],
  ['Bevillingen inden for rammen blev godkendt.', ['approved']],
  ['Godkendt, og arbejdet med ændringerne fortsætter.', ['approved']],
  ['Orienteringen tages ikke til efterretning.', ['rejected']],
  ['Sagen genoptages, efter at budgettet er vedtaget.', ['postponed']],
  ['Planen, som Byrådet har godkendt, blev drøftet.', ['discussed']],
  ['Udvalget vedtog at udsætte sagen.', ['postponed']],
  // an infinitive that is what was resolved
  ['Byrådet besluttede at følge indstillingen.', ['approved']],
  ['Udvalget besluttede at udsætte sagen.', ['postponed']],
  ['Udvalget besluttede ikke at godkende indstillingen.', ['rejected']],
  ['Udvalget besluttede at sende forslaget i høring.', ['hearing']],
  ['Der var enighed om at afvise ansøgningen.', ['rejected']],
  ['Udvalget besluttede at undersøge, om man kan godkende planen.', ['other']],
  // other
  ['Til fremtidige møder vil der blive taget beslutningsreferat.', ['other']],
  ['Forvaltningen arbejder videre frem mod godkendelsen.', ['other']],
  ['Planen skal godkendes i Byrådet.', ['other']],
]

describe('classifyDecision', () => {
  test.each(DECISIONS)('%j', (text, outcomes) => {
    expect(classifyDecision(text)).toEqual(outcomes)
  })

  test('a text without words is no decision', () => {
    for (const text of ['', '  \n\n', '---', '**  **', '<!-- intet endnu -->']) expect(classifyDecision(text)).toEqual([])
  })

  test('who was away is no decision', () => {
    for (const text of [
      'Afbud Hanne Holm (C) (2. viceborgmester), Erik Lund (A)',
      'Afbud: Hanne Holm',
      '**Fraværende:** Hanne Holm (V)',
      'Fraværende:\n\n- Hanne Holm (V)\n- Erik Lund (A)',
      'Hanne Holm deltog ikke i behandlingen af punktet.',
      'Erik Lund var inhabil og deltog ikke i sagens behandling.',
      'Hanne Holm ankom kl. 14.30.',
    ]) {
      expect(classifyDecision(text), text).toEqual([])
    }
  })

  test('an absence does not hide or change the decision beside it', () => {
    expect(classifyDecision('Taget til efterretning\n\nAfbud Hanne Holm (C) (2. viceborgmester), Erik Lund (A)')).toEqual(['noted'])
    expect(classifyDecision('Afbud: Erik Lund.\n\nGodkendt.')).toEqual(['approved'])
    expect(classifyDecision('Fraværende: Erik Lund (A). Indstillingen blev tiltrådt.')).toEqual(['approved'])
    expect(classifyDecision('Godkendt, idet Hanne Holm ikke deltog i behandlingen.')).toEqual(['approved'])
    expect(classifyDecision('Erik Lund deltog ikke i punktet, der blev afvist i foråret.\n\nDrøftet.')).toEqual(['discussed'])
  })

  test('what an earlier body decided is not this decision', () => {
    expect(
      classifyDecision('### Beslutning fra Direktionen, den 10. december 2025, punkt 3:\n\nGodkendt.\n\n### Beslutning\n\nDrøftet.'),
    ).toEqual(['discussed'])
    expect(classifyDecision('Beslutning fra Direktionen, den 10. december 2025, punkt 3:\n\nGodkendt.')).toEqual([])
    expect(classifyDecision('Økonomiudvalget, 10. september 2019, pkt. 65: Anbefales.\n\nVedtaget.')).toEqual(['approved'])
    expect(classifyDecision('Afvist.\n\nØkonomiudvalget, 10. september 2019, pkt. 65: Anbefales godkendt.')).toEqual(['rejected'])
  })

  test('the first sentence that tells an outcome is primary, whatever its strength', () => {
    expect(classifyDecision('Udvalget havde en god snak. Drøftet. Herefter godkendt.')).toEqual(['discussed', 'approved'])
    expect(classifyDecision('Orientering givet. Sagen genoptages i maj.')).toEqual(['informed', 'postponed'])
  })

  test('strength decides inside a sentence', () => {
    expect(classifyDecision('Drøftet og godkendt.')).toEqual(['approved', 'discussed'])
    expect(classifyDecision('Orientering givet og sagen drøftet.')).toEqual(['discussed', 'informed'])
  })

  test('a date, an abbreviation or a numbered reference ends no sentence', () => {
    expect(classifyDecision('Drøftet den 14. august kl. 10, jf. pkt. 3, og herefter godkendt.')).toEqual(['approved', 'discussed'])
    expect(classifyDecision('Drøftet på mødet den 10. Februar og godkendt.')).toEqual(['approved', 'discussed'])
  })

  test('a vote is no outcome of its own, and a minority decides nothing', () => {
    expect(classifyDecision('For stemte: A, V')).toEqual(['other'])
    expect(classifyDecision('For stemte: A, V.\nImod stemte: Ø.\n\nIndstillingen dermed vedtaget.')).toEqual(['approved'])
    expect(classifyDecision('Godkendt.\n\nEt mindretal (Ø) ønskede sagen afvist.')).toEqual(['approved'])
    expect(classifyDecision('Enhedslisten foreslog, at sagen udsættes.\n\nIndstillingen godkendt.')).toEqual(['approved'])
    expect(classifyDecision('Indstillingen godkendt.\n\nVenstre kan ikke tiltræde indstillingen.')).toEqual(['approved'])
  })

  test('the fate of an amendment is not the fate of the matter', () => {
    expect(classifyDecision('Ændringsforslaget blev forkastet. Indstillingen blev herefter godkendt.')).toEqual(['approved'])
    expect(classifyDecision('Ændringsforslaget blev forkastet.')).toEqual(['rejected'])
  })

  test('words that only look like an outcome', () => {
    expect(classifyDecision('Godkendt idet bilag 3 udgår.')).toEqual(['approved'])
    expect(classifyDecision('Taget til efterretning, idet der følges op i maj.')).toEqual(['noted'])
    expect(classifyDecision('Kurset er aflyst.')).toEqual(['other'])
    expect(classifyDecision('Midlerne går til udsatte børn og unge.')).toEqual(['other'])
    expect(classifyDecision('Udvalget har valgt at afvente.')).toEqual(['other'])
    expect(classifyDecision('Der henvises til bilag 1.')).toEqual(['other'])
    expect(classifyDecision('Godkendelse af referat.')).toEqual(['other'])
  })

  test('decomposed letters, soft hyphens and no-break spaces change nothing', () => {
    expect(classifyDecision('Indstillingen tiltra\u030adt.')).toEqual(['approved'])
    expect(classifyDecision('God\u00adkendt')).toEqual(['approved'])
    expect(classifyDecision('Taget\u00a0til\u00a0efterretning')).toEqual(['noted'])
  })

  test('any text gets an answer without repeats, and words get at least one outcome', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...DECISIONS.map(([text]) => text), '\n\n', '### ', 'Afbud ', ' ikke '),
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        const outcomes = classifyDecision(parts.join(' '))
        expect(new Set(outcomes).size).toBe(outcomes.length)
        if (outcomes.includes('other')) expect(outcomes).toEqual(['other'])
      }),
    )
  })

  test('a sentence added after a decision never changes the primary outcome', () => {
    const texts = DECISIONS.map(([text]) => text)
    fc.assert(
      fc.property(
        fc.constantFrom(...DECISIONS.filter(([, [first]]) => first !== 'other')),
        fc.constantFrom(...texts),
        ([text, [first]], more) => {
          expect(classifyDecision(`${text}\n\n${more}`)[0]).toBe(first)
        },
      ),
    )
  })
})
