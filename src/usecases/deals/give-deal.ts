import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { managerOf } from '#domain/kernel/access'
import { membersOf } from '#domain/people/responsible'
import { leastBusy } from '#domain/deals/routing'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { NewDealLine } from '#schemas/model'

type Ask = {
  readonly line: NewDealLine
  readonly contacts: readonly string[]
  readonly on: string
  readonly creator: string | null
}

/** Who gets a new deal by its line of `new_deals`. Refuses with `nobody_to_give_to` rather than leave it without an owner. */
export async function giveDeal(
  ports: Pick<Ports, 'deals' | 'people'>,
  people: People,
  { line, contacts, on, creator }: Ask,
): Promise<string> {
  const role = line.giveTo === 'previous_owner' || line.giveTo === 'owner_manager' ? line.otherwise : line.giveTo
  for (const name of [line.giveTo, line.otherwise]) {
    // oxlint-disable-next-line no-await-in-loop -- the second is asked for only where the first is nobody
    const owner =
      name === undefined ? undefined : await ownerCalled(name, ports, people, { line, contacts, on, creator })
    if (owner !== undefined) return owner
  }
  const no = line.origin.line
  throw dealRefusal('nobody_to_give_to', { role: role ?? line.giveTo, line: no }, { line: no })
}

async function ownerCalled(
  name: string,
  ports: Pick<Ports, 'deals' | 'people'>,
  people: People,
  { line, contacts, on, creator }: Ask,
): Promise<string | undefined> {
  if (name === 'owner_manager') return creator === null ? undefined : (managerOf(creator, people) ?? undefined)
  if (name === 'previous_owner') {
    const last = await ports.deals.lastDealOf(contacts)
    return last !== undefined && people.employees[last.owner]?.active === true ? last.owner : undefined
  }
  const members = membersOf(name, on, people)
  return members.length === 0 ? undefined : pick(ports, line, members)
}

async function pick({ people }: Pick<Ports, 'people'>, line: NewDealLine, members: readonly string[]): Promise<string> {
  const turn = await people.nextTurn(`${line.pipeline}#${line.giveTo}`)
  const inTurn = members[turn % members.length] ?? ''
  if (line.pick === 'in_turn') return inTurn
  return leastBusy(members, await people.openDeals(), turn) ?? inTurn
}
