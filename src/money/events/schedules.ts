import type { Timed } from '#events/schedule'
import { settleDeals } from '#money/usecases/settle-deals'

/** What is done by the clock for money. */
export const schedules: readonly Timed[] = [{ name: 'settle-deals', when: { everyMinutes: 5 }, run: settleDeals }]
