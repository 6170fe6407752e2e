import type { Archive } from '../../archive/archive.ts'
import { kleLink } from '../../referat/kle.ts'
import { groupByMeeting, type MeetingGroup } from '../meeting-groups.ts'
import { type Paging, paginate } from '../paging.ts'
import { nameOf, type Subject, type SubjectName, type SubjectTree } from '../subject-tree.ts'
import { trail } from '../trail.ts'
import { urls } from '../urls.ts'
import type { View } from '../view.ts'
import { type SagItem, sagItem } from './sager.ts'

/** How many cases a page of a subject shows. */
const PER_PAGE = 100

/** A subject in the tree. */
export interface SubjectItem {
  readonly kle: string
  readonly title?: string
  readonly url: string
  /** Cases here and below. */
  readonly total: number
  readonly children: readonly SubjectItem[]
}

/** The tree of subjects. */
export interface SubjectsView extends View {
  readonly subjects: readonly SubjectItem[]
  readonly total: number
}

/** A page of a subject: the numbers below it, its cases and its newest decisions. */
export interface SubjectView extends View {
  readonly kle: string
  readonly name?: string
  readonly otherTitles: Subject['otherTitles']
  readonly kleUrl: string
  readonly total: number
  readonly children: readonly SubjectItem[]
  /** Cases with this very number. */
  readonly sager: readonly (SagItem & { readonly authorityName: string })[]
  readonly sagerTotal: number
  readonly paging: Paging
  /** On the first page only. */
  readonly newest: readonly MeetingGroup[]
  readonly severalAuthorities: boolean
}

/** The subjects at the top of the tree, with those below them. */
export function subjectRoots(tree: SubjectTree): SubjectItem[] {
  return [...tree.values()].filter(({ parents }) => parents.length === 0).map(itemOf)
}

/** The tree of subjects by number. */
export function subjectsView(roots: readonly SubjectItem[]): SubjectsView {
  return {
    template: 'views/subjects.njk',
    page: { url: urls.subjects },
    title: 'Emner',
    description: 'Sagerne i arkivet efter emne: numrene i KLE, kommunernes fælles emnesystem.',
    breadcrumbs: trail({ label: 'Emner' }),
    subjects: roots,
    total: roots.reduce((sum, { total }) => sum + total, 0),
  }
}

/** What the pages of a subject are made from: the subject, with the names alone of those above it, and the list of those below. */
export interface SubjectPages extends Omit<Subject, 'parents' | 'children'> {
  readonly parents: readonly SubjectName[]
  readonly children: readonly SubjectItem[]
}

/** A subject for its pages. */
export function subjectPages(subject: Subject): SubjectPages {
  return { ...subject, parents: subject.parents.map(nameOf), children: listed(subject.children) }
}

/** The pages of one subject. */
export function subjectViews(archive: Archive, subject: SubjectPages): SubjectView[] {
  const { kle, title } = subject
  const name = title === undefined ? `Emne ${kle}` : `${kle} ${title}`
  return paginate(subject.sager, PER_PAGE, urls.subject(kle)).map(
    ({ items, paging }): SubjectView => ({
      template: 'views/subject.njk',
      page: { url: paging.url },
      title: paging.number > 1 ? `${name}, side ${paging.number}` : name,
      description: `${subject.total === 1 ? '1 sag' : `${subject.total} sager`} om ${title ?? `emnet ${kle}`} og de nyeste beslutninger.`,
      breadcrumbs: trail(
        { label: 'Emner', url: urls.subjects },
        ...subject.parents.map((parent) => ({ label: labelOf(parent), url: urls.subject(parent.kle) })),
        { label: labelOf(subject) },
      ),
      kle,
      ...(title !== undefined && { name: title }),
      otherTitles: subject.otherTitles,
      kleUrl: kleLink(kle),
      total: subject.total,
      children: subject.children,
      sager: items.map((sag) => ({ ...sagItem(archive, sag), authorityName: archive.authority(sag.authority).name })),
      sagerTotal: subject.sager.length,
      paging,
      newest: paging.number === 1 ? groupByMeeting(archive, subject.newest) : [],
      severalAuthorities: archive.authorities.length > 1,
    }),
  )
}

function itemOf({ kle, title, total, children }: Subject): SubjectItem {
  return { kle, ...(title !== undefined && { title }), url: urls.subject(kle), total, children: listed(children) }
}

/** A level without a title and without cases of its own tells a reader nothing, so what is below it moves up in the list. */
function listed(subjects: readonly Subject[]): SubjectItem[] {
  return subjects.flatMap((subject) =>
    subject.title === undefined && subject.sager.length === 0 ? listed(subject.children) : [itemOf(subject)],
  )
}

function labelOf({ kle, title }: SubjectName): string {
  return title === undefined ? kle : `${kle} ${title}`
}
