import { changedRows, planOf, taskParts } from '#domain/deals/contribution'
import type { DealChange } from '#ports/deals'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { EventDetail } from '#schemas/event'
import type { Task } from '#schemas/task'
import type { Decision } from './decision'
import { answerWith, eventOf, type Command } from '#usecases/command'

/**
 * Writes a decision with its event in one transaction and gives the deal as it now is. What it changes of a month that is
 * closed counts in the month of the decision.
 */
export async function commit({ deals }: Pick<Ports, 'deals'>, command: Command, given: Decision): Promise<Deal> {
  const { decision, ...dated } = await datedLater(deals, command, given)
  const {
    was,
    next,
    name,
    detail,
    at,
    tasks = [],
    notes = [],
    sources = [],
    finders = [],
    clock,
    lines,
    answer,
    told,
  } = decision
  const deal: Deal = { ...next, version: (was?.version ?? 0) + 1, updatedAt: at }
  const event = eventOf(name, deal, command, { ...detail, ...bookChange(was, deal, decision.counted ?? []) })
  const sold = lines === undefined ? {} : { lines }
  const beside = { notes, sources, finders, ...dated, ...sold, ...(clock === undefined ? {} : { clock }) }
  await deals.save({ was, deal, event, tasks, ...beside, ...answerWith(command, told ?? answer ?? deal) })
  return deal
}

type Dated = { readonly decision: Decision } & Pick<DealChange, 'closings' | 'corrections'>

/** Only what lies in a month before can be in a closed one: a command of today reads nothing for it. */
async function datedLater(deals: Ports['deals'], command: Command, decision: Decision): Promise<Dated> {
  const { was, next, counted = [], at } = decision
  const rows = changedRows(was === undefined ? [] : planOf(was), planOf(next))
  const months = [...rows.map(({ key }) => key.month), ...counted.flatMap((task) => task.counted?.month ?? [])]
  if (decision.keepsMonths === true || !months.some((month) => mayBeOver(month, at))) return { decision }
  const { intoTheMonthOfToday } = await import('./into-the-month-of-today')
  return intoTheMonthOfToday(deals, { decision, rows, command })
}

/** A company east of Greenwich is in the next month already on the last day of one. */
function mayBeOver(month: string, at: string): boolean {
  return month < new Date(Date.parse(at) + DAY_MS).toISOString().slice(0, 7)
}

const DAY_MS = 86_400_000

/**
 * The deal's whole part in the plan, when this event changed it, and the parts of tasks that began or ceased to count.
 * What was won is told when it changed although nothing counts now, as with the corrected amount of a cancelled deal:
 * events that leave that out would not add up to the deal.
 */
function bookChange(
  was: Deal | undefined,
  deal: Deal,
  counted: readonly Task[],
): Pick<EventDetail, 'plan' | 'won' | 'corrections'> {
  const before = was === undefined ? [] : planOf(was)
  const now = planOf(deal)
  const isSame = JSON.stringify(before) === JSON.stringify(now)
  const plan = [...(isSame ? [] : now), ...taskParts(counted)]
  const isSameWon = isSame && JSON.stringify(was?.won) === JSON.stringify(deal.won)
  const corrections = (deal.corrections ?? []).slice(was?.corrections?.length ?? 0)
  return {
    ...(plan.length === 0 ? {} : { plan }),
    ...(isSameWon ? {} : { won: deal.won ?? null }),
    ...(corrections.length === 0 ? {} : { corrections: [...corrections] }),
  }
}

/** Not before what has happened already: a clock that jumped back must not put an event before its cause. */
export function notBefore(now: string, deal: Pick<Deal, 'updatedAt'>): string {
  return now < deal.updatedAt ? deal.updatedAt : now
}
