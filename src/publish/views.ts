import type { Archive } from '../archive/archive.ts'
import { findOpenLoops } from '../archive/open-loops.ts'
import { gatherDecisions } from './decision-register.ts'
import type { PageTask } from './page-task.ts'
import { gatherPeople } from './people.ts'
import { gatherSubjects, subjectNames } from './subject-tree.ts'
import { gatherTitleWords } from './title-words.ts'
import type { View } from './view.ts'
import { authorityView } from './views/authority.ts'
import { coverageView } from './views/coverage.ts'
import { decisionsPages, decisionsView } from './views/decisions.ts'
import { meetingView } from './views/meeting.ts'
import { openLoopsView } from './views/open-loops.ts'
import { peopleView, personUrl } from './views/people.ts'
import { personView } from './views/person.ts'
import { punktView } from './views/punkt.ts'
import { sagView } from './views/sag.ts'
import { sagerPages, sagerView, sagsnumrePages, sagsnumreView } from './views/sager.ts'
import { subjectPages, subjectRoots, subjectsView, subjectViews } from './views/subjects.ts'
import { udvalgView } from './views/udvalg.ts'
import { udvalgListView } from './views/udvalg-list.ts'
import { letterPages, textOfEntries, wordsPageView, wordsView } from './views/words.ts'

/** Every page of the archive that is made from its data, always in the same order. */
export function* viewsOf(archive: Archive): Generator<View> {
  for (const task of pageTasks(archive)) yield* task.views(archive)
}

/**
 * The pages of the archive as pieces of work, always in the same order: meeting by meeting, then what runs across them,
 * which is gathered once, when it is come to.
 */
export function* pageTasks(archive: Archive): Generator<PageTask> {
  // A meeting and its punkter show the same texts, so they follow each other.
  for (const meeting of archive.meetings) {
    yield task(meeting, meeting.authority)('meeting', [], (from) => [meetingView(from, meeting)])
    for (const punkt of archive.punkterOf(meeting.id)) yield task(punkt, meeting.authority)('punkt', [], (from) => [punktView(from, punkt)])
  }
  const subjects = gatherSubjects(archive)
  const people = gatherPeople(archive)
  const loops = findOpenLoops(archive)
  const register = gatherDecisions(archive)
  for (const authority of archive.authorities) {
    const members = people.get(authority.id) ?? []
    const open = loops.filter(({ punkt }) => archive.meeting(archive.punkt(punkt).meeting).authority === authority.id)
    const of = (thing: { readonly id: string }) => task(thing, authority.id)
    const pageOf = of(authority)
    yield pageOf('authority', [], (from) => [authorityView(from, authority)])
    yield pageOf('bodies', [], (from) => [udvalgListView(from, authority)])
    const addresses = new Map(members.flatMap((person) => person.memberships.map(({ member }) => [member, personUrl(person)])))
    for (const body of archive.bodiesOf(authority.id)) {
      const around = {
        openLoops: open.filter(({ udvalg }) => udvalg === body.id).length,
        decisions: register.bodies.get(body.id)?.punkter.length ?? 0,
        personUrls: body.members.map((member) => addresses.get(member)),
      }
      yield of(body)('body', around, (from) => [udvalgView(from, body, around)])
    }
    for (const page of sagerPages(archive, authority))
      yield of({ id: page.url })('cases', [authority, page], (from) => [sagerView(from, authority, page)])
    for (const page of sagsnumrePages(archive, authority))
      yield of({ id: page.paging.url })('numbers', [authority, page], (from) => [sagsnumreView(from, authority, page)])
    for (const sag of archive.sagerOf(authority.id)) {
      const titles = subjectNames(subjects, sag.sagsnummer.kle)
      yield of(sag)('case', titles, (from) => [sagView(from, sag, titles)])
    }
    yield pageOf('open', open, (from) => [openLoopsView(from, authority, open)])
    yield pageOf('coverage', [], (from) => [coverageView(from, authority)])
    yield pageOf('people', members, () => [peopleView(authority, members)])
    for (const person of members) yield of({ id: personUrl(person) })('person', person, (from) => [personView(from, person)])
    const words = gatherTitleWords(archive, authority.id)
    const letters = letterPages(authority, words)
    yield pageOf('words', letters, () => [wordsView(authority, letters, words.length)])
    for (const { initial, pages } of letters)
      for (const page of pages)
        yield of({ id: page.paging.url })('letter', [authority, page.paging, textOfEntries(page.items)], (from) => [
          wordsPageView(from, authority, initial, page),
        ])
  }
  for (const page of decisionsPages(archive, register))
    yield task({ id: page.paging?.url ?? page.url })('decisions', page, (from) => [decisionsView(from, page)])
  const roots = subjectRoots(subjects)
  yield task({ id: '' })('subjects', roots, () => [subjectsView(roots)])
  for (const subject of subjects.values()) {
    const pages = subjectPages(subject)
    yield task({ id: subject.kle })('subject', pages, (from) => subjectViews(from, pages))
  }
}

/** A task about a thing of the archive, which is given with it. */
function task(about: { readonly id: string }, authority?: string): (kind: string, given: unknown, views: PageTask['views']) => PageTask {
  return (kind, given, views) => ({
    id: `${kind} ${about.id}`,
    given: [about, given],
    views,
    ...(authority !== undefined && { authority }),
  })
}
