import { afloestAf } from './afloest-af.ts'
import { afsnitTomt } from './afsnit-tomt.ts'
import { afsnitUkendt } from './afsnit-ukendt.ts'
import { afstemningAntal } from './afstemning-antal.ts'
import { afstemningFravaerende } from './afstemning-fravaerende.ts'
import { afstemningFremmoede } from './afstemning-fremmoede.ts'
import { afstemningNavne } from './afstemning-navne.ts'
import { afstemningToSider } from './afstemning-to-sider.ts'
import { afstemningUdfald } from './afstemning-udfald.ts'
import { beslutningMangler } from './beslutning-mangler.ts'
import { beslutningModsagt } from './beslutning-modsagt.ts'
import { beslutningOrd } from './beslutning-ord.ts'
import { beslutningsdygtig } from './beslutningsdygtig.ts'
import { bilagAdgang } from './bilag-adgang.ts'
import { bilagFilMangler } from './bilag-fil-mangler.ts'
import { bilagFilSted } from './bilag-fil-sted.ts'
import { bilagIkkeNaevnt } from './bilag-ikke-naevnt.ts'
import { bilagToGange } from './bilag-to-gange.ts'
import { cprNummer } from './cpr-nummer.ts'
import { datoFindesIkke } from './dato-findes-ikke.ts'
import { datoUgedag } from './dato-ugedag.ts'
import { deltagerToGange } from './deltager-to-gange.ts'
import { farverKontrast } from './farver-kontrast.ts'
import { fravaerendeUkendt } from './fravaerende-ukendt.ts'
import { godkendtAendret } from './godkendt-aendret.ts'
import { henvisningMoede } from './henvisning-moede.ts'
import { henvisningPunkt } from './henvisning-punkt.ts'
import { henvisningRing } from './henvisning-ring.ts'
import { henvisningSenere } from './henvisning-senere.ts'
import { henvisningSigSelv } from './henvisning-sig-selv.ts'
import { henvisningUdvalg } from './henvisning-udvalg.ts'
import { htmlITekst } from './html-i-tekst.ts'
import { linkDoed } from './link-doed.ts'
import { linkTomt } from './link-tomt.ts'
import { linkVisesIkke } from './link-vises-ikke.ts'
import { logoFil } from './logo-fil.ts'
import { lukketIndhold } from './lukket-indhold.ts'
import { mappeNavnMyndighed } from './mappe-navn-myndighed.ts'
import { mappeNavnOptaget } from './mappe-navn-optaget.ts'
import { mappeNavnUdvalg } from './mappe-navn-udvalg.ts'
import { medlemPeriode } from './medlem-periode.ts'
import { moedeDato } from './moede-dato.ts'
import { moedeKladde } from './moede-kladde.ts'
import { moedeTider } from './moede-tider.ts'
import { moedeUdenPunkter } from './moede-uden-punkter.ts'
import { offentliggjortDato } from './offentliggjort-dato.ts'
import { partiPeriode } from './parti-periode.ts'
import { partiUkendt } from './parti-ukendt.ts'
import { punktFilnummer } from './punkt-filnummer.ts'
import { punktNummer } from './punkt-nummer.ts'
import { punktTvilling } from './punkt-tvilling.ts'
import { rettelseDato } from './rettelse-dato.ts'
import { rettelsePersondata } from './rettelse-persondata.ts'
import { rettelsePunkt } from './rettelse-punkt.ts'
import type { Rule } from './rule.ts'
import { sagUdenOpfoelgning } from './sag-uden-opfoelgning.ts'
import { sagsnummerAar } from './sagsnummer-aar.ts'
import { sagsnummerFacet } from './sagsnummer-facet.ts'
import { sagsnummerForm } from './sagsnummer-form.ts'
import { sagsnummerMangler } from './sagsnummer-mangler.ts'
import { sagsnummerSkrivemaade } from './sagsnummer-skrivemaade.ts'
import { sagsnummerTitler } from './sagsnummer-titler.ts'
import { titelHavelaage } from './titel-havelaage.ts'
import { titelLang } from './titel-lang.ts'
import { udvalgNavn } from './udvalg-navn.ts'
import { udvalgNedlagt } from './udvalg-nedlagt.ts'

/** Every rule, by subject: what must not be public, punkt, case number, decision, text, references, attachments, votes, meeting, corrections, body, authority. */
export const allRules: readonly Rule[] = [
  lukketIndhold,
  cprNummer,
  punktNummer,
  punktFilnummer,
  punktTvilling,
  titelLang,
  titelHavelaage,
  sagsnummerForm,
  sagsnummerMangler,
  sagsnummerAar,
  sagsnummerFacet,
  sagsnummerSkrivemaade,
  sagsnummerTitler,
  beslutningMangler,
  beslutningOrd,
  beslutningModsagt,
  afsnitUkendt,
  afsnitTomt,
  datoFindesIkke,
  datoUgedag,
  htmlITekst,
  linkDoed,
  linkTomt,
  linkVisesIkke,
  henvisningPunkt,
  henvisningUdvalg,
  henvisningMoede,
  henvisningSigSelv,
  henvisningSenere,
  henvisningRing,
  sagUdenOpfoelgning,
  bilagFilSted,
  bilagFilMangler,
  bilagAdgang,
  bilagToGange,
  bilagIkkeNaevnt,
  afstemningAntal,
  afstemningFremmoede,
  afstemningNavne,
  afstemningFravaerende,
  afstemningToSider,
  afstemningUdfald,
  fravaerendeUkendt,
  beslutningsdygtig,
  deltagerToGange,
  partiUkendt,
  moedeDato,
  moedeTider,
  moedeKladde,
  moedeUdenPunkter,
  rettelsePersondata,
  offentliggjortDato,
  rettelseDato,
  rettelsePunkt,
  godkendtAendret,
  udvalgNedlagt,
  partiPeriode,
  udvalgNavn,
  afloestAf,
  medlemPeriode,
  mappeNavnUdvalg,
  mappeNavnOptaget,
  mappeNavnMyndighed,
  farverKontrast,
  logoFil,
]
