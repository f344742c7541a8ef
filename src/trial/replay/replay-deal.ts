import { isNote } from '#domain/deals/fold'
import type { People } from '#ports/people'
import type { DomainEvent } from '#schemas/event'
import { replayCreation, replayEvent } from './replay-event'
import { namesIn } from './replay-names'
import { replayWorld, type ReplayRules } from './replay-world'
import type { RecordedDeal, Replayed, Replaying } from './replaying'

/** Lets a recorded deal live again under some rules, up to an instant: the same steps at the same times. */
export async function replayDeal(
  rules: ReplayRules,
  people: People,
  recorded: RecordedDeal,
  until: string,
): Promise<Replayed | undefined> {
  const [born, ...rest] = recorded.events.filter((event) => !isNote(event))
  if (born === undefined || born.name !== 'deal.created') return undefined
  const place = await replayWorld(rules, people, {
    now: born.at,
    papers: recorded.papers,
    currency: born.detail.currency,
  })
  const replaying: Replaying = {
    ...place,
    people,
    recorded,
    names: namesIn((await place.world.ports.rules.current()).model),
    stops: [],
    refused: [],
    doneBefore: new Map(),
    unknownFields: new Set(),
    moves: { count: 0 },
  }
  const lost = (await replayCreation(replaying, born)) ?? (await replayRest(replaying, rest))
  await place.world.passTo(until)
  return outcomeOf(replaying, lost)
}

async function replayRest(replaying: Replaying, events: readonly DomainEvent[]): Promise<Replayed['lost']> {
  for (const event of events) {
    // oxlint-disable-next-line no-await-in-loop -- a life goes one step after another
    await replaying.world.passTo(event.at)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const lost = await replayEvent(replaying, event)
    if (lost !== undefined) return lost
  }
  return undefined
}

async function outcomeOf(replaying: Replaying, lost: Replayed['lost']): Promise<Replayed | undefined> {
  const { world, recorded, stops, refused, moves, unknownFields } = replaying
  const [deal, tasks] = await Promise.all([world.ports.deals.find(recorded.id), world.ports.deals.tasksOf(recorded.id)])
  if (deal === undefined) return undefined
  return {
    deal,
    tasks,
    history: world.history(),
    stops,
    refused,
    moves: moves.count,
    unknownFields: [...unknownFields],
    ...(lost === undefined ? {} : { lost }),
  }
}
