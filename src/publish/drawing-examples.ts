import type { VoteSide } from '../referat/afstemning.ts'
import { type CourseStep, courseDrawing } from './course-drawing.ts'
import { coverageChart } from './coverage-chart.ts'
import type { OutcomeView } from './outcome-view.ts'
import { seatDrawing } from './seats.ts'
import { type PictureMeeting, yearPicture } from './year-picture.ts'

const step = (bodyName: string, date: string, id: OutcomeView['id'], label: string): CourseStep => ({
  bodyId: bodyName,
  bodyName,
  date,
  outcomes: [{ id, label, derived: false }],
})

const votes = (count: number): VoteSide => ({ count, parties: [], members: [] })

const meeting = (date: string, status: PictureMeeting['status'] = 'godkendt'): PictureMeeting => ({ date, status })

/** A body that meets on the 9th of every month of a year, but not in July. */
const monthly = (year: number): PictureMeeting[] =>
  [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12].map((month) => meeting(`${year}-${String(month).padStart(2, '0')}-09`))

/** What the page of components shows of the drawings: each by the function that draws it on the site's own pages. */
export const drawingExamples = () =>
  ({
    courses: [
      {
        id: 'eksempel-alle',
        about: 'Alle mærker, tre udvalg og et møde, der ikke er holdt endnu',
        drawing: courseDrawing([
          step('Teknikudvalget', '2025-11-04', 'postponed', 'Udsat'),
          step('Teknikudvalget', '2025-12-02', 'recommended', 'Anbefalet'),
          step('Økonomiudvalget', '2025-12-15', 'rejected', 'Afvist'),
          step('Kommunalbestyrelsen', '2026-01-27', 'approved', 'Godkendt'),
          step('Teknikudvalget', '2026-03-03', 'informed', 'Orientering givet'),
          step('Kommunalbestyrelsen', '2026-12-15', 'pending', 'Ikke behandlet endnu'),
        ]),
      },
      {
        id: 'eksempel-et',
        about: 'Ét udvalg, to møder',
        drawing: courseDrawing([
          step('Ungerådet', '2026-02-10', 'postponed', 'Udsat'),
          step('Ungerådet', '2026-02-24', 'approved', 'Godkendt'),
        ]),
      },
      {
        id: 'eksempel-mange',
        about: 'Det største, der tegnes: 14 møder. En længere vej står kun som liste',
        drawing: courseDrawing(
          monthly(2025)
            .slice(0, 7)
            .flatMap(({ date }) => [
              step('Kultur-, Fritids- og Landdistriktsudvalget', date, 'recommended', 'Anbefalet'),
              step('Økonomiudvalget', date.replace(/09$/, '23'), 'postponed', 'Udsat'),
            ]),
        ),
      },
    ],
    votes: [
      { about: 'Alle er for', drawing: seatDrawing({ for: votes(7) }) },
      { about: 'For, imod og undlod', drawing: seatDrawing({ for: votes(16), against: votes(13), abstained: votes(2) }) },
      { about: 'Et stort råd', drawing: seatDrawing({ for: votes(59), against: votes(39) }) },
    ],
    years: yearPicture('Møder i løbet af året', [
      {
        label: '2026',
        meetings: [
          meeting('2026-01-01'),
          meeting('2026-03-24', 'referat'),
          meeting('2026-03-31', 'aflyst'),
          meeting('2026-06-23'),
          meeting('2026-12-31', 'dagsorden'),
        ],
      },
      { label: '2025', meetings: monthly(2025) },
    ]),
    bodies: yearPicture('Møder i 2025', [
      { label: 'Kultur-, Fritids- og Landdistriktsudvalget', url: '/vejledning/komponenter/', meetings: monthly(2025) },
      { label: 'Ungerådet', url: '/vejledning/komponenter/', meetings: [meeting('2025-05-14')] },
    ]),
    coverage: coverageChart([
      { year: 2026, held: 6, published: 4 },
      { year: 2025, held: 12, published: 12 },
      { year: 2024, held: 3, published: 0 },
    ]),
  }) as const
