import { nextLook } from '#domain/deals/deal-clock'
import type { DealClock } from '#schemas/deal-clock'
import { dueShard, indexKeys, keys } from './keys'

/** The item of a deal's clock; in the sweep index while one of its hands has something left to say. */
export function clockItem(clock: DealClock): Record<string, unknown> {
  const next = nextLook(clock)
  const index =
    next === undefined ? {} : { gsi1pk: indexKeys.due(dueShard(clock.dealId)), gsi1sk: `${next}#${clock.dealId}` }
  return { ...keys.dealClock(clock.dealId), ...index, rev: clock.rev, clock }
}
