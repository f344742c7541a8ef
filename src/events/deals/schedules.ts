import type { Timed } from '#events/schedule'

// What runs once a night is loaded then.
/** What is done by the clock for the board. */
export const schedules: readonly Timed[] = [
  {
    name: 'reconcile-columns',
    when: { cron: '0 2 * * *' },
    run: async (ports, at) => (await import('#usecases/deals/reconcile-columns')).reconcileColumns(ports, at),
  },
]
