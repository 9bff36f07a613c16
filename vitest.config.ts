import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'
import { ClosingLine } from './tests/support/closing-line.ts'
import { SlowFirst } from './tests/support/slow-first.ts'

const require = createRequire(import.meta.url)

export default defineConfig({
  resolve: {
    // One graphql for all: with its two builds side by side, schemas come "from another module or realm".
    alias: [{ find: /^graphql$/, replacement: require.resolve('graphql/index.js') }],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    reporters: ['default', new ClosingLine()],
    maxWorkers: 2,
    // As the program runs: packages that look for mistakes of their users do it for every field of every answer.
    env: { NODE_ENV: 'production' },
    // A process runs many files: the program's modules, and the browser, are loaded once and not once a file.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
