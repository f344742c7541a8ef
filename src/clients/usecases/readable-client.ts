import { chooseRow } from '#clients/domain/client-view'
import { clientRefusal } from '#clients/words/client-refusal'
import { erasedName } from '#domain/deals/erased-client'
import { reaches, type Caller } from '#domain/kernel/access'
import { clientOfRequest } from '#domain/kernel/request-id'
import type { WholeClient } from '#schemas/kept-client'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { RightKind } from '#schemas/people-names'

/** Who asks, and the company they ask in. */
export type Asker = { readonly caller: Caller; readonly people: People }

/** Whether a right reaches a client; nobody’s clients are for who reaches everything. */
export function reachesClient({ caller, people }: Asker, right: RightKind, owner: string | null): boolean {
  return owner === null ? caller.reach[right] === 'all' : reaches(caller, right, owner, people)
}

/**
 * A client that somebody may see: theirs to see, or in a deal that is. One that was merged gives the card it became a part
 * of. The same refusal for one that is not there: an id must not tell which it is.
 */
export async function readableClient(
  ports: Pick<Ports, 'clients' | 'deals'>,
  asker: Asker,
  id: string,
): Promise<WholeClient> {
  const found = await clientAt(ports, id)
  if (found === undefined || !(await canSee(ports, asker, found))) throw clientRefusal('client_unknown', { id })
  return found
}

/** The card an id leads to: its own, or the one it was merged into. */
export async function clientAt({ clients }: Pick<Ports, 'clients'>, id: string): Promise<WholeClient | undefined> {
  const found = await clients.find(id)
  return found?.client.into === undefined ? found : clients.find(found.client.into)
}

/** Refuses whoever may see a client but not change it. */
export async function editableClient(
  ports: Pick<Ports, 'clients' | 'deals'>,
  asker: Asker,
  id: string,
): Promise<WholeClient> {
  const found = await readableClient(ports, asker, id)
  if (reachesClient(asker, 'clients_edit', found.client.owner)) return found
  throw clientRefusal('forbidden.client_edit', { name: found.client.name })
}

/** Whether a card says no more than that there was a client: what is written on it again nobody could erase a second time. */
export function isErasedCard({ client, personal: { ways, lastWay: _lastWay, ...more } }: WholeClient): boolean {
  const { inn, kpp, fields } = client
  const said = [inn, kpp, ...Object.values(fields), ...Object.values(more)].filter((one) => one !== undefined)
  return client.name === erasedName(client.id) && ways.length + said.length === 0
}

/** Refuses to write anything of a client who is erased. */
export function refuseErased(whole: WholeClient): WholeClient {
  if (isErasedCard(whole)) throw clientRefusal('erasure_state.done')
  return whole
}

async function canSee(
  ports: Pick<Ports, 'clients' | 'deals'>,
  asker: Asker,
  { client }: WholeClient,
): Promise<boolean> {
  if (reachesClient(asker, 'clients_read', client.owner)) return true
  if (asker.caller.reach.clients_read === 'none') return false
  const rows = (await ports.clients.dealsOf(client.id)).toSorted(chooseRow).slice(0, mostDeals)
  const deals = await ports.deals.findMany(rows.map(({ deal }) => deal))
  if (deals.some(({ owner }) => reaches(asker.caller, 'deals_read', owner, asker.people))) return true
  return hasTaskOf(ports, asker.caller, client)
}

/** Whether somebody has the task to answer what the client asked of what is kept of them. */
async function hasTaskOf(
  { deals }: Pick<Ports, 'deals'>,
  { employee }: Caller,
  { id, from = [] }: WholeClient['client'],
): Promise<boolean> {
  if (employee === null) return false
  const { items } = await deals.openTasks({ responsible: employee, limit: mostTasks })
  const asked = items.flatMap(({ subject }) => (subject?.kind === 'request' ? [clientOfRequest(subject.id)] : []))
  return asked.some((one) => one === id || from.includes(one))
}

/** Whoever answers requests sees whose they are by so many of their open tasks, the first due. */
const mostTasks = 200

/** So many of the newest deals of a client decide whether somebody sees it by one of them. */
const mostDeals = 50
