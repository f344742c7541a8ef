import { convert, sumOf } from '#domain/kernel/money'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import { ratesIn } from '#domain/plan/new-currency'
import { monthOf, periodAfter } from '#domain/time/period'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { KeptCurrencyChange } from '#ports/settings'
import type { ChangeCurrency, CurrencyChange, CurrencyChanges } from '#schemas/currency/currency-change'

import { monthsOfBooks, sumTargets } from './restate-targets'

type Needs = Pick<Ports, 'settings' | 'plans' | 'rules' | 'clock'>

/**
 * Has the company reckon in another currency from now on. What was won and planned is told anew in it by one rate, so every
 * percent stays; amounts of deals stay in their own currencies, and the former currency and all others get the rates that
 * follow. What each deal came to before stays in its events, and the change with its rate is kept for good. With `dryRun`
 * nothing is changed. Refused while another change is under way.
 */
export async function changeCurrency(ports: Needs, caller: Caller, asked: ChangeCurrency): Promise<CurrencyChange> {
  if (caller.reach.rules_edit !== 'all' || caller.reach.books_edit !== 'all') throw peopleRefusal('forbidden.currency')
  const [settings, changes] = await Promise.all([ports.settings.load(), ports.settings.currencyChanges()])
  if (asked.currency === settings.currency)
    throw peopleRefusal('field_value.same_currency', { currency: asked.currency })
  if (Number(asked.rate) === 0) {
    throw peopleRefusal('field_value.rate', { currency: asked.currency, rate: asked.rate })
  }
  const underWay = changes.find(({ isDone }) => !isDone)
  if (underWay !== undefined) {
    throw peopleRefusal('version_conflict.currency', { from: underWay.from, to: underWay.to })
  }
  const planned = await plannedChange(ports, caller, { ...asked, from: settings.currency })
  if (asked.dryRun === true) return shown(planned, 'planned')
  if (!(await ports.settings.keepCurrencyChanges([...changes, planned], changes))) {
    throw peopleRefusal('precondition_failed.settings')
  }
  await takeOver(ports, planned)
  return shown(planned, 'under_way')
}

/** Lists in which currencies the company has reckoned, the newest change first, for whoever may change books. */
export async function readCurrencyChanges(
  { settings }: Pick<Ports, 'settings'>,
  caller: Caller,
): Promise<CurrencyChanges> {
  if (caller.reach.books_edit !== 'all') throw peopleRefusal('forbidden.currency')
  const changes = await settings.currencyChanges()
  return { changes: changes.map((one) => shown(one, one.isDone ? 'done' : 'under_way')).toReversed() }
}

/** From here on new deals are won in the new currency; done already, where somebody was interrupted after it. */
export async function takeOver({ settings }: Pick<Ports, 'settings'>, change: KeptCurrencyChange): Promise<void> {
  const now = await settings.load()
  if (now.currency !== change.from) return
  await settings.save({ currency: change.to, rates: ratesIn(now.rates, change) }, now)
}

async function plannedChange(
  ports: Needs,
  { actor }: Caller,
  { from, currency: to, rate, reason }: ChangeCurrency & { readonly from: string },
): Promise<KeptCurrencyChange> {
  const { model } = await ports.rules.current()
  const at = ports.clock.now()
  const now = monthOf(model.calendar.timezone, at)
  const months = Array.from({ length: monthsOfBooks.back + 1 }, (_, index) =>
    periodAfter(now, index - monthsOfBooks.back),
  )
  const [facts, targets] = await Promise.all([ports.plans.factsIn(months), sumTargets(ports, at)])
  const before = sumOf(facts.map(({ sumMinor }) => sumMinor))
  const deals = facts.reduce((sum, { count }) => sum + count, 0)
  const after = convert(before, { from, to, rate })
  const counted = { deals: Math.max(deals, 0), targets: targets.count, before, after }
  return { from, to, rate, at, by: actor.id, reason, ...counted, isDone: false }
}

function shown({ isDone: _done, ...change }: KeptCurrencyChange, state: CurrencyChange['state']): CurrencyChange {
  return { ...change, state }
}
