import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadArchive } from '../../archive/load.ts'
import { planApproval } from '../../rules/approve.ts'
import { contentTree } from '../../source/content-tree.ts'
import { slugify } from '../../source/slug.ts'
import { authorityText, type Body, bodyText, type InventedAuthority, inventAuthority, inventTowns, type Person } from './authority.ts'
import { daysLater, meetingDate, monthsBack, TODAY } from './calendar.ts'
import { Docket } from './cases.ts'
import { pdfOf } from './pdf.ts'
import { closedText, punktText, standingText } from './punkt-text.ts'
import { Random } from './random.ts'
import type { ContentSize } from './size.ts'
import { capital, Language } from './words.ts'

/** What was written. */
export interface ContentCount {
  readonly meetings: number
  readonly punkter: number
  readonly bytes: number
}

type Files = Map<string, string | Buffer>

/**
 * Writes an invented archive into a folder: cases that travel between bodies, long and short punkter, votes, attendance,
 * attachments, closed punkter, agendas, approved minutes of the last year. The same size and seed give the same bytes.
 */
export function generateContent(folder: string, size: ContentSize): ContentCount {
  const language = new Language(size.seed)
  let [meetings, punkter, bytes] = [0, 0, 0]
  const write = (files: Files): void => {
    for (const below of new Set([...files.keys()].map((file) => path.dirname(file))))
      mkdirSync(path.join(folder, below), { recursive: true })
    for (const [file, content] of files) {
      writeFileSync(path.join(folder, file), content)
      bytes += content.length
    }
  }
  write(
    new Map([
      [
        'index.md',
        '---\ntitel: Et opdigtet arkiv\nurl: https://arkiv.example\nbeskrivelse: Opdigtede referater i stor mængde.\n---\n\nIntet her er virkeligt.\n',
      ],
    ]),
  )
  for (const [at, town] of inventTowns(new Random(size.seed), size.authorities).entries()) {
    for (const meeting of inventMeetings(language, size, town, new Random(size.seed * 1000 + at))) {
      write(meeting.files)
      meetings += meeting.punkter > 0 ? 1 : 0
      punkter += meeting.punkter
    }
  }
  return { meetings, punkter, bytes }
}

/** The files of one authority: its own first, then those of one meeting after the other as time goes. */
function* inventMeetings(
  language: Language,
  size: ContentSize,
  town: string,
  random: Random,
): Generator<{ readonly files: Files; readonly punkter: number }> {
  const months = monthsBack(Math.max(1, Math.round(size.meetings / size.authorities / size.bodies)))
  const authority = inventAuthority(
    random,
    language,
    town,
    size.bodies,
    months.map((month) => Math.floor(month / 12)),
  )
  const heads: Files = new Map([
    [`${authority.slug}/index.md`, authorityText(authority)],
    ...authority.bodies.map((body) => [`${authority.slug}/${body.slug}/index.md`, bodyText(body)] as const),
  ])
  yield { files: heads, punkter: 0 }
  const clerk = new Clerk(authority, language, random, size)
  for (const month of months) {
    const dates = authority.bodies.map((body) => ({ body, date: meetingDate(body, month) }))
    for (const { body, date } of dates.sort((a, b) => (a.date < b.date ? -1 : 1))) yield clerk.meeting(body, date)
  }
}

class Clerk {
  readonly #authority: InventedAuthority
  readonly #language: Language
  readonly #random: Random
  readonly #size: ContentSize
  readonly #docket: Docket
  /** The last number of the year, for bodies whose numbers run on. */
  readonly #running = new Map<string, number>()

  constructor(authority: InventedAuthority, language: Language, random: Random, size: ContentSize) {
    this.#authority = authority
    this.#language = language
    this.#random = random
    this.#size = size
    this.#docket = new Docket(authority, language, random)
  }

  meeting(body: Body, date: string): { readonly files: Files; readonly punkter: number } {
    const random = this.#random
    const held = date <= TODAY
    const approved = held && date > daysLater(TODAY, -365) && date < daysLater(TODAY, -30)
    const folder = `${this.#authority.slug}/${body.slug}/${date}`
    const people = held ? this.#attendance(body, date) : []
    const files: Files = new Map([
      [`${folder}/index.md`, meetingText(random, { date, people, approved, held, officials: this.#authority.officials })],
    ])
    const usual = this.#usual(body)
    const count = Math.max(1, random.between(Math.ceil(usual * 0.5), Math.floor(usual * 1.5)))
    const voters = body.type === 'råd' || body.type === 'administrativt' ? [] : people.filter(({ present }) => present)
    for (let at = 1; at <= count; at += 1) this.#punkt(files, { body, date, folder, held, voters, at, last: at === count })
    if (approved) for (const [file, text] of this.#sealed(files, body)) files.set(file, text)
    return { files, punkter: count }
  }

  #punkt(
    files: Files,
    place: { body: Body; date: string; folder: string; held: boolean; voters: readonly Person[]; at: number; last: boolean },
  ): void {
    const { body, date, folder, held, voters, at, last } = place
    const random = this.#random
    const { places } = this.#authority
    const order = String(at).padStart(2, '0')
    const standing = this.#docket.standing(body, date)
    if (last) {
      files.set(
        `${folder}/${order}-meddelelser.md`,
        standingText(random, this.#language, standing, held, places).replace('\nadgang', `${this.#numbered(body, date)}\nadgang`),
      )
      return
    }
    if (random.chance(0.08)) {
      const number = this.#docket.number('81.00.00', 'G01', date)
      files.set(
        `${folder}/${order}-lukket-punkt.md`,
        closedText(random, number).replace('\nadgang', `${this.#numbered(body, date)}\nadgang`),
      )
      return
    }
    const matter = this.#docket.next(body, date)
    const file = `${folder}/${order}-${slugify(matter.title).slice(0, 60).replace(/-+$/, '')}.md`
    const number = this.#runsOn(body) ? this.#nextNumber(body, date) : undefined
    const bilag = this.#bilag(files, folder, at)
    const { text, decision } = punktText(random, this.#language, { matter, folder, held, voters, bilag, places, ...(number && { number }) })
    files.set(file, text)
    if (held) this.#docket.sendOn(matter, { body, date, number: number ?? String(at), file, decision })
  }

  #bilag(files: Files, folder: string, at: number): { title: string; file?: string; open: boolean }[] {
    const random = this.#random
    const { places } = this.#authority
    const bilag: { title: string; file?: string; open: boolean }[] = []
    if (random.chance(this.#size.pdf)) {
      const title = capital(this.#language.noun(random).bare)
      const file = `bilag/${String(at).padStart(2, '0')}-${slugify(title)}.pdf`
      const lines = Array.from({ length: random.between(8, 30) }, () => this.#language.sentence(random, places).slice(0, 90))
      files.set(`${folder}/${file}`, pdfOf([title, '', ...lines]))
      bilag.push({ title, file, open: true })
    }
    for (let more = random.between(-3, 3); more > 0; more -= 1) {
      bilag.push({ title: `${capital(this.#language.noun(random).plural)} ${at}.${more}`, open: random.chance(0.7) })
    }
    return bilag
  }

  /** The digest of approved minutes, made as `npm run approve` makes it. Of the folders above, only what the words hang on. */
  #sealed(files: Files, body: Body): ReadonlyMap<string, string> {
    const { name, slug } = this.#authority
    const texts: Record<string, string> = {
      [`${slug}/index.md`]: `---\nnavn: ${name}\ntype: kommune\nsagsnummer: [sbsys]\n---\n`,
      [`${slug}/${body.slug}/index.md`]: `---\nnavn: ${body.name}\ntype: ${body.type}\n---\n`,
    }
    for (const [file, content] of files) texts[file] = typeof content === 'string' ? content : ''
    return planApproval(loadArchive(contentTree(texts)), []).files
  }

  #attendance(body: Body, date: string): (Person & { readonly present: boolean })[] {
    const year = Number(date.slice(0, 4))
    const term = this.#authority.terms.find(({ from, to }) => from <= year && year <= to)
    return (term ? (body.members.get(term) ?? []) : []).map((person) => ({ ...person, present: !this.#random.chance(0.06) }))
  }

  /** Punkter of a body's meetings: the council and its finance committee have twice as many as the others. */
  #usual(body: Body): number {
    const share = (this.#size.punkter * this.#size.bodies) / (this.#size.bodies + Math.min(2, this.#size.bodies))
    return this.#authority.bodies.indexOf(body) < 2 ? share * 2 : share
  }

  /** Some bodies number their punkter through the year. */
  #runsOn(body: Body): boolean {
    return this.#authority.bodies.indexOf(body) % 4 === 3
  }

  #nextNumber(body: Body, date: string): string {
    const key = `${body.slug} ${date.slice(0, 4)}`
    const number = (this.#running.get(key) ?? 0) + 1
    this.#running.set(key, number)
    return String(number)
  }

  #numbered(body: Body, date: string): string {
    return this.#runsOn(body) ? `\nnummer: ${this.#nextNumber(body, date)}` : ''
  }
}

interface MeetingHead {
  readonly date: string
  readonly people: readonly (Person & { readonly present: boolean })[]
  readonly officials: readonly Person[]
  readonly held: boolean
  readonly approved: boolean
}

function meetingText(random: Random, { date, people, officials, held, approved }: MeetingHead): string {
  const present = people.map(
    ({ name, party, role, present: came }) =>
      `  - { navn: ${name}${party ? `, parti: ${party}` : ''}, rolle: ${role}, fremmøde: ${came ? 'til stede' : 'afbud'} }\n`,
  )
  const staff = officials.slice(0, 4).map(({ name, role }) => `  - { navn: ${name}, rolle: ${role}, fremmøde: til stede }\n`)
  const start = random.between(9, 17)
  const lines = [
    `dato: ${date}`,
    `start: "${String(start).padStart(2, '0')}:00"`,
    ...(held ? [`slut: "${start + 2}:${random.between(10, 59)}"`] : []),
    `sted: Mødelokale ${random.between(1, 9)}, Rådhuset`,
    `status: ${approved ? 'godkendt' : held ? 'referat' : 'dagsorden'}`,
    ...(held
      ? [
          `offentliggjort: ${daysLater(date, random.between(1, 12))}`,
          `deltagere:\n${present.join('')}${staff.join('')}referent: ${officials[0]?.name}`,
        ]
      : []),
  ]
  return `---\n${lines.join('\n')}\n---\n`
}
