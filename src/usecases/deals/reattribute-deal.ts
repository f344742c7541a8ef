import { peopleRefusal } from '#domain/people/words/people-refusal'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { reaches } from '#domain/kernel/access'
import { withWon } from '#domain/deals/winning'
import type { Ports } from '#ports/ports'
import type { ReattributeDeal } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openFile } from './deal-file'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules'>

/** Lets a won deal count for somebody else from now on, with a reason; only who may set the whole plan may do it. */
export function reattributeDeal(ports: Needs, command: Command, dealId: string, input: ReattributeDeal): Promise<Deal> {
  return once(ports, command, async () => {
    const { deal, people } = await openFile(ports, command.caller, dealId)
    expectVersion(deal, command)
    const mayMovePlan = [deal.won?.owner ?? deal.owner, input.owner].every((id) =>
      reaches(command.caller, 'plan_edit', id, people),
    )
    if (!mayMovePlan) throw dealRefusal('forbidden.reattribute')
    if (deal.won === undefined) throw dealRefusal('deal_not_won.counts', { title: deal.title })
    const employee = people.employees[input.owner]
    if (employee === undefined) throw peopleRefusal('employee_unknown', { id: input.owner })
    if (deal.won.owner === input.owner) return deal
    const at = notBefore(ports.clock.now(), deal)
    const next = withWon(deal, { ...deal.won, owner: input.owner, department: employee.department ?? '' })
    const changes = { counts_for: [deal.won.owner, input.owner] }
    const detail = { reason: input.reason, changes }
    return commit(ports, command, { was: deal, next, name: 'deal.reattributed', detail, at })
  })
}
