import type { Ports } from '#ports/ports'
import { memoryLimits } from '#product/memory-limits'
import { webhookOutlet } from '#webhooks/events/webhook-outlet'
import { localChannels, type ChannelSettings } from '#local/local-channels'
import { keptHere } from '#local/spool'

/** The folder of a machine, how people are reached from it, how much they may ask, and perhaps another clock. */
type Machine = {
  readonly dataDir: string
  readonly channels?: ChannelSettings
  readonly now?: () => string
  readonly requestsAMinute?: number | undefined
}

/** What the outside provides on this machine; `wake` is called when something was written that is to be handed on. */
export function portsOver(
  store: Ports,
  { dataDir, channels = {}, now, requestsAMinute }: Machine,
  { wake, toCome }: { readonly wake: () => void; readonly toCome: Ports['backlog']['toCome'] },
): Ports {
  return {
    ...store,
    ...(now === undefined ? {} : { clock: { now } }),
    backlog: { toCome },
    limits: memoryLimits(requestsAMinute),
    channels: localChannels(dataDir, channels),
    outlet: webhookOutlet({ allowLoopback: channels.allowLoopback ?? false }),
    integrations: keptHere(store.integrations, dataDir, wake),
    deals: {
      ...store.deals,
      save: async (change) => {
        await store.deals.save(change)
        wake()
      },
    },
    automation: {
      ...store.automation,
      note: async (run) => {
        const isNew = await store.automation.note(run)
        wake()
        return isNew
      },
    },
  }
}
