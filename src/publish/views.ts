import type { Archive } from '../archive/archive.ts'
import { findOpenLoops } from '../archive/open-loops.ts'
import { gatherDecisions } from './decision-register.ts'
import { gatherPeople } from './people.ts'
import { gatherSubjects } from './subject-tree.ts'
import type { View } from './view.ts'
import { authorityView } from './views/authority.ts'
import { coverageView } from './views/coverage.ts'
import { decisionsViews } from './views/decisions.ts'
import { meetingView } from './views/meeting.ts'
import { openLoopsView } from './views/open-loops.ts'
import { peopleView, personUrl } from './views/people.ts'
import { personView } from './views/person.ts'
import { punktView } from './views/punkt.ts'
import { sagView } from './views/sag.ts'
import { sagerViews, sagsnumreViews } from './views/sager.ts'
import { subjectsView, subjectViews } from './views/subjects.ts'
import { udvalgView } from './views/udvalg.ts'
import { udvalgListView } from './views/udvalg-list.ts'

/** Every page of the archive that is made from its data, always in the same order. What runs across pages is gathered once. */
export function* viewsOf(archive: Archive): Generator<View> {
  const subjects = gatherSubjects(archive)
  const people = gatherPeople(archive)
  const loops = findOpenLoops(archive)
  const register = gatherDecisions(archive)
  for (const authority of archive.authorities) {
    const members = people.get(authority.id) ?? []
    yield authorityView(archive, authority)
    yield udvalgListView(archive, authority)
    const addresses = new Map(members.flatMap((person) => person.memberships.map(({ member }) => [member, personUrl(person)])))
    const open = loops.filter(({ punkt }) => archive.meeting(archive.punkt(punkt).meeting).authority === authority.id)
    for (const body of archive.bodiesOf(authority.id)) {
      yield udvalgView(archive, body, {
        openLoops: open.filter(({ udvalg }) => udvalg === body.id).length,
        decisions: register.bodies.get(body.id)?.punkter.length ?? 0,
        personUrl: (member) => addresses.get(member),
      })
    }
    yield* sagerViews(archive, authority)
    yield* sagsnumreViews(archive, authority)
    for (const sag of archive.sagerOf(authority.id)) yield sagView(archive, sag, subjects)
    yield openLoopsView(archive, authority, open)
    yield coverageView(archive, authority)
    yield peopleView(authority, members)
    for (const person of members) yield personView(archive, person)
  }
  for (const meeting of archive.meetings) yield meetingView(archive, meeting)
  for (const punkt of archive.punkter) yield punktView(archive, punkt)
  yield* decisionsViews(archive, register)
  yield subjectsView(subjects)
  for (const subject of subjects.values()) yield* subjectViews(archive, subject)
}
