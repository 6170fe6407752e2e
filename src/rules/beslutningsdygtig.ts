import { BODY, bodyText, COMMITTEE, DELTAGERE, MEETING, meetingText } from './example-archive.ts'
import type { Rule } from './rule.ts'

const ABSENT = DELTAGERE.replace('Bo Havdrup, parti: A', 'Bo Havdrup, parti: A, fremmøde: afbud').replace(
  'Per Stenbæk, parti: V',
  'Per Stenbæk, parti: V, fremmøde: afbud',
)

/**
 * Source: kommunestyrelsesloven § 11, stk. 2: the council has a quorum when at least half of its members are present.
 * Other bodies follow their own rules, so for them it is information.
 */
export const beslutningsdygtig: Rule<'meeting'> = {
  id: 'beslutningsdygtig',
  severity: 'warning',
  scope: 'meeting',
  about:
    'Kommunalbestyrelsen er beslutningsdygtig, når mindst halvdelen af medlemmerne er til stede (kommunestyrelsesloven § 11, stk. 2). Andre udvalg følger deres egne regler.',
  good: [
    { name: 'four of five', files: {} },
    {
      name: 'half',
      files: {
        [MEETING]: meetingText(ABSENT),
        [BODY]: bodyText(
          'medlemmer:\n  - { navn: Ida Engkær }\n  - { navn: Eva Tornhøj }\n  - { navn: Bo Havdrup }\n  - { navn: Per Stenbæk }',
        ),
      },
    },
    {
      name: 'a substitute counts',
      files: { [MEETING]: meetingText(`${ABSENT}\n  - { navn: Ole Sandvig, stedfortræder for: Bo Havdrup }`) },
    },
    { name: 'an agenda has no attendance yet', files: { [MEETING]: meetingText(ABSENT, '', 'dagsorden') } },
  ],
  bad: [
    {
      name: 'two of five',
      files: { [MEETING]: meetingText(ABSENT) },
      finds: [{ file: MEETING, line: 5, message: '2 af 5 medlemmer var til stede.' }],
    },
    {
      name: 'another body',
      files: {
        [COMMITTEE]:
          '---\nnavn: Teknikudvalget\ntype: fagudvalg\naliaser: [Udvalget for Teknik]\nmedlemmer:\n  - { navn: Ida Engkær }\n  - { navn: Bo Havdrup }\n  - { navn: Eva Tornhøj }\n---\n',
        'fjordkoebing/teknikudvalget/2025-09-10/index.md':
          '---\ndato: 2025-09-10\nstatus: referat\ndeltagere:\n  - { navn: Ida Engkær }\n---\n',
      },
      finds: [{ file: 'fjordkoebing/teknikudvalget/2025-09-10/index.md', message: '1 af 3 medlemmer var til stede.' }],
    },
  ],
  *check(meeting, { archive, at, presenceAt }) {
    if (meeting.status !== 'referat' && meeting.status !== 'godkendt') return
    const { members, voters } = presenceAt(meeting)
    if (members.size === 0 || meeting.deltagere.length === 0) return
    const present = [...voters].filter(([key, { substituteFor }]) => members.has(key) || substituteFor !== undefined).length
    if (present * 2 >= members.size) return
    const council = archive.body(meeting.udvalg).type === 'kommunalbestyrelse'
    yield {
      ...at(meeting.file, ['deltagere']),
      severity: council ? 'warning' : 'info',
      message: `${present} af ${members.size} medlemmer var til stede.`,
      hint: council
        ? 'Kommunalbestyrelsen er beslutningsdygtig, når mindst halvdelen er til stede (kommunestyrelsesloven § 11, stk. 2). Se efter, om deltagerne er skrevet rigtigt.'
        : 'Se efter, om deltagerne er skrevet rigtigt, og om udvalget var beslutningsdygtigt efter sine egne regler.',
    }
  },
}
