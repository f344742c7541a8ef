import { defineConfig } from 'vitest/config'

import { isInCi, kindsOfTests } from '#test/support/kinds-of-tests'
import { minutesReporter } from '#test/support/minutes'

const { quick, whole, apart } = kindsOfTests()

// oxlint-disable-next-line import/no-default-export -- vitest reads its configuration from the default export
export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    reporters: ['default', minutesReporter()],
    // Files share a process: what one of them watches must be gone before the next.
    isolate: false,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        // In any order, so that a file that leaves something behind for the next is found out.
        test: { name: 'quick', include: [...quick], pool: 'threads', sequence: { shuffle: { files: isInCi } } },
      },
      { extends: true, test: { name: 'whole', include: [...whole], pool: 'forks' } },
      { extends: true, test: { name: 'apart', include: [...apart], pool: 'forks', isolate: true } },
    ],
  },
})
