import { peopleRefusal } from '#domain/people/words/people-refusal'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { withWon } from '#domain/deals/winning'
import type { Ports } from '#ports/ports'
import type { ReattributeDeal } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openSeenFile } from './deal-file'
import { refuseBooks } from './refuse-books'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'gateFacts'>

/** Lets a won deal count for somebody else from now on, with a reason; only who has the right `books_edit` may do it. */
export function reattributeDeal(ports: Needs, command: Command, dealId: string, input: ReattributeDeal): Promise<Deal> {
  return once(ports, command, async () => {
    const { deal, people } = await openSeenFile(ports, command.caller, dealId)
    expectVersion(deal, command)
    if (deal.won === undefined) throw dealRefusal('deal_not_won.counts', { title: deal.title })
    refuseBooks(deal, { caller: command.caller, people, what: 'counts', reason: input.reason })
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
