import { planOf, taskParts } from '#domain/deals/contribution'
import type { DealChange } from '#ports/deals'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { EventDetail, EventName } from '#schemas/event'
import type { Task } from '#schemas/task'
import { answerWith, eventOf, type Command } from '#usecases/command'

/** What a decision makes of a deal. `next` has no new version yet; `answer` is what the caller gets, the deal by default. */
export type Decision = {
  readonly was: Deal | undefined
  readonly next: Deal
  readonly name: EventName
  readonly detail: Omit<EventDetail, 'dealId' | 'deal'>
  readonly at: string
  readonly tasks?: DealChange['tasks']
  /** What is noted as the reason for it, and what the deal's clock becomes. */
  readonly notes?: DealChange['notes']
  readonly clock?: DealChange['clock']
  /** What it relied on beside the deal. */
  readonly sources?: DealChange['sources']
  readonly finders?: DealChange['finders']
  readonly answer?: Task
  /** Tasks that began or ceased to count as done. */
  readonly counted?: readonly Task[]
}

/** Writes a decision with its event in one transaction and gives the deal as it now is. */
export async function commit({ deals }: Pick<Ports, 'deals'>, command: Command, decision: Decision): Promise<Deal> {
  const { was, next, name, detail, at, tasks = [], notes = [], sources = [], finders = [], clock, answer } = decision
  const deal: Deal = { ...next, version: (was?.version ?? 0) + 1, updatedAt: at }
  const event = eventOf(name, deal, command, { ...detail, ...bookChange(was, deal, decision.counted ?? []) })
  const beside = { notes, sources, finders, ...(clock === undefined ? {} : { clock }) }
  await deals.save({ was, deal, event, tasks, ...beside, ...answerWith(command, answer ?? deal) })
  return deal
}

/**
 * The deal's whole part in the plan, when this event changed it, and the parts of tasks that began or ceased to count.
 * What was won is told when it changed although nothing counts now, as with the corrected amount of a cancelled deal:
 * events that leave that out would not add up to the deal.
 */
function bookChange(was: Deal | undefined, deal: Deal, counted: readonly Task[]): Pick<EventDetail, 'plan' | 'won'> {
  const before = was === undefined ? [] : planOf(was)
  const now = planOf(deal)
  const isSame = JSON.stringify(before) === JSON.stringify(now)
  const plan = [...(isSame ? [] : now), ...taskParts(counted)]
  const isSameWon = isSame && JSON.stringify(was?.won) === JSON.stringify(deal.won)
  return { ...(plan.length === 0 ? {} : { plan }), ...(isSameWon ? {} : { won: deal.won ?? null }) }
}

/** Not before what has happened already: a clock that jumped back must not put an event before its cause. */
export function notBefore(now: string, deal: Pick<Deal, 'updatedAt'>): string {
  return now < deal.updatedAt ? deal.updatedAt : now
}
