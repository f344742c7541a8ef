import type { CloseMonth, ClosingCorrection, ClosingView, NotedCorrection } from '#schemas/plan'
import { planRefusal } from '#domain/plan/words/plan-refusal'
import { monthOf, parsePeriod } from '#domain/time/period'
import type { Ports } from '#ports/ports'
import { reaches, type Caller } from '#domain/kernel/access'
import { reachesPlan } from '#domain/plan/plan-scope'
import type { People } from '#ports/people'
import { correctionsToday } from './corrections-today'
import { again, whileOthersWrite } from '#usecases/while-others-write'

type Needs = Pick<Ports, 'clock' | 'deals' | 'rules' | 'settings'>
type Reader = { readonly caller: Caller; readonly people: People }

/**
 * Closes the books of a month that is over, or opens them again, with who did it and why. What is corrected of a closed month
 * counts in the month of the correction. Closing what is closed changes nothing.
 */
export async function closeMonth(
  ports: Needs,
  { caller, people }: Reader,
  month: string,
  { closed, reason }: CloseMonth,
): Promise<ClosingView> {
  const { model } = await ports.rules.current()
  const zone = model.calendar.timezone
  const at = ports.clock.now()
  const current = monthOf(zone, at)
  if (monthAsked(month) >= current) throw planRefusal('field_value.month_running', { month, current })
  await whileOthersWrite(`The closing of ${month} was changed`, async () => {
    const was = await ports.deals.closing(month)
    if ((was?.isClosed ?? false) === closed) return undefined
    const act = { closed, at, by: caller.actor.id, reason }
    const acts = [...(was?.acts ?? []), act]
    const next = { month, zone, isClosed: closed, acts, rev: (was?.rev ?? 0) + 1 }
    return (await ports.deals.keepClosing(next)) ? undefined : again
  })
  return readClosing(ports, { caller, people }, month)
}

/** Says whether a month is closed, and what of it was corrected later or of earlier months counts in it, as far as one may see. */
export async function readClosing(
  { deals, settings }: Pick<Ports, 'deals' | 'settings'>,
  { caller, people }: Reader,
  month: string,
): Promise<ClosingView> {
  const span = { from: monthAsked(month), to: month }
  const [closing, later, here] = await Promise.all([
    deals.closing(month),
    deals.correctionsOf(span),
    deals.correctionsIn(span),
  ])
  const told = await toldOf(deals, { caller, people }, await correctionsToday({ settings }, [...later, ...here]))
  return {
    month,
    isClosed: closing?.isClosed ?? false,
    acts: [...(closing?.acts ?? [])],
    correctedLater: told.filter(({ of }) => of.month === month),
    corrections: told.filter((one) => one.month === month),
  }
}

async function toldOf(
  deals: Ports['deals'],
  { caller, people }: Reader,
  noted: readonly NotedCorrection[],
): Promise<readonly ClosingCorrection[]> {
  const seen = noted.filter(({ key }) =>
    reachesPlan(caller, 'plan_read', { scope: 'employee', id: key.employee }, people),
  )
  const found = await deals.findMany([...new Set(seen.map(({ dealId }) => dealId))])
  const titles = new Map(
    found.flatMap(({ id, title, owner }) => (reaches(caller, 'deals_read', owner, people) ? [[id, title]] : [])),
  )
  return seen.map(({ dealId, key, ...one }) => {
    const title = titles.get(dealId)
    return { deal: dealId, of: key, ...one, ...(title === undefined ? {} : { title }) }
  })
}

function monthAsked(month: string): string {
  if (parsePeriod(month).kind === 'month') return month
  throw planRefusal('period_unknown.kind', { period: month, every: 'month', example: '2026-11' })
}
