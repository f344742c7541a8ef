import { reaches, type Caller } from '#domain/kernel/access'
import { isOfOther } from '#domain/kernel/subject'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { buyerOf } from '#domain/deals/of-buyer'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { HandedKind } from '#schemas/workday/handover-names'
import type { HandedThing, StartHandover } from '#schemas/workday/handover'
import type { Task } from '#schemas/task'
import { refuseEmployee } from '#usecases/deals/change-owner'
import { refuseUnable } from '#usecases/people/refuse-unable'
import { shareOut, type Shared } from '#workday/domain/share-out'
import { handoverRefusal } from '#workday/words/handover-refusal'

type Needs = Pick<Ports, 'deals' | 'clients' | 'apiKeys' | 'people'>
type Asker = { readonly caller: Caller; readonly people: People }

/** More than this is given over in several handovers: the answer lists every thing. */
const mostThings = 5_000
const atOnce = 100

/**
 * What goes to whom: deals with their clients, tasks in deals of others, keys of the company, split as asked. Refuses where
 * somebody would get what they could not work with.
 */
export async function planHandover(
  ports: Needs,
  { caller, people }: Asker,
  { from, to, what, split = 'turns', until }: StartHandover,
): Promise<readonly HandedThing[]> {
  if (!reaches(caller, 'deals_edit', from, people)) throw dealRefusal('forbidden.hand_over', { from })
  if (!Object.hasOwn(people.employees, from)) throw peopleRefusal('employee_unknown', { id: from })
  for (const one of to) refuseEmployee(people, one)
  if (to.includes(from)) throw handoverRefusal('nobody_to_give_to.self', { id: from })
  const stays = until === undefined ? [] : (what ?? []).filter((kind) => kind !== 'task')
  if (stays.length > 0) throw handoverRefusal('field_value.until_stays')
  const isWanted = (kind: HandedKind): boolean => what?.includes(kind) ?? (until === undefined || kind === 'task')
  const mayKeys = caller.reach.people_edit === 'all'
  const [deals, tasks, clients, keys] = await Promise.all([
    isWanted('deal') ? dealsOf(ports, from) : [],
    isWanted('task') ? tasksOf(ports, from, until !== undefined) : [],
    isWanted('client') && reaches(caller, 'clients_edit', from, people) ? clientsOf(ports, from) : [],
    isWanted('key') && mayKeys ? keysOf(ports, from) : [],
  ])
  const things = [...deals, ...tasks, ...clients, ...keys]
  if (things.length > mostThings) throw handoverRefusal('too_many_changes.handover', { most: mostThings })
  const openDeals = split === 'turns' ? {} : await ports.people.openDeals()
  const shared = shareOut(things, { to, split, openDeals })
  for (const kind of ['deal', 'client'] as const) {
    const whom = new Set(shared.flatMap((one) => (one.kind === kind ? [one.to] : [])))
    // oxlint-disable-next-line no-await-in-loop -- the first who could not work with it is the refusal
    for (const one of whom) await refuseUnable(kind, people, one)
  }
  return shared.map(({ kind, id, of, subject, to: whom }) => ({
    kind,
    id,
    ...(of === undefined ? {} : { of }),
    ...(subject === undefined ? {} : { subject }),
    to: whom,
    state: 'planned',
  }))
}

async function dealsOf({ deals }: Needs, owner: string): Promise<readonly Shared[]> {
  const found: Shared[] = []
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- a page says where the next begins
    const page = await deals.byOwner({ owner, limit: atOnce, ...(cursor === undefined ? {} : { cursor }) })
    // oxlint-disable-next-line no-await-in-loop -- the same: who buys stands in the deal, not on its card
    const whole = page.items.length === 0 ? [] : await deals.findMany(page.items.map(({ id }) => id))
    const buyers = new Map(whole.map((deal) => [deal.id, buyerOf(deal)]))
    found.push(...page.items.map(({ id, pipeline }) => dealThing(id, pipeline, buyers.get(id))))
    cursor = page.cursor
  } while (cursor !== undefined && found.length <= mostThings)
  return found
}

function dealThing(id: string, pipeline: string, client: string | undefined): Shared {
  return { kind: 'deal', id, pipeline, ...(client === undefined ? {} : { client }) }
}

async function tasksOf({ deals }: Needs, responsible: string, isForAWhile: boolean): Promise<readonly Shared[]> {
  const found: Shared[] = []
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- the same
    const page = await deals.openTasks({ responsible, limit: atOnce, ...(cursor === undefined ? {} : { cursor }) })
    // What somebody has as the owner of its deal goes with the deal; where the deal stays, it goes by itself.
    const own = page.items.filter((task) => isForAWhile || task.role !== 'owner' || isOfOther(task))
    found.push(...own.map(taskThing))
    cursor = page.cursor
  } while (cursor !== undefined && found.length <= mostThings)
  return found
}

function taskThing(task: Task): Shared {
  const { id, dealId, pipeline, subject } = task
  return { kind: 'task', id, of: dealId, pipeline, ...(subject !== undefined && isOfOther(task) ? { subject } : {}) }
}

async function clientsOf({ clients }: Needs, owner: string): Promise<readonly Shared[]> {
  const found: Shared[] = []
  for (let after: string | undefined; ;) {
    // oxlint-disable-next-line no-await-in-loop -- the same
    const page = await clients.listOf({ owner, limit: atOnce, ...(after === undefined ? {} : { after }) })
    found.push(...page.map(({ id }) => ({ kind: 'client' as const, id })))
    after = page.at(-1)?.place
    if (page.length < atOnce || found.length > mostThings) return found
  }
}

/** A key of somebody's own ends with them; one of the company is taken over. */
async function keysOf({ apiKeys }: Needs, responsible: string): Promise<readonly Shared[]> {
  const its = (await apiKeys.all()).filter((one) => one.isOfCompany && one.responsible === responsible)
  return its.map(({ id }) => ({ kind: 'key', id }))
}
