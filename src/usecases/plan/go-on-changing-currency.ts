import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { dealIn } from '#domain/plan/new-currency'
import type { Ports } from '#ports/ports'
import type { KeptCurrencyChange } from '#ports/settings'
import { commit, notBefore } from '#usecases/deals/commit'
import { everyDeal } from '#usecases/lists-of-deals'
import { again, whileOthersWrite } from '#usecases/while-others-write'

import { takeOver } from './change-currency'
import { refreshPace } from './refresh-pace'
import { restateTargets } from './restate-targets'
import { takePlanSnapshot } from './take-plan-snapshot'

type Needs = Pick<Ports, 'clock' | 'settings' | 'plans' | 'rules' | 'deals' | 'people' | 'ids'>

/** Deals of one read. */
const AT_ONCE = 100

/**
 * Tells the books anew in the currency the company reckons in now: targets, then every won deal, each in one transaction
 * with an event that plan and reports follow. Whatever is in the new currency already is left alone, so it may be broken
 * off anywhere and begun again. Gives how many deals were told anew; does nothing where no change is under way.
 */
export async function goOnChangingCurrency(ports: Needs, at: string): Promise<{ readonly deals: number } | undefined> {
  const changes = await ports.settings.currencyChanges()
  const change = changes.find(({ isDone }) => !isDone)
  if (change === undefined) return undefined
  await takeOver(ports, change)
  await restateTargets(ports, change.at, change)
  let deals = 0
  for await (const page of everyDeal(ports, AT_ONCE)) {
    for (const deal of page.deals.filter((one) => dealIn(one, change) !== undefined)) {
      // oxlint-disable-next-line no-await-in-loop -- each is a transaction of its own
      if (await restateDeal(ports, deal.id, { change, at })) deals += 1
    }
  }
  await refreshPace(ports, at)
  await takePlanSnapshot(ports, at)
  await keep(ports, change, { isDone: true })
  return { deals }
}

/** Tells the books of one deal anew; false where they are in the new currency already, or it has none. */
export async function restateDeal(
  ports: Pick<Ports, 'deals' | 'ids'>,
  id: string,
  { change, at }: { readonly change: Pick<KeptCurrencyChange, 'from' | 'to' | 'rate' | 'reason'>; readonly at: string },
): Promise<boolean> {
  return whileOthersWrite(`The books of ${id} were written`, async () => {
    const deal = await ports.deals.find(id)
    const next = deal === undefined ? undefined : dealIn(deal, change)
    if (deal?.won === undefined || next?.won === undefined) return false
    const { from, to, rate, reason } = change
    const command = { caller: systemCaller('system', 'change-currency'), correlationId: ports.ids.next('cor') }
    const counts: [number, number] = [deal.won.baseMinor, next.won.baseMinor]
    const detail = { reason, restated: { from, to, rate }, changes: { counts_as: counts } }
    const about = { was: deal, next, name: 'deal.reattributed' as const, detail, at: notBefore(at, deal) }
    try {
      await commit(ports, command, { ...about, keepsMonths: true })
      return true
    } catch (error) {
      if (error instanceof Refusal && error.code === 'version_conflict') return again
      throw error
    }
  })
}

async function keep({ settings }: Needs, change: KeptCurrencyChange, now: Partial<KeptCurrencyChange>): Promise<void> {
  const changes = await settings.currencyChanges()
  const next = changes.map((one) => (one.at === change.at ? { ...one, ...now } : one))
  await settings.keepCurrencyChanges(next, changes)
}
