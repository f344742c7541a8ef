import type { Ports } from '#ports/ports'
import type { Readiness } from '#schemas/views'

type Needs = Pick<Ports, 'clock' | 'backstage'>

/** What has waited for longer is not on its way any more, but stands. */
const behindSeconds = 60

/** How the product runs: how long the store takes to answer, and how far what follows from what is written has come. */
export async function readReadiness({ clock, backstage }: Needs): Promise<Readiness> {
  const started = performance.now()
  await backstage.touchStore()
  const storeMilliseconds = Math.round((performance.now() - started) * 10) / 10
  const stand = backstage.stand()
  const lags = stand === undefined ? [] : [stand.stream, ...stand.queues]
  return {
    status: lags.some((lag) => lag.behindSeconds > behindSeconds) ? 'behind' : 'ready',
    at: clock.now(),
    storeMilliseconds,
    backstage:
      stand === undefined
        ? null
        : {
            stream: { ...stand.stream },
            queues: stand.queues.map((queue) => ({ ...queue })),
            schedules: Object.entries(stand.schedules).map(([name, lastRunAt]) => ({ name, lastRunAt })),
          },
  }
}
