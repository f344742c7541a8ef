import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { passGate, routeOf, type Passage, type Route } from '#domain/deals/moving'
import { MoveRefusal } from '#domain/deals/gate-refusal'
import { pipelineOf } from '#domain/rules/stage-rules'
import { withWon, wonNow } from '#domain/deals/winning'
import type { Ports } from '#ports/ports'
import type { MoveDeal } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import type { EventDetail } from '#schemas/event'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openFile, type DealFile } from './deal-file'
import { overrideRole } from './override'
import { finishTasks } from './finish-tasks'
import { filledIn } from '#usecases/linked/filled-in'
import { refuseFollowing } from './refuse-following'
import { refuseOthersFields } from './refuse-others-fields'
import { replyByDoing } from './record-reply'
import { withAmount } from './with-amount'
import { withFacts } from './with-facts'

type Needs = Pick<Ports, 'clock' | 'ids' | 'deals' | 'people' | 'rules' | 'settings' | 'gateFacts'>

/**
 * Moves a deal: forward through the exit gate of its visit, back with a reason, past stages that may be skipped. What
 * the move carries (`fields`, `complete`) is applied with it or not at all. The stage it is in already changes nothing.
 * Refuses with `gate_blocked` and everything that is missing.
 */
export function moveDeal(ports: Needs, command: Command, dealId: string, input: MoveDeal): Promise<Deal> {
  return once(ports, command, () => move(ports, command, dealId, input))
}

async function move(ports: Needs, command: Command, dealId: string, input: MoveDeal): Promise<Deal> {
  const file = await openFile(ports, command.caller, dealId)
  expectVersion(file.deal, command)
  const route = routeOf(file.deal, file.newest.model, input.toStage)
  if (route.direction === 'none') return file.deal
  refuseClosed(file.deal)
  const at = notBefore(ports.clock.now(), file.deal)
  const scene = { owner: file.deal.owner, people: file.people, model: file.newest.model, at }
  const { fields, changes } = await filledIn(ports, command.caller, file, input.fields)
  refuseFollowing(file.deal, changes, file.newest.model)
  refuseOthersFields(command.caller, Object.keys(changes), scene, { mayEdit: true })
  const done = await finishTasks(file, input.complete ?? [], command, at)
  const reply = done.changed.length === 0 ? {} : replyByDoing(file, command, at)
  const wanted = { ...file.deal, fields, ...reply }
  const deal = await withAmount(ports, wanted, { ...file, caller: command.caller, changes, reason: reasonOf(input) })
  const { rules, sources } = await withFacts(ports, deal, file.rules)
  const filled = { ...file, deal, rules, tasks: done.tasks }
  const passage = await pass(ports, command, filled, { input, route, at })
  const next = await arrive(ports, filled, route, at)
  const { stage, visit, status, pipeline, owner } = file.deal
  const detail: Omit<EventDetail, 'dealId' | 'deal'> = {
    from: { stage, visit: visit.no, status, pipeline, owner },
    ...(route.became === undefined ? {} : { became: route.became }),
    ...(Object.keys(changes).length === 0 ? {} : { changes }),
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    ...(done.changed.length === 0 ? {} : { completed: done.changed.map(({ task }) => task.id) }),
    ...reply,
    ...overrideDetail(passage, input, command),
  }
  return commit(ports, command, {
    was: file.deal,
    next,
    name: 'deal.moved',
    detail,
    at,
    tasks: done.changed,
    counted: done.changed.map(({ task }) => task),
    sources,
  })
}

function reasonOf({ reason, override }: MoveDeal): string | undefined {
  return reason ?? override?.reason
}

async function pass(
  ports: Needs,
  command: Command,
  file: DealFile,
  ask: { input: MoveDeal; route: Route; at: string },
): Promise<Passage | undefined> {
  const { input, route, at } = ask
  if (route.direction === 'back') {
    if (input.reason !== undefined) return undefined
    throw dealRefusal('reason_required')
  }
  const role = input.override === undefined ? undefined : overrideRole(command.caller, file, route)
  try {
    return passGate({ ...file, route }, role === undefined ? undefined : { role })
  } catch (error) {
    if (error instanceof MoveRefusal) await recordRefusal(ports, command, file, { input, at, error })
    throw error
  }
}

async function recordRefusal(
  ports: Needs,
  command: Command,
  { deal, rules }: DealFile,
  { input, at, error }: { input: MoveDeal; at: string; error: MoveRefusal },
): Promise<void> {
  const { pipeline, stage } = deal
  await ports.deals.recordRefusal({
    id: ports.ids.next('ref'),
    dealId: deal.id,
    at,
    actor: command.caller.actor.id,
    pipeline,
    stage,
    toStage: input.toStage,
    configVersion: rules.configVersion,
    missing: error.words,
    owner: deal.owner,
  })
}

async function arrive(ports: Needs, file: DealFile, route: Route, at: string): Promise<Deal> {
  const { deal, newest, people } = file
  const pipeline = pipelineOf(newest.model, deal.pipeline)
  const stage = pipeline.stages[route.to]
  const moved: Deal =
    stage === undefined
      ? { ...deal, status: 'completed', closed: { at } }
      : {
          ...deal,
          stage: stage.id,
          status: route.became === 'won' ? 'won' : route.became === 'unwon' ? 'open' : deal.status,
          visit: { no: deal.visit.no + 1, enteredAt: at, configVersion: newest.version },
        }
  if (route.became === 'unwon') return withWon(moved, undefined)
  if (route.became !== 'won') return moved
  const money = await ports.settings.load()
  return withWon(moved, wonNow(deal, at, { model: newest.model, employees: people.employees, money }))
}

function overrideDetail(
  passage: Passage | undefined,
  input: MoveDeal,
  { caller }: Command,
): Pick<EventDetail, 'override'> {
  if (passage === undefined || input.override === undefined) return {}
  return {
    override: {
      by: caller.actor.id,
      role: passage.role,
      reason: input.override.reason,
      missing: [...passage.missing],
    },
  }
}

function refuseClosed(deal: Deal): void {
  if (deal.status === 'open' || deal.status === 'won') return
  throw dealRefusal('deal_closed', { title: deal.title, status: deal.status }, { status: deal.status })
}
