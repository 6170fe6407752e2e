import { parseArgs } from 'node:util'
import { expect, test } from 'vitest'
import { explainArguments } from './arguments.ts'

test.each([
  [['--nope'], 'Kommandoen kender ikke --nope.'],
  [['--content'], 'Der mangler noget efter --content.'],
  [['--help=x'], '--help skal stå uden værdi.'],
  [['extra'], 'Kommandoen kan ikke bruge "extra".'],
])('%j', (args, says) => {
  const refused = (): unknown => parseArgs({ args, options: { content: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
  let error: unknown
  try {
    refused()
  } catch (thrown) {
    error = thrown
  }
  expect(explainArguments(error)).toBe(says)
})
