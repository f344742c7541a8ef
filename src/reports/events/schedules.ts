import type { Timed } from '#events/schedule'

// What runs once a night is loaded then: the others run every minute, and a start should not pay for it.
/** What is done by the clock for the reports. */
export const schedules: readonly Timed[] = [
  {
    name: 'reconcile-reports',
    when: { cron: '30 3 * * *' },
    run: async (ports, at) => (await import('#reports/usecases/reconcile-reports')).reconcileReports(ports, at),
  },
  {
    name: 'pack-reports',
    when: { cron: '40 * * * *' },
    run: async (ports, at) => (await import('#reports/usecases/pack-reports')).packReports(ports, at),
  },
]
