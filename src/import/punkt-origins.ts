import type { Origin } from './origin.ts'
import type { PunktDraft } from './punkt-draft.ts'

/** How the fields below a punkt's head were found. */
export function originsBelowHead(
  {
    bilag,
    tidligere,
    beslutning,
    afstemning,
    fraværende,
  }: Pick<PunktDraft, 'bilag' | 'tidligere' | 'beslutning' | 'afstemning' | 'fraværende'>,
  decision: number | undefined,
  head: number,
): Origin[] {
  const line = decision ?? head
  const sides = Object.entries(afstemning ?? {}).map(([side, { antal, partier = [], medlemmer = [] }]) =>
    [side, antal, [...partier, ...medlemmer].join(', ')].filter((part) => part !== undefined && part !== '').join(' '),
  )
  return [
    ...(beslutning.length > 0
      ? [{ field: 'beslutning', value: beslutning.join(', '), line: head, rule: 'teksten; der er intet afsnit med en beslutning' }]
      : []),
    ...(sides.length > 0 ? [{ field: 'afstemning', value: sides.join('; '), line, rule: 'ordene i beslutningen' }] : []),
    ...fraværende.map(({ name, reason }) => ({ field: 'fraværende', value: `${name} (${reason})`, line, rule: 'ordene i punktet' })),
    ...tidligere.map(({ udvalg, dato, punkt }) => ({
      field: 'tidligere',
      value: [udvalg, dato, ...(punkt === undefined ? [] : [`punkt ${punkt}`])].join(', '),
      line: head,
      rule: 'overskrift eller sagsgang, der nævner et tidligere møde',
    })),
    ...bilag.map(({ titel, adgang, line: at, isLink }) => ({
      field: 'bilag',
      value: `${titel} (${adgang})`,
      line: at,
      rule: isLink ? 'link til en fil' : 'afsnittet med bilag',
    })),
  ]
}
