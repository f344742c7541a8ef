import { nextOpening } from '#domain/time/calendar'
import { lineFor } from '#domain/deals/routing'
import { pipelineOf, stageIndex } from '#domain/rules/stage-rules'
import { wallTime } from '#domain/time/zone'
import { systemCaller } from '#domain/kernel/access'
import { memoryWorld, type MemoryWorld } from '#product/memory-world'
import type { Ports } from '#ports/ports'
import type { RulesVersion } from '#ports/rules'
import type { Deal } from '#schemas/deal'
import type { Model, NewDealLine } from '#schemas/model'
import type { Task } from '#schemas/task'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'
import { peopleNamed, type TrialCompany } from './company'
import { connectChannels, talkWith, trialOutlet, waysOf } from './trial-channels'
import { blankTemplates, withBlankTemplates } from './papers'
import type { TrialTest } from './test-file'

/** Where something is tried: a world of its own with one deal in it. */
export type TrialScene = {
  readonly world: MemoryWorld
  readonly model: Model
  readonly dealId: string
  /** The talks with those who rang, wrote or were rung in the steps so far, beside that with the client. */
  readonly talks: string[]
  /** The line of `new_deals` that took the deal, where none was named. */
  readonly routedBy?: NewDealLine
}

/** A deal as it begins to be tried. */
export type TrialDeal = TrialTest['deal'] & { readonly title: string; readonly at?: string }

/** The moment at which something is tried where none is named: a morning in working time, always the same one. */
export function usualStart({ calendar }: Model): string {
  return nextOpening(calendar, wallTime(calendar.timezone, '2026-12-01', '10:00'))
}

/** A world with a new deal in it, and everything that follows from its coming. */
export async function openScene(rules: RulesVersion, company: TrialCompany, deal: TrialDeal): Promise<TrialScene> {
  const now = deal.at ?? usualStart(rules.model)
  const world = await memoryWorld({
    rules: withBlankTemplates(rules),
    ...company,
    now,
    instead: (ports) => ({ ...aloneIn(ports), files: blankTemplates(() => ports.clock.now()) }),
  })
  const { model } = await world.ports.rules.current()
  await connectChannels({ world, model })
  const routedBy =
    deal.pipeline === undefined && deal.owner === undefined
      ? lineFor(model, { fields: deal.fields, currency: 'RUB', at: now })
      : undefined
  const made = await bringDeal(world, model, deal)
  await world.settle()
  return {
    world,
    model,
    dealId: made.id,
    talks: await talksWith(world, made),
    ...(routedBy === undefined ? {} : { routedBy }),
  }
}

/** There is no other deal: a link may name any; and what is sent to clients goes nowhere. */
function aloneIn({ deals, outlet }: Ports): Partial<Ports> {
  return { deals: { ...deals, hasOnlyOne: true }, outlet: { ...outlet, ...trialOutlet } }
}

async function bringDeal(world: MemoryWorld, model: Model, deal: TrialDeal): Promise<Deal> {
  const { title, pipeline, stage, client, fields } = deal
  const system = await world.as()
  const owner = await ownerOf(world, deal)
  const past = pipeline === undefined || stage === undefined ? undefined : wonStageBefore(model, pipeline, stage)
  const input = {
    title: title.slice(0, 200),
    client: { ...client },
    fields: { ...fields },
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(owner === undefined ? {} : { owner }),
    ...(stage === undefined ? {} : { stage: past ?? stage }),
  }
  const made = await createDeal(world.ports, system, input)
  if (past === undefined || stage === undefined) return made
  // A deal that begins in delivery has been won: it is, as by an import, moved there past the gate of payment.
  const importing = { ...system, caller: systemCaller('import', 'trial') }
  const override = { reason: 'It begins here' }
  return moveDeal(world.ports, importing, made.id, { toStage: stage, override })
}

/** The stage that must be left to win, when a deal begins past it. */
function wonStageBefore(model: Model, pipelineId: string, stage: string): string | undefined {
  const pipeline = pipelineOf(model, pipelineId)
  return stageIndex(pipeline, stage) > stageIndex(pipeline, pipeline.wonAfter) ? pipeline.wonAfter : undefined
}

async function ownerOf(world: MemoryWorld, { owner, pipeline }: TrialDeal): Promise<string | undefined> {
  if (owner === undefined) return pipeline === undefined ? undefined : 'owner'
  const people = await world.ports.people.load()
  return peopleNamed(owner, 'owner', world.now().slice(0, 10), people)[0] ?? owner
}

async function talksWith(world: MemoryWorld, deal: Deal): Promise<string[]> {
  return Promise.all((await waysOf(world, deal)).map((way) => talkWith(world, way)))
}

/** What a task is called in tests: its template, the rule of the automation that added it, or what is owed to a client. */
export function taskName({ template, createdBy, owes }: Pick<Task, 'template' | 'createdBy' | 'owes'>): string {
  return owes?.kind ?? template ?? createdBy
}

/** The task of that name that is meant now: an open one of this stay, else of an earlier one, else the last of all. */
export function taskNamed(name: string, deal: Deal, tasks: readonly Task[]): Task | undefined {
  const own = tasks.filter((task) => taskName(task) === name).toSorted((a, b) => b.visit - a.visit)
  const open = own.filter(({ status }) => status === 'open')
  return open.find(({ visit }) => visit === deal.visit.no) ?? open[0] ?? own[0]
}
