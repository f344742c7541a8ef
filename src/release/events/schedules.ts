import type { Timed } from '#events/schedule'

/** What is done by the clock for the rules. */
export const schedules: readonly Timed[] = [
  // Two reads a minute while nothing waits; what plans and publishes is loaded by the first run.
  {
    name: 'run-releases',
    when: { everyMinutes: 1 },
    run: async (ports) => (await import('#release/usecases/run-releases')).runReleases(ports),
  },
]
