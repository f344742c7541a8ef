import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { managerOf } from '#domain/kernel/access'
import { companyHead } from '#domain/kernel/heads'
import { lackedRight } from '#domain/giving/lacked-right'
import { membersOf } from '#domain/people/responsible'
import { leastBusy } from '#domain/deals/routing'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { EventDetail } from '#schemas/event'
import type { NewDealLine } from '#schemas/model'

type Ask = {
  /** The lines that the deal matches; the first is its own. */
  readonly lines: readonly [NewDealLine, ...NewDealLine[]]
  readonly contacts: readonly string[]
  /** The client as they were written down. */
  readonly written: Deal['client']
  readonly on: string
  readonly creator: string | null
}

/** Who gets a new deal, and, where its line had nobody for it, what whoever leads the company is told of that. */
export type Given = { readonly owner: string; readonly untaken?: NonNullable<EventDetail['untaken']> }

/**
 * Who gets a new deal by its line of `new_deals`. Where nobody is there who could work with it, it goes to whom the next
 * lines name that it matches, and last to the head of the company: a lead is not refused because people have left.
 */
export async function giveDeal(
  ports: Pick<Ports, 'deals' | 'people' | 'knownClients'>,
  people: People,
  { lines, ...asked }: Ask,
): Promise<Given> {
  const [own] = lines
  const head = companyHead(people)
  const untaken = { role: roleOf(own), line: own.origin.line, ...(head === null ? {} : { told: head }) }
  for (const line of lines) {
    for (const name of [line.giveTo, line.otherwise]) {
      // oxlint-disable-next-line no-await-in-loop -- the next is asked for only where this one is nobody
      const owner = name === undefined ? undefined : await ownerCalled(name, ports, people, { line, ...asked })
      if (owner !== undefined) return line === own ? { owner } : { owner, untaken }
    }
  }
  if (head !== null) return { owner: head, untaken }
  throw dealRefusal('nobody_to_give_to', untaken, { line: untaken.line })
}

/** The role that was to have it: where the line names people by their place, the one it falls back on. */
function roleOf({ giveTo, otherwise }: NewDealLine): string {
  const isPlace = giveTo === 'previous_owner' || giveTo === 'owner_manager'
  return isPlace ? (otherwise ?? giveTo) : giveTo
}

type Question = Omit<Ask, 'lines'> & { readonly line: NewDealLine }

async function ownerCalled(
  name: string,
  ports: Pick<Ports, 'deals' | 'people' | 'knownClients'>,
  people: People,
  { line, contacts, written, on, creator }: Question,
): Promise<string | undefined> {
  if (name === 'owner_manager') return creator === null ? undefined : (managerOf(creator, people) ?? undefined)
  if (name === 'previous_owner') {
    const { linked } = await ports.knownClients.find(written)
    // Deals from before clients had cards are found by what was written with them.
    const owner = linked?.owner ?? (await ports.deals.lastDealOf(contacts))?.owner
    return owner !== undefined && canHave(owner, people) ? owner : undefined
  }
  const members = membersOf(name, on, people).filter((id) => canHave(id, people))
  return members.length === 0 ? undefined : pick(ports, line, members)
}

/** A deal goes to nobody by itself who could not work with it. */
function canHave(id: string, { employees, departments }: People): boolean {
  const employee = employees[id]
  return employee?.active === true && lackedRight('deal', employee, departments) === undefined
}

async function pick({ people }: Pick<Ports, 'people'>, line: NewDealLine, members: readonly string[]): Promise<string> {
  const turn = await people.nextTurn(`${line.pipeline}#${line.giveTo}`)
  const inTurn = members[turn % members.length] ?? ''
  if (line.pick === 'in_turn') return inTurn
  return leastBusy(members, await people.openDeals(), turn) ?? inTurn
}
