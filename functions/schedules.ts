import { schedulesIn } from '#events/schedules'

import { functionChannels } from './function-channels'
import { functionPorts } from './function-ports'
import { putMetric } from './put-metric'

const ports = { ...functionPorts(), channels: functionChannels(process.env) }
// When each is due was decided at deployment; here only what it does matters, so any zone will do.
const schedules = schedulesIn('UTC')

/** Runs the schedule that is due, as of the instant for which it was planned, and counts what a recomputation found. */
export async function handler(due: { readonly schedule: string; readonly at: string }): Promise<void> {
  const schedule = schedules.find(({ name }) => name === due.schedule)
  if (schedule === undefined)
    throw new Error(`No schedule is called ${due.schedule}: it was deployed with other declarations.`)
  const result = await schedule.run(ports, due.at)
  const difference = differenceIn(result)
  if (difference !== undefined) putMetric('ReconcileDifference', difference, { schedule: due.schedule })
}

/** How many differences a recomputation found; the other schedules look for none. */
function differenceIn(result: unknown): number | undefined {
  if (typeof result !== 'object' || result === null || !('found' in result)) return undefined
  return typeof result.found === 'number' ? result.found : undefined
}
