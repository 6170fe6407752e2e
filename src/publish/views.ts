import type { Archive } from '../archive/archive.ts'
import { gatherDecisions } from './decision-register.ts'
import { gatherPeople } from './people.ts'
import { gatherSubjects } from './subject-tree.ts'
import type { View } from './view.ts'
import { authorityView } from './views/authority.ts'
import { decisionsViews } from './views/decisions.ts'
import { meetingView } from './views/meeting.ts'
import { peopleView } from './views/people.ts'
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
  for (const authority of archive.authorities) {
    const members = people.get(authority.id) ?? []
    yield authorityView(archive, authority)
    yield udvalgListView(archive, authority)
    for (const body of archive.bodiesOf(authority.id)) yield udvalgView(archive, body)
    yield* sagerViews(archive, authority)
    yield* sagsnumreViews(archive, authority)
    for (const sag of archive.sagerOf(authority.id)) yield sagView(archive, sag, subjects)
    yield peopleView(authority, members)
    for (const person of members) yield personView(archive, person)
  }
  for (const meeting of archive.meetings) yield meetingView(archive, meeting)
  for (const punkt of archive.punkter) yield punktView(archive, punkt)
  yield* decisionsViews(archive, gatherDecisions(archive))
  yield subjectsView(subjects)
  for (const subject of subjects.values()) yield* subjectViews(archive, subject)
}
