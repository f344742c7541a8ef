import { bounds, monthOf, periodAfter, periodsContaining } from '#domain/time/period'
import type { KeptInCurrency } from '#domain/people/words/en'
import type { Ports } from '#ports/ports'

type Needs = Pick<Ports, 'deals' | 'plans' | 'rules' | 'clock'>

/** How far back and ahead books are looked for: months of the plan, and periods that targets are set for. */
const monthsAround = 24

/** What the company keeps in its currency already, the first that is found; undefined where there is nothing yet. */
export async function whatIsKept(ports: Needs): Promise<KeptInCurrency | undefined> {
  const { model } = await ports.rules.current()
  if ((await ports.plans.recurring()).length > 0) return 'recurring'
  for (const pipeline of Object.values(model.pipelines)) {
    const looks = pipeline.stages.map(({ id: stage }) => ports.deals.column({ pipeline: pipeline.id, stage, limit: 1 }))
    // oxlint-disable-next-line no-await-in-loop -- the first direction with a deal answers
    if ((await Promise.all(looks)).some(({ items }) => items.length > 0)) return 'deal'
  }
  const now = monthOf(model.calendar.timezone, ports.clock.now())
  const months = Array.from({ length: 2 * monthsAround + 1 }, (_, index) => periodAfter(now, index - monthsAround))
  const closed = await Promise.all(months.map((month) => ports.deals.closedIn({ month, limit: 1 })))
  if (closed.some(({ items }) => items.length > 0)) return 'deal'
  const periods = new Set(
    months.flatMap((month) => Object.values(periodsContaining(bounds(month, 1).from, model.plan.yearStarts))),
  )
  const targets = await ports.plans.targetsIn([...periods])
  return [...targets.values()].some((found) => found.length > 0) ? 'plan' : undefined
}
