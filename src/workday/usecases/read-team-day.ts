import type { Caller } from '#domain/kernel/access'
import { periodsContaining } from '#domain/time/period'
import { dateIn } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import { readStandings, type Standing } from '#reports/usecases/read-standings'
import type { Employee } from '#schemas/people'
import type { ProgressRow } from '#schemas/plan'
import { leftOf, teamOf, mostOnPage, plansOf, readTeam } from '#usecases/team/read-team'

type Needs = Pick<Ports, 'backlog' | 'clock' | 'deals' | 'people' | 'plans' | 'reports' | 'rules' | 'settings'>

/** What somebody of a team is behind with. */
export type TeamDayRow = Standing & { readonly employee: Employee; readonly isBehind: boolean }

/**
 * What a team is behind with. One that takes several pages is counted by what reports are made of: `ofDeals` says that tasks
 * of no deal are not in it, and `toCome` how many events of the last moments are not either.
 */
export type TeamDay = { readonly rows: readonly TeamDayRow[]; readonly ofDeals?: true; readonly toCome: number }

/**
 * Reads what a team is behind with: of a small one as its page does, of a large one by some twenty requests, however many
 * people there are.
 */
export async function readTeamDay(
  ports: Needs,
  { caller, people }: { readonly caller: Caller; readonly people: People },
): Promise<TeamDay> {
  const members = teamOf(caller, people)
  if (members.length <= mostOnPage) {
    const { rows } = await readTeam(ports, { caller, people })
    return {
      rows: rows.map(({ employee, late, stuck, waitingLate, plan }) => ({
        employee,
        late,
        waitingLate,
        stuck: stuck.length,
        isBehind: isBehind(plan),
      })),
      toCome: 0,
    }
  }
  const { model } = await ports.rules.current()
  const { month } = periodsContaining(dateIn(model.calendar.timezone, ports.clock.now()), model.plan.yearStarts)
  const [{ of, toCome }, { rows: plans }] = await Promise.all([
    readStandings(ports, people),
    plansOf(ports, caller, month),
  ])
  const planBy = new Map(plans.flatMap((row) => (row.scope === 'employee' ? [[row.id, row] as const] : [])))
  return {
    rows: [...members, ...leftOf(caller, people)].map((employee) => ({
      employee,
      ...(of.get(employee.id) ?? nothing),
      isBehind: isBehind(planBy.get(employee.id)),
    })),
    ofDeals: true,
    toCome: toCome ?? 0,
  }
}

const nothing: Standing = { late: 0, stuck: 0, waitingLate: 0 }

function isBehind(plan: ProgressRow | undefined): boolean {
  return plan !== undefined && plan.fact < (plan.expected ?? 0)
}
