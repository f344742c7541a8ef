import { Refusal } from '#domain/kernel/refusal'
import type { DomainEvent } from '#schemas/event'
import { createDeal } from '#usecases/deals/create-deal'
import { namesIn } from './replay-names'
import { replayMove } from './replay-move'
import { replayOnDeal } from './replay-on-deal'
import { doLate, replayOnTask } from './replay-task'
import { recordedCommand } from './replay-world'
import type { Replayed, Replaying } from './replaying'
import { takenValues } from './taken-values'

/** Brings the deal as it came, where it came. Answers why it cannot be placed. */
export async function replayCreation(replaying: Replaying, event: DomainEvent): Promise<Replayed['lost']> {
  const { world, recorded, names, people } = replaying
  const { deal, title = recorded.title } = event.detail
  const pipeline = names.pipeline(deal.pipeline)
  const stage = pipeline === undefined ? undefined : names.stage(deal.pipeline, deal.stage)
  const fields = await takenValues(replaying, event, deal)
  const input = { title: title.slice(0, 200) || recorded.id, owner: deal.owner, fields }
  const place = {
    pipeline: pipeline ?? firstPipeline(await world.ports.rules.current()),
    ...(stage === undefined ? {} : { stage }),
  }
  const create = (command: Parameters<typeof createDeal>[1]) => {
    replaying.nameNext(recorded.id)
    return createDeal(world.ports, command, { ...input, ...place })
  }
  try {
    await create(recordedCommand(event.actor, people))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const whole = { ...recordedCommand(event.actor, people), caller: (await world.as()).caller }
    await create(whole)
  }
  await world.settle()
  if (pipeline !== undefined && stage !== undefined) return undefined
  return { at: event.at, what: pipeline === undefined ? deal.pipeline : `${deal.pipeline}.${deal.stage}` }
}

function firstPipeline({
  model,
}: {
  readonly model: { readonly pipelines: Readonly<Record<string, unknown>> }
}): string {
  return Object.keys(model.pipelines)[0] ?? ''
}

/**
 * Does again what an event says somebody did. What the automation and the clock did follows from the rules by itself, so
 * it is not done again; a move of theirs that does not follow any more is tried in their place.
 */
export async function replayEvent(replaying: Replaying, event: DomainEvent): Promise<Replayed['lost']> {
  const { name, actor } = event
  replaying.names = namesIn((await replaying.world.ports.rules.current()).model)
  const lost = name === 'deal.moved' || name === 'deal.reopened' ? await replayMove(replaying, event) : undefined
  const isOwn = actor.kind === 'automation' || (actor.kind === 'system' && actor.id === 'clock')
  if (!isOwn && name.startsWith('task.')) await replayOnTask(replaying, event)
  else if (!isOwn && name !== 'deal.moved' && name !== 'deal.reopened') await replayOnDeal(replaying, event)
  await replaying.world.settle()
  await doLate(replaying)
  return lost
}
