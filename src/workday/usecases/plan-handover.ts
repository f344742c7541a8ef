import { reaches, type Caller } from '#domain/kernel/access'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { HandedKind } from '#schemas/workday/handover-names'
import type { HandedThing, StartHandover } from '#schemas/workday/handover'
import { refuseEmployee } from '#usecases/deals/change-owner'
import { handoverRefusal } from '#workday/words/handover-refusal'

type Needs = Pick<Ports, 'deals' | 'clients' | 'apiKeys'>
type Asker = { readonly caller: Caller; readonly people: People }

/** More than this is given over in several handovers: the answer lists every thing. */
const mostThings = 5_000
const atOnce = 100

/** What goes to whom: deals, clients and keys of the company by turns, tasks in deals of others likewise. */
export async function planHandover(
  ports: Needs,
  { caller, people }: Asker,
  { from, to, what }: StartHandover,
): Promise<readonly HandedThing[]> {
  if (!reaches(caller, 'deals_edit', from, people)) throw dealRefusal('forbidden.hand_over', { from })
  if (!Object.hasOwn(people.employees, from)) throw peopleRefusal('employee_unknown', { id: from })
  for (const one of to) refuseEmployee(people, one)
  if (to.includes(from)) throw handoverRefusal('nobody_to_give_to.self', { id: from })
  const isWanted = (kind: HandedKind): boolean => what?.includes(kind) ?? true
  const mayKeys = caller.reach.people_edit === 'all'
  const [deals, tasks, clients, keys] = await Promise.all([
    isWanted('deal') ? dealsOf(ports, from) : [],
    isWanted('task') ? tasksOf(ports, from) : [],
    isWanted('client') && reaches(caller, 'clients_edit', from, people) ? clientsOf(ports, from) : [],
    isWanted('key') && mayKeys ? keysOf(ports, from) : [],
  ])
  const things = [...deals, ...tasks, ...clients, ...keys]
  if (things.length > mostThings) throw handoverRefusal('too_many_changes.handover', { most: mostThings })
  return things.map((one, at) => ({ ...one, to: to[at % to.length] ?? from, state: 'planned' }))
}

type Thing = Pick<HandedThing, 'kind' | 'id' | 'of'>

async function dealsOf({ deals }: Needs, owner: string): Promise<readonly Thing[]> {
  const found: Thing[] = []
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- a page says where the next begins
    const page = await deals.byOwner({ owner, limit: atOnce, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...page.items.map(({ id }) => ({ kind: 'deal' as const, id })))
    cursor = page.cursor
  } while (cursor !== undefined && found.length <= mostThings)
  return found
}

async function tasksOf({ deals }: Needs, responsible: string): Promise<readonly Thing[]> {
  const found: Thing[] = []
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- the same
    const page = await deals.openTasks({ responsible, limit: atOnce, ...(cursor === undefined ? {} : { cursor }) })
    // What somebody has as the owner of its deal goes with the deal.
    const own = page.items.filter(({ role }) => role !== 'owner')
    found.push(...own.map(({ id, dealId }) => ({ kind: 'task' as const, id, of: dealId })))
    cursor = page.cursor
  } while (cursor !== undefined && found.length <= mostThings)
  return found
}

async function clientsOf({ clients }: Needs, owner: string): Promise<readonly Thing[]> {
  const found: Thing[] = []
  for (let after: string | undefined; ;) {
    // oxlint-disable-next-line no-await-in-loop -- the same
    const page = await clients.listOf({ owner, limit: atOnce, ...(after === undefined ? {} : { after }) })
    found.push(...page.map(({ id }) => ({ kind: 'client' as const, id })))
    after = page.at(-1)?.place
    if (page.length < atOnce || found.length > mostThings) return found
  }
}

/** A key of somebody's own ends with them; one of the company is taken over. */
async function keysOf({ apiKeys }: Needs, responsible: string): Promise<readonly Thing[]> {
  const its = (await apiKeys.all()).filter((one) => one.isOfCompany && one.responsible === responsible)
  return its.map(({ id }) => ({ kind: 'key', id }))
}
