import { channelsRefusal } from '#channels/words/channels-refusal'
import type { Caller } from '#domain/kernel/access'
import type { ReplayArrivals } from '#schemas/integration'
import { pagesOf } from '#usecases/every-page'
import type { ChannelNeeds } from './channel-needs'
import { readArrival } from './read-arrivals'
import { ownIntegration } from './read-integrations'

/** So many are read again at once; asking once more goes on. */
const most = 500

/**
 * Reads again what could not be read, or what was kept unread. What was read before changes nothing: whatever follows from
 * what came has an id that follows from it.
 */
export async function replayArrivals(
  ports: ChannelNeeds,
  caller: Caller,
  id: string,
  { arrival }: ReplayArrivals,
): Promise<{ readonly read: number; readonly unreadable: number }> {
  const kept = await ownIntegration(ports, caller, id)
  if (arrival !== undefined && (await ports.integrations.arrival(id, arrival)) === undefined)
    throw channelsRefusal('field_value.arrival_unknown', { integration: id, id: arrival })
  const ids = arrival === undefined ? await unread(ports, id) : [arrival]
  const counted = { read: 0, unreadable: 0 }
  // The oldest first, as it was said.
  for (const one of ids.toReversed()) {
    const found = await ports.integrations.arrival(id, one)
    if (found === undefined) continue
    const { state } = await readArrival(ports, kept, found)
    if (state === 'unreadable') counted.unreadable += 1
    else counted.read += 1
  }
  return counted
}

async function unread({ integrations }: Pick<ChannelNeeds, 'integrations'>, id: string): Promise<readonly string[]> {
  const found: string[] = []
  for await (const page of pagesOf(200, (ask) => integrations.arrivals(id, ask))) {
    found.push(...page.filter(({ state }) => state === 'unreadable' || state === 'paused').map((one) => one.id))
    if (found.length >= most) break
  }
  return found.slice(0, most)
}
