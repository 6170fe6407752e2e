import type { Archive, Sag } from '../archive/archive.ts'
import { kleParents } from '../referat/kle.ts'
import type { Punkt } from '../referat/punkt.ts'
import { isRegistered } from './decision-register.ts'

/** How many decisions a subject's page shows. */
const NEWEST = 25

/** A KLE number and what it is called, where an authority tells. */
export interface SubjectName {
  readonly kle: string
  readonly title?: string
}

/** A KLE number that stands in a case number of the archive, or above one. */
export interface Subject {
  readonly kle: string
  /** The title that the first authority gives it. KL's own titles are not the archive's to publish. */
  readonly title?: string
  /** Other titles, by authority. */
  readonly otherTitles: readonly { readonly authority: string; readonly title: string }[]
  /** Numbers above it, highest first. */
  readonly parents: readonly Subject[]
  /** Numbers right below it, in order. */
  readonly children: readonly Subject[]
  /** Cases with this very number, newest treatment first, standing ones last. */
  readonly sager: readonly Sag[]
  /** How many cases there are here and below. */
  readonly total: number
  /** The newest decisions here and below, newest first. */
  readonly newest: readonly Punkt[]
}

/** The subjects by number, in numerical order. */
export type SubjectTree = ReadonlyMap<string, Subject>

interface OpenSubject extends Subject {
  readonly parents: OpenSubject[]
  readonly children: OpenSubject[]
  readonly sager: Sag[]
  readonly newest: Punkt[]
  total: number
}

/** Gathers the KLE numbers of the archive's cases into a tree, in one pass over cases and punkter. */
export function gatherSubjects(archive: Archive): SubjectTree {
  const subjects = new Map<string, OpenSubject>()
  const numbers = new Set(archive.sager.flatMap(({ sagsnummer: { kle } }) => (kle === undefined ? [] : [...kleParents(kle), kle])))
  for (const kle of [...numbers].sort()) {
    const parents = kleParents(kle).flatMap((parent) => subjects.get(parent) ?? [])
    const subject: OpenSubject = { kle, ...titlesOf(archive, kle), parents, children: [], sager: [], total: 0, newest: [] }
    parents.at(-1)?.children.push(subject)
    subjects.set(kle, subject)
  }
  const lineOf = (kle: string | undefined): OpenSubject[] => {
    const subject = subjects.get(kle ?? '')
    return subject ? [...subject.parents, subject] : []
  }
  for (const sag of newestFirst(archive)) {
    subjects.get(sag.sagsnummer.kle ?? '')?.sager.push(sag)
    for (const subject of lineOf(sag.sagsnummer.kle)) subject.total += 1
  }
  for (const punkt of archive.punkter) {
    const wanting = lineOf(punkt.sagsnummer?.kle).filter(({ newest }) => newest.length < NEWEST)
    if (wanting.length > 0 && isRegistered(punkt, archive.meeting(punkt.meeting))) for (const { newest } of wanting) newest.push(punkt)
  }
  return subjects
}

/** A subject and those above it, highest first; none for a number that is not in the tree. */
export function subjectNames(subjects: SubjectTree, kle: string | undefined): SubjectName[] {
  const subject = subjects.get(kle ?? '')
  return subject ? [...subject.parents, subject].map(nameOf) : []
}

/** A subject's number and title alone. */
export function nameOf({ kle, title }: SubjectName): SubjectName {
  return title === undefined ? { kle } : { kle, title }
}

function titlesOf(archive: Archive, kle: string): Pick<Subject, 'title' | 'otherTitles'> {
  const named = archive.authorities.flatMap(({ name, subjects }) => {
    const title = Object.hasOwn(subjects, kle) ? subjects[kle] : undefined
    return title === undefined ? [] : [{ authority: name, title }]
  })
  const title = named[0]?.title
  return title === undefined ? { otherTitles: [] } : { title, otherTitles: named.filter((other) => other.title !== title) }
}

function newestFirst(archive: Archive): Sag[] {
  const dates = new Map(archive.sager.map((sag) => [sag.id, lastDateOf(archive, sag)]))
  const dateOf = (sag: Sag): string => dates.get(sag.id) ?? ''
  return [...archive.sager].sort(
    (a, b) => Number(a.standing) - Number(b.standing) || (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : a.id < b.id ? -1 : 1),
  )
}

/** ISO date of the newest meeting that treated a case. */
export function lastDateOf(archive: Archive, sag: Sag): string {
  const newest = sag.punkter.at(-1)
  return newest === undefined ? '' : archive.meeting(archive.punkt(newest).meeting).date
}
