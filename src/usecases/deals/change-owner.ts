import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { ChangeOwner } from '#schemas/commands'
import type { Deal } from '#schemas/deal'
import { refuseUnable } from '#usecases/people/refuse-unable'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openFile } from './deal-file'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'gateFacts'>

/**
 * Gives a deal another manager, who has to be able to work with it; open tasks of the owner follow. What it already counts
 * for in the plan stays.
 */
export function changeOwner(ports: Needs, command: Command, dealId: string, input: ChangeOwner): Promise<Deal> {
  return once(ports, command, async () => {
    const { deal, people } = await openFile(ports, command.caller, dealId)
    expectVersion(deal, command)
    refuseEmployee(people, input.owner)
    if (deal.owner === input.owner) return deal
    await refuseUnable('deal', people, input.owner)
    const at = notBefore(ports.clock.now(), deal)
    const { stage, visit, status, pipeline, owner } = deal
    const reason = input.reason === undefined ? {} : { reason: input.reason }
    const detail = { from: { stage, visit: visit.no, status, pipeline, owner }, ...reason }
    const next = { ...deal, owner: input.owner }
    return commit(ports, command, { was: deal, next, name: 'deal.owner_changed', detail, at })
  })
}

/** Refuses somebody who does not exist or does not work here any more. */
export function refuseEmployee(people: People, id: string): void {
  const employee = people.employees[id]
  if (employee === undefined) throw peopleRefusal('employee_unknown', { id })
  if (!employee.active) throw peopleRefusal('employee_inactive', { name: employee.name })
}
