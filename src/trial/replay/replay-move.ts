import { Refusal } from '#domain/kernel/refusal'
import { clientPrefix } from '#domain/rules/client-facts'
import { pipelineOf, stageIndex } from '#domain/rules/stage-rules'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Model } from '#schemas/model'
import { moveDeal } from '#usecases/deals/move-deal'
import { reopenDeal } from '#usecases/deals/reopen-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { openTaskOf, quietly, rememberDone } from './replay-task'
import { recordedCommand } from './replay-world'
import { dealNow, missingWords, type Replayed, type Replaying, type Stop } from './replaying'
import { takenValues } from './taken-values'
import { gateLine, stageIn } from '#trial/rule-lines'

/** Moves the deal where it went, or finds it there. Answers why there is no such place. */
export async function replayMove(replaying: Replaying, event: DomainEvent): Promise<Replayed['lost']> {
  const { detail, at } = event
  const { deal: then } = detail
  const isCompleted = then.status === 'completed'
  const to = isCompleted ? 'completed' : replaying.names.stage(then.pipeline, then.stage)
  if (to === undefined) return { at, what: `${then.pipeline}.${then.stage}` }
  const now = await dealNow(replaying)
  const { model } = await replaying.world.ports.rules.current()
  if (event.name === 'deal.reopened') await reopen(replaying, event, now, to)
  else if (isThere(now, to, model, event)) await foundThere(replaying, event, now)
  else await move(replaying, event, { now, to, model })
  return undefined
}

/** An earlier step of the replay, such as a rule of the automation, may have moved it there or past it already. */
function isThere(now: Deal, to: string, model: Model, { detail }: DomainEvent): boolean {
  if (to === 'completed') return now.status === 'completed'
  const pipeline = pipelineOf(model, now.pipeline)
  const [at, target] = [stageIndex(pipeline, now.stage), stageIndex(pipeline, to)]
  const wasBack = detail.reason !== undefined && detail.override === undefined
  return at === target || (at > target && !wasBack)
}

/** What was written down with a move that something else has made already is known all the same. */
async function foundThere(replaying: Replaying, event: DomainEvent, now: Deal): Promise<void> {
  const { world, people } = replaying
  replaying.moves.count += 1
  const fields = await takenValues(replaying, event, now)
  if (Object.keys(fields).length === 0) return
  await quietly(() => updateDeal(world.ports, recordedCommand(event.actor, people), now.id, { fields }))
}

type Going = { readonly now: Deal; readonly to: string; readonly model: Model }

async function move(replaying: Replaying, event: DomainEvent, { now, to }: Going): Promise<void> {
  const { world, people } = replaying
  const { reason, override, completed = [] } = event.detail
  const open = await Promise.all(completed.map((id) => openTaskOf(replaying, id)))
  for (const [no, id] of completed.entries()) if (open[no] === undefined) rememberDone(replaying, id, event)
  const input = {
    toStage: to,
    fields: await takenValues(replaying, event, now),
    complete: open.flatMap((task) => task?.id ?? []),
    ...(reason === undefined ? {} : { reason }),
  }
  replaying.moves.count += 1
  const recorded = override === undefined ? {} : { override: { reason: override.reason } }
  try {
    await moveDeal(world.ports, recordedCommand(event.actor, people), now.id, { ...input, ...recorded })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (!isForCardsAlone(error)) replaying.stops.push(await stopOf(replaying, event, { now, to, refusal: error }))
    const pass = { ...input, reason: reason ?? 'As it was', override: { reason: 'As it was' } }
    await replaying.forced(event.actor, (command) => moveDeal(world.ports, command, now.id, pass))
  }
}

/** What the cards of clients said then is kept nowhere: what gates ask of them alone stops nothing that has happened. */
function isForCardsAlone(refusal: Refusal): boolean {
  const missing = missingWords(refusal)
  return missing.length > 0 && missing.every(isOfCard)
}

function isOfCard(word: string): boolean {
  return word.startsWith(clientPrefix)
}

async function stopOf(
  { world }: Replaying,
  event: DomainEvent,
  { now, to, refusal }: { readonly now: Deal; readonly to: string; readonly refusal: Refusal },
): Promise<Stop> {
  const { model } = await world.ports.rules.version(now.visit.configVersion)
  const stage = stageIn(model, now.pipeline, now.stage)
  const missing = missingWords(refusal).filter((word) => !isOfCard(word))
  const task = stage?.tasks.find(({ id }) => id === missing[0])
  const gate = stage?.gate
  const line = task?.origin.line ?? (gate === undefined ? stage?.origin.line : gateLine(gate, missing[0] ?? '').line)
  return {
    at: event.at,
    by: event.actor.id,
    kind: 'move',
    pipeline: now.pipeline,
    from: now.stage,
    to,
    missing,
    line: line ?? 1,
  }
}

async function reopen(replaying: Replaying, event: DomainEvent, now: Deal, to: string): Promise<void> {
  if (now.status === 'open' || now.status === 'won') return
  const { world, people } = replaying
  const { reason = 'As it was' } = event.detail
  const { model } = await world.ports.rules.current()
  const pipeline = pipelineOf(model, now.pipeline)
  const isAllowed = stageIndex(pipeline, to) <= stageIndex(pipeline, now.stage)
  const input = { reason, ...(isAllowed ? { toStage: to } : {}) }
  await reopenDeal(world.ports, recordedCommand(event.actor, people), now.id, input)
}
