import { employeeCaller, type Caller } from '#domain/kernel/access'
import { periodAfter, periodsContaining } from '#domain/time/period'
import { dateIn } from '#domain/time/zone'
import type { SetTargets } from '#schemas/plan'
import { setRecurring } from '#usecases/plan/set-recurring'
import { setTargets } from '#usecases/plan/set-targets'
import { demoDirections } from './draw-deals'
import type { Random } from './random'
import { headOfSales, type Company } from './demo-scene'

type TargetToSet = SetTargets['targets'][number]

/** What a seller in a role is to sell in a month, in roubles. */
const monthly: Readonly<Record<string, number>> = { b2b_hunters: 850_000, b2b_farmers: 900_000, b2c_team: 80_000 }

/** Sets the plans of the demo: people, directions, the company, for months, quarters and the year, sums and counts. */
export async function setPlans(company: Company, random: Random, scale: number): Promise<void> {
  const { ports, people, model, now } = company
  const caller = callerOf(company)
  const { yearStarts } = model.plan
  const { month, quarter, half, year } = periodsContaining(dateIn(model.calendar.timezone, now), yearStarts)
  const sellers = Object.values(people.employees).flatMap(({ id, roles }) => {
    const base = monthly[roles[0] ?? '']
    return base === undefined ? [] : [{ id, base: base * scale * (0.8 + random.next() * 0.45) }]
  })
  const all = sellers.reduce((sum, { base }) => sum + base, 0)
  for (let step = -3; step <= 2; step += 1) {
    const season = 0.9 + random.next() * 0.25
    const targets = sellers.map(({ id, base }) => sum('employee', id, base * season))
    // oxlint-disable-next-line no-await-in-loop -- in order, so that the same seed gives the same company
    await setTargets(ports, caller, periodAfter(month, step), { targets: [...targets, ...directions(all * season)] })
  }
  const quarterly = [
    sum('department', 'b2b', all * 2.6),
    sum('axis', 'audience=new', all * 1.7),
    sum('company', '', all * 3),
  ]
  await setTargets(ports, caller, quarter, { targets: quarterly })
  await setTargets(ports, caller, half, { targets: [sum('company', '', all * 6.1)] })
  await setTargets(ports, caller, year, {
    targets: [
      sum('company', '', all * 12.5),
      { metric: 'count', scope: 'company', id: '', value: Math.round(420 * scale) },
    ],
  })
  const from = periodAfter(month, -3)
  await setRecurring(ports, caller, {
    targets: sellers.map(({ id }) => ({
      every: 'month',
      from,
      metric: 'tasks_done',
      scope: 'employee',
      id,
      value: 25,
    })),
  })
}

function directions(all: number): readonly TargetToSet[] {
  const shares = [0.48, 0.4, 0.08, 0.04]
  return demoDirections.flatMap((id, index) => [
    sum('pipeline', id, all * (shares[index] ?? 0)),
    { metric: 'count' as const, scope: 'pipeline' as const, id, value: [11, 12, 9, 6][index] ?? 5 },
  ])
}

/** A plan in round tens of thousands of roubles, in kopecks. */
function sum(scope: TargetToSet['scope'], id: string, roubles: number): TargetToSet {
  return { metric: 'sum', scope, id, value: Math.max(1, Math.round(roubles / 10_000)) * 1_000_000 }
}

function callerOf({ people }: Company): Caller {
  const head = people.employees[headOfSales({ people })]
  if (head === undefined) throw new Error('The demo needs a head of sales.')
  return employeeCaller(head, people.departments)
}
