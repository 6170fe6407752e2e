import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    reporters: ['default', path.resolve(import.meta.dirname, 'summary-reporter.ts')],
    globalSetup: ['src/testing/built-site.ts'],
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
})
