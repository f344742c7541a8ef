import { convert } from '#domain/kernel/money'
import { planRefusal } from '#domain/plan/words/plan-refusal'
import type { Restating } from '#domain/plan/new-currency'
import { bounds, monthOf, periodAfter, periodsContaining } from '#domain/time/period'
import type { InCurrency } from '#ports/plans'
import type { Ports } from '#ports/ports'
import type { RecurringTarget, Target } from '#schemas/plan'

/** Books are looked for so many months back and ahead: in every year that a company can have kept any. */
export const monthsOfBooks = { back: 300, ahead: 36 } as const

type Needs = Pick<Ports, 'plans' | 'rules'>
type OfPeriod = { readonly period: string; readonly targets: readonly (Target & InCurrency)[] }

/** Every target of sums: those that repeat, and those of each period that has any. */
export async function sumTargets(
  { plans, rules }: Needs,
  at: string,
): Promise<{
  readonly recurring: readonly (RecurringTarget & InCurrency)[]
  readonly periods: readonly OfPeriod[]
  readonly count: number
}> {
  const { model } = await rules.current()
  const now = monthOf(model.calendar.timezone, at)
  const { back, ahead } = monthsOfBooks
  const months = Array.from({ length: back + ahead + 1 }, (_, index) => periodAfter(now, index - back))
  const names = new Set(
    months.flatMap((month) => Object.values(periodsContaining(bounds(month, 1).from, model.plan.yearStarts))),
  )
  const [every, found] = await Promise.all([plans.recurring(), plans.targetsIn([...names])])
  const recurring = every.filter(({ metric }) => metric === 'sum')
  const periods = [...found].flatMap(([period, all]) => {
    const targets = all.filter(({ metric }) => metric === 'sum')
    return targets.length === 0 ? [] : [{ period, targets }]
  })
  return { recurring, periods, count: periods.reduce((sum, { targets }) => sum + targets.length, recurring.length) }
}

/** Tells every target of sums anew that is in the former currency; what is in the new one already stays as it is. */
export async function restateTargets(ports: Needs, at: string, change: Restating): Promise<void> {
  const { recurring, periods } = await sumTargets(ports, at)
  await ports.plans.setRecurring(recurring.flatMap((target) => restated(target, change)))
  for (const { period, targets } of periods) {
    // oxlint-disable-next-line no-await-in-loop -- periods are set one after the other: each names its currency once it is
    await ports.plans.setTargets(
      period,
      targets.flatMap((target) => restated(target, change)),
    )
  }
}

function restated<T extends (Target | RecurringTarget) & InCurrency>(target: T, change: Restating): readonly T[] {
  if ((target.currency ?? change.from) !== change.from) return []
  return [{ ...target, value: convert(target.value, change), currency: change.to }]
}

/** Refuses to set sums while they are told anew: nobody could say in which currency they are meant. */
export async function refuseWhileRestated({ settings }: Pick<Ports, 'settings'>): Promise<void> {
  const underWay = (await settings.currencyChanges()).find(({ isDone }) => !isDone)
  if (underWay !== undefined)
    throw planRefusal('version_conflict.plan_currency', { from: underWay.from, to: underWay.to })
}
