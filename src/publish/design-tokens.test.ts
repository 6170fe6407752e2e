import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { designTokens } from './design-tokens.ts'

const css = readFileSync('src/browser/css/tokens.css', 'utf8')
const { groups, pairs } = designTokens(css)

test('every token that is written down is declared, and every token that is declared is written down', () => {
  const declared = new Set([...css.matchAll(/--([a-z0-9-]+):/g)].map(([, name]) => name))
  const written = groups.flatMap(({ tokens }) => tokens)
  expect(written.filter(({ value }) => value === '')).toEqual([])
  expect(
    [...declared].filter((name) => name !== 'ground' && name !== 'link-hover' && !written.some((token) => token.name === name)),
  ).toEqual([])
})

test('all text has a contrast of 7 to its ground, marks one of 3, in light and dark', () => {
  expect(pairs.filter(({ enough }) => !enough)).toEqual([])
  expect(pairs.length).toBeGreaterThan(15)
})

test('a pair that is too faint is told apart', () => {
  expect(
    designTokens(css.replace(/--ink-soft: #\w+/, '--ink-soft: #8899a0')).pairs.find(({ about }) => about === 'Noter på siden'),
  ).toMatchObject({
    enough: false,
    least: 7,
  })
})
