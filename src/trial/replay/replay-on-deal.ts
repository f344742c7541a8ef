import { Refusal } from '#domain/kernel/refusal'
import type { DomainEvent } from '#schemas/event'
import { changeOwner } from '#usecases/deals/change-owner'
import { cancelDeal, loseDeal } from '#usecases/deals/close-deal'
import { postEvent } from '#usecases/deals/post-event'
import { recordReply } from '#usecases/deals/record-reply'
import { updateDeal } from '#usecases/deals/update-deal'
import { quietly } from './replay-task'
import { recordedCommand } from './replay-world'
import { dealNow, type Replaying } from './replaying'
import { takenValues } from './taken-values'

/** Does to the deal itself what was done to it, other than moving it. */
export async function replayOnDeal(replaying: Replaying, event: DomainEvent): Promise<void> {
  const { world, people, recorded } = replaying
  const { ports } = world
  const { detail, name } = event
  const command = recordedCommand(event.actor, people)
  switch (name) {
    case 'deal.updated': {
      const fields = await takenValues(replaying, event, await dealNow(replaying))
      return quietly(() => updateDeal(ports, command, recorded.id, { fields }))
    }
    case 'deal.event_posted':
      return posted(replaying, event)
    case 'deal.replied':
      return quietly(() => recordReply(ports, command, recorded.id, {}))
    case 'deal.owner_changed':
      return quietly(() => changeOwner(ports, command, recorded.id, { owner: detail.deal.owner }))
    case 'deal.lost':
    case 'deal.cancelled':
      return close(replaying, event)
    default:
      // Whom it counts for is of no interest to the rules.
      return undefined
  }
}

async function posted(replaying: Replaying, event: DomainEvent): Promise<void> {
  const { world, people, recorded } = replaying
  const { ports } = world
  const command = recordedCommand(event.actor, people)
  const fields = await takenValues(replaying, event, await dealNow(replaying))
  const { model } = await ports.rules.current()
  const id = event.detail.event ?? ''
  const known = model.events[id] === undefined ? undefined : id
  if (known !== undefined) return quietly(() => postEvent(ports, command, recorded.id, { event: known, fields }))
  // The rules do not know such events any more; what came with it is known all the same.
  return quietly(() => updateDeal(ports, command, recorded.id, { fields }))
}

/** A reason that the rules do not have any more, or a person they do not let, is a stop; the deal is closed all the same. */
async function close(replaying: Replaying, event: DomainEvent): Promise<void> {
  const { world, people, recorded, stops } = replaying
  const now = await dealNow(replaying)
  if (now.status !== 'open' && now.status !== 'won' && now.status !== 'completed') return
  const isLost = now.status === 'open'
  const run = isLost ? loseDeal : cancelDeal
  const { model } = await world.ports.rules.current()
  const { reasons, origin } = model.outcomes[isLost ? 'lost' : 'cancelled']
  const given = event.detail.reason ?? ''
  try {
    await run(world.ports, recordedCommand(event.actor, people), recorded.id, { reason: given })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const place = { pipeline: now.pipeline, from: now.stage, to: isLost ? 'lost' : 'cancelled' }
    const outcome = `outcomes.${place.to}`
    const missing = error.code === 'reason_unknown' ? `${outcome}.reasons.${given}` : `${outcome}.who`
    const why = { missing: [missing], line: origin.line }
    stops.push({ at: event.at, by: event.actor.id, kind: 'other', ...place, ...why })
    const reason = Object.hasOwn(reasons, given) ? given : (Object.keys(reasons)[0] ?? given)
    await replaying.forced(event.actor, (command) => run(world.ports, command, recorded.id, { reason }))
  }
}
