import { planOf, taskParts } from '#domain/deals/contribution'
import { monthOf, periodAfter } from '#domain/time/period'
import {
  doubtfulEntries,
  isSameCount,
  nothing,
  rowOf,
  wrongCounters,
  type Counted,
  type Part,
} from '#domain/plan/reconcile'
import { dealIdOf } from '#domain/kernel/task-id'
import type { LedgerEntry } from '#ports/plans'
import type { Ports } from '#ports/ports'
import type { Difference, Reconciliation } from '#schemas/plan'

import { convertAnew } from './convert-anew'
import { restateDeal } from './go-on-changing-currency'
import { partsIn } from './plan-parts'

type Books = Pick<Ports, 'plans' | 'deals' | 'people' | 'rules' | 'settings' | 'ids'>
type Found = { readonly differences: readonly Difference[]; readonly onTheirWay: number; readonly looked: number }

/** The current month and the year before it: what can still change in the ordinary course of things. */
const MONTHS = 13

/** How long an event may take to reach the books: what has changed since is still on its way, not wrong. */
const ON_THE_WAY_MS = 15 * 60_000

/** How many differences a report names. */
const NAMED = 200

/**
 * Works the books of the plan out anew: every entry of the ledger from its deal or task, every counter from the ledger.
 * There must be no difference; one that is found is repaired and reported. A deal is read again, strongly, before its
 * entry is called wrong. Repairs are conditional on what was read, so events and a second run may come in between. Books of
 * deals that were converted by the digits of one currency alone are put right first, each by an event of its own.
 */
export async function reconcilePlan(ports: Books, at: string): Promise<Reconciliation> {
  const { model } = await ports.rules.current()
  const { currency } = await ports.settings.load()
  const current = monthOf(model.calendar.timezone, at)
  const months = Array.from({ length: MONTHS }, (_, index) => periodAfter(current, index + 1 - MONTHS))
  const company = { model, currency }
  const before = await partsIn(ports, company, months)
  const conversions = await convertAnew(ports, { at, currency, ids: before.misconverted })
  const restated = await restateFormer(ports, before.former, at)
  const said = restated || conversions.some(({ repaired }) => repaired) ? await partsIn(ports, company, months) : before

  const entries: Found[] = []
  const counters: Found[] = []
  for (const month of months) {
    // The ledger first: repairing an entry moves its counter along, and then the counter is judged by the ledger.
    entries.push(
      await reconcileEntries(
        ports,
        at,
        month,
        said.parts.filter(({ key }) => key.month === month),
      ),
    )
    counters.push(await reconcileCounters(ports, month))
  }
  const all = [...entries, ...counters]
  const differences = [...conversions, ...all.flatMap((found) => found.differences)]
  const report: Reconciliation = {
    at,
    months,
    deals: said.deals,
    tasks: said.tasks,
    entries: total(entries.map(({ looked }) => looked)),
    counters: total(counters.map(({ looked }) => looked)),
    onTheirWay: total(all.map(({ onTheirWay }) => onTheirWay)),
    found: differences.length,
    differences: differences.slice(0, NAMED),
  }
  await ports.plans.saveReconciliation(report, at)
  return report
}

/** Tells books anew that were left in a former currency, by every change since; whether there were any. */
async function restateFormer(ports: Books, ids: readonly string[], at: string): Promise<boolean> {
  const changes = ids.length === 0 ? [] : await ports.settings.currencyChanges()
  let isRestated = false
  for (const id of ids) {
    for (const change of changes) {
      // oxlint-disable-next-line no-await-in-loop -- there are none but where a deal was won in the moment of a change
      if (change.isDone && (await restateDeal(ports, id, { change, at }))) isRestated = true
    }
  }
  return isRestated
}

async function reconcileEntries(ports: Books, at: string, month: string, parts: readonly Part[]): Promise<Found> {
  const ledger = await ports.plans.ledger(month, { names: 'as_booked' })
  const differences: Difference[] = []
  let onTheirWay = 0
  for (const { entry, part } of doubtfulEntries(ledger, parts)) {
    const truth = await truthOf(ports, part)
    if (Date.parse(at) - Date.parse(truth.changedAt) < ON_THE_WAY_MS) {
      onTheirWay += 1
      continue
    }
    // The lists lagged: what is in the books is what the deal says.
    if (isSameCount(entry ?? nothing, truth.counted)) continue
    const right: LedgerEntry = { ...part, ...truth.counted, version: Math.max(truth.version, entry?.version ?? 0) }
    differences.push({
      kind: 'entry',
      month,
      key: rowOf(part.key),
      source: part.source,
      was: amounts(entry ?? nothing),
      is: amounts(right),
      repaired: await ports.plans.repairEntry(entry, right),
    })
  }
  return { differences, onTheirWay, looked: ledger.length }
}

type Truth = { readonly counted: Counted; readonly version: number; readonly changedAt: string }

/** What a deal or task counts for under a plan row, from the deal itself; nothing when it is not there. */
async function truthOf({ deals }: Books, { source, key }: Part): Promise<Truth> {
  const dealId = dealIdOf(source) ?? source
  const deal = await deals.find(dealId)
  if (deal === undefined) return { counted: nothing, version: 0, changedAt: new Date(0).toISOString() }
  const task = dealId === source ? undefined : await deals.findTask(dealId, source)
  const parts = dealId === source ? planOf(deal) : taskParts(task === undefined ? [] : [task])
  const part = parts.find((one) => one.key.month === key.month && rowOf(one.key) === rowOf(key))
  const { sumMinor, count, tasksDone } = part ?? nothing
  return { counted: { sumMinor, count, tasksDone }, version: deal.version, changedAt: deal.updatedAt }
}

async function reconcileCounters({ plans }: Books, month: string): Promise<Found> {
  const before = await plans.facts(month, 'as_booked')
  const ledger = await plans.ledger(month, { names: 'as_booked' })
  const after = await plans.facts(month, 'as_booked')
  const { wrong, moving } = wrongCounters(before, ledger, after)
  const differences: Difference[] = []
  for (const { was, is } of wrong) {
    const repaired = await plans.repair(was, is)
    differences.push({ kind: 'counter', month, key: rowOf(was), was: amounts(was), is: amounts(is), repaired })
  }
  return { differences, onTheirWay: moving, looked: after.length }
}

function amounts({ sumMinor, count, tasksDone }: Counted): number[] {
  return [sumMinor, count, tasksDone]
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
