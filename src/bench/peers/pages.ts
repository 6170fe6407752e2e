import type { Archive, Loaded } from '../../archive/archive.ts'
import { publishable } from '../../archive/publishable.ts'
import { bilagItems } from '../../publish/bilag-view.ts'
import { type DecisionGroup, gatherDecisions, REGISTER_OUTCOMES } from '../../publish/decision-register.ts'
import { excerpt } from '../../publish/excerpt.ts'
import { outcomesOf } from '../../publish/outcome-view.ts'
import { gatherPeople } from '../../publish/people.ts'
import { punktItem } from '../../publish/punkt-item.ts'
import { personSlug } from '../../publish/urls.ts'
import { formatDate } from '../../referat/dato.ts'
import { FOLLOWED } from '../../referat/followed.ts'
import { slugify } from '../../source/slug.ts'

/** A page as the other generators get it: where it lies, what its head says, and its text as the clerk wrote it. */
export interface PeerPage {
  readonly kind: 'myndighed' | 'udvalg' | 'moede' | 'punkt'
  /** Address without outer slashes. */
  readonly id: string
  readonly head: Readonly<Record<string, unknown>>
  /** Markdown. */
  readonly text: string
}

/**
 * What the other generators print: authorities, bodies, meetings and punkter with their facts found already (outcomes,
 * addresses, what the register files them under), so that they only have to list and print. The pages of cases, subjects,
 * people and decisions they make themselves, each by its own means.
 */
export function peerPages({ archive: whole, sources }: Loaded): PeerPage[] {
  const archive = publishable(whole)
  const filed = filedUnder(archive)
  const people = namesWithPage(archive)
  const textOf = (file: string): string => (sources.tree.files.get(file)?.text ?? '').replace(/^---\n[\s\S]*?\n---\n/, '').trim()
  return [
    ...archive.authorities.map((authority): PeerPage => {
      return { kind: 'myndighed', id: authority.id, head: { title: authority.name }, text: textOf(authority.file) }
    }),
    ...archive.udvalg.map((body): PeerPage => {
      const medlemmer = body.members.map(({ name, party, role }) => ({ navn: name, parti: party, rolle: role }))
      return {
        kind: 'udvalg',
        id: body.id,
        head: { title: body.name, authority: archive.authority(body.authority).name, medlemmer },
        text: textOf(body.file),
      }
    }),
    ...archive.meetings.map((meeting): PeerPage => {
      const udvalg = archive.body(meeting.udvalg).name
      const deltagere = meeting.deltagere.map(({ name, party, role, attendance }) => ({
        navn: name,
        parti: party,
        rolle: role,
        kom: attendance,
      }))
      const head = {
        title: `${udvalg} ${formatDate(meeting.date)}`,
        authority: archive.authority(meeting.authority).name,
        date: meeting.date,
        ...{ dag: meeting.date, datoord: formatDate(meeting.date), udvalg, status: meeting.status },
        ...{ start: meeting.start, sted: meeting.place, referent: meeting.clerk, deltagere },
        titler: archive
          .punkterOf(meeting.id)
          .slice(0, 3)
          .map(({ title }) => title)
          .join(' · '),
        personer: [...new Set(meeting.deltagere.map(({ name }) => personSlug(name)))].filter((slug) => people.has(slug)),
      }
      return { kind: 'moede', id: meeting.id, head, text: meeting.text }
    }),
    ...archive.punkter.map((punkt): PeerPage => {
      const meeting = archive.meeting(punkt.meeting)
      const sag = archive.sagOf(punkt)
      const kle = punkt.sagsnummer?.kle
      const head = {
        title: punkt.title,
        date: meeting.date,
        weight: punkt.order,
        ...{ meeting: meeting.id, body: meeting.udvalg },
        ...{ nummer: punkt.number, dag: meeting.date, datoord: formatDate(meeting.date), udvalg: archive.body(meeting.udvalg).name },
        beskrivelse: excerpt(punkt.sections.map(({ text }) => text).join(' '), 220),
        indhold: punkt.sections.map(({ heading }) => ({ id: slugify(heading), label: heading })),
        udfald: outcomesOf(punkt, meeting).map(({ id, label }) => ({ id, label })),
        afgjort: punktItem(archive, punkt).decisionText,
        ...(sag && {
          sag: { skrevet: punkt.sagsnummer?.written, slug: sag.sagsnummer.slug, emne: kle },
          sager: [sag.sagsnummer.slug],
          staaende: sag.standing,
        }),
        ...(kle && { emner: [kle, kle.slice(0, 5), kle.slice(0, 2)] }),
        beslutninger: filed.get(punkt.id) ?? [],
        videre: punkt.forwardedTo,
        bilag: bilagItems(punkt, meeting).map(({ title, note, url }) => ({ titel: title, note, url })),
        afstemning: Object.entries({ For: punkt.vote?.for, Imod: punkt.vote?.against }).flatMap(([label, side]) =>
          side ? { label, antal: side.count, navne: side.members } : [],
        ),
      }
      return { kind: 'punkt', id: punkt.id, head, text: punkt.closed ? '' : textOf(punkt.file) }
    }),
  ]
}

/** What the register of decisions files each punkt under, as terms of a taxonomy. */
function filedUnder(archive: Archive): ReadonlyMap<string, readonly string[]> {
  const register = gatherDecisions(archive)
  const terms = new Map<string, string[]>()
  const file = (term: string, punkter: DecisionGroup['punkter']): void => {
    for (const { id } of punkter) terms.set(id, [...(terms.get(id) ?? []), term])
  }
  const fileGroup = (term: string, group: DecisionGroup): void => {
    file(term, group.punkter)
    for (const { id, slug } of REGISTER_OUTCOMES) file(`${term}-${slug}`, group.byOutcome.get(id) ?? [])
  }
  for (const [year, group] of register.years) fileGroup(String(year), group)
  for (const [body, group] of register.bodies) fileGroup(slugify(body), group)
  for (const { id } of FOLLOWED) file(`indstilling-${id}`, register.byFollowed.get(id) ?? [])
  return terms
}

function namesWithPage(archive: Archive): ReadonlySet<string> {
  return new Set([...gatherPeople(archive).values()].flat().map(({ name }) => personSlug(name)))
}
