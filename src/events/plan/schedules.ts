import type { Timed } from '#events/schedule'

// What runs once a night is loaded then: the others run every minute, and a start should not pay for it.
/** What is done by the clock for the plan. */
export const schedules: readonly Timed[] = [
  {
    name: 'refresh-pace',
    when: { cron: '5 * * * *' },
    run: async (ports, at) => (await import('#usecases/plan/refresh-pace')).refreshPace(ports, at),
  },
  {
    name: 'take-plan-snapshot',
    when: { cron: '50 23 * * *' },
    run: async (ports, at) => (await import('#usecases/plan/take-plan-snapshot')).takePlanSnapshot(ports, at),
  },
  {
    name: 'change-currency',
    when: { everyMinutes: 5 },
    locally: { everyMinutes: 1 },
    run: async (ports, at) => (await import('#usecases/plan/go-on-changing-currency')).goOnChangingCurrency(ports, at),
  },
  {
    name: 'reconcile-plan',
    when: { cron: '30 2 * * *' },
    run: async (ports, at) => (await import('#usecases/plan/reconcile-plan')).reconcilePlan(ports, at),
  },
]
