import { setTimeout as sleep } from 'node:timers/promises'

import { withdrawn, withOrder } from '#channels/domain/call-orders'
import { channelsRefusal } from '#channels/words/channels-refusal'
import type { KeptIntegration } from '#ports/integrations'
import type { CallOrder } from '#schemas/channels/call-orders'
import type { Ports } from '#ports/ports'
import { again, whileOthersWrite } from '#usecases/while-others-write'

/** How often it is looked whether the program has taken an order, and how long lies between two looks: eight seconds. */
const mostLooks = 32
const lookMs = 250

/** A call to be asked for at the program beside an exchange. */
type Order = { readonly command: string; readonly extension: string; readonly talk: string }

/**
 * Leaves an order for the program beside an exchange and waits for what it says: why the exchange does not call, in its own
 * words; undefined where it does. Refuses with `field_value` where nobody asks for orders (it is taken back then: no telephone
 * rings later by itself), and where one was taken and nothing was said of it.
 */
export async function orderCall(
  { integrations, clock }: Pick<Ports, 'integrations' | 'clock'>,
  { id, name }: Pick<KeptIntegration, 'id' | 'name'>,
  order: Order,
  pause: (ms: number) => Promise<unknown> = sleep,
): Promise<string | undefined> {
  const added: CallOrder = { ...order, at: clock.now(), state: 'waiting' }
  await whileOthersWrite(`The order of a call by ${id} was written`, async () => {
    const next = withOrder(await integrations.callOrders(id), id, added)
    return (await integrations.saveCallOrders(next)) ? undefined : again
  })
  for (let look = 0; look < mostLooks; look += 1) {
    // oxlint-disable-next-line no-await-in-loop -- it is looked until something was said
    await pause(lookMs)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const stand = await standOf(integrations, id, order.command)
    if (stand?.state === 'calls') return undefined
    if (stand?.state === 'refused') return stand.why ?? ''
  }
  const wasTaken = await whileOthersWrite(`The order of a call by ${id} was taken back`, async () => {
    const was = await integrations.callOrders(id)
    const next = was === undefined ? undefined : withdrawn(was, order.command)
    if (next === undefined) return true
    return (await integrations.saveCallOrders(next)) ? false : again
  })
  const last = wasTaken ? await standOf(integrations, id, order.command) : undefined
  if (last?.state === 'calls') return undefined
  if (last?.state === 'refused') return last.why ?? ''
  throw channelsRefusal(wasTaken ? 'field_value.order_unsaid' : 'field_value.order_untaken', { name })
}

async function standOf(
  integrations: Ports['integrations'],
  id: string,
  command: string,
): Promise<CallOrder | undefined> {
  return (await integrations.callOrders(id))?.orders.find((one) => one.command === command)
}
