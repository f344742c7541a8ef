import { clientRefusal } from '#clients/words/client-refusal'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { LinkDealClient } from '#schemas/client'
import type { Deal } from '#schemas/deal'
import type { WholeClient } from '#schemas/kept-client'
import type { Model } from '#schemas/model'
import { expectVersion, type Command } from '#usecases/command'
import { commit, notBefore } from '#usecases/deals/commit'
import { openSeenFile, refuseReader } from '#usecases/deals/deal-file'
import { bareOfBuyer, buyerRole, changedByBuyer, withBuyer } from '#domain/deals/of-buyer'

import { readableClient } from './readable-client'

type Needs = Pick<Ports, 'deals' | 'clients' | 'people' | 'rules' | 'gateFacts' | 'knownClients' | 'clock'>
type Links = NonNullable<Deal['links']>

/** A deal holds so many clients. */
const mostLinks = 10

/** Puts a client into a deal in a role: whoever buys takes the place of the one before. Said again it changes nothing. */
export async function linkDealClient(
  ports: Needs,
  command: Command,
  people: People,
  { deal: dealId, client, role }: LinkDealClient & { readonly deal: string },
): Promise<Deal> {
  const { deal, newest } = await editableDeal(ports, command, dealId)
  const whole = await readableClient(ports, { caller: command.caller, people }, client)
  refuseRole(newest.model, whole, role)
  const link = { client: whole.client.id, role, kind: whole.client.kind }
  const before = deal.links ?? []
  if (before.some((one) => one.client === link.client && one.role === role)) return deal
  const links = role === buyerRole ? [link, ...before.filter((one) => one.role !== buyerRole)] : [...before, link]
  refuseMore(newest.model, links, role)
  return written(ports, command, deal, { links, ...(role === buyerRole ? { buyer: whole } : {}) })
}

/** Takes a client out of a deal. Whoever buys is not taken out: another takes their place. */
export async function unlinkDealClient(
  ports: Needs,
  command: Command,
  people: People,
  { deal: dealId, client, role }: { readonly deal: string; readonly client: string; readonly role: string },
): Promise<Deal> {
  const { deal } = await editableDeal(ports, command, dealId)
  const before = deal.links ?? []
  const links = before.filter((one) => one.client !== client || one.role !== role)
  if (links.length === before.length) throw clientRefusal('client_role.absent', { id: client, role })
  const { client: card } = await readableClient(ports, { caller: command.caller, people }, client)
  if (role === buyerRole) throw clientRefusal('client_role.buyer', { name: card.name })
  return written(ports, command, deal, { links })
}

async function editableDeal(ports: Needs, command: Command, dealId: string) {
  const file = await openSeenFile(ports, command.caller, dealId)
  if (!file.mayEdit) refuseReader(file.deal)
  expectVersion(file.deal, command)
  return file
}

async function written(
  ports: Needs,
  command: Command,
  was: Deal,
  { links, buyer }: { readonly links: Links; readonly buyer?: WholeClient },
): Promise<Deal> {
  const name = buyer?.client.name
  const client = name === undefined || name === '' ? was.client : { name }
  const told = name !== undefined && buyer?.client.kind === 'company' ? { client: { name } } : {}
  const at = notBefore(ports.clock.now(), was)
  const known = buyer === undefined ? undefined : await ports.knownClients.read(buyer.client.id)
  const fields = known === undefined ? was.fields : withBuyer(bareOfBuyer(was.fields), known, was.createdAt)
  const changes = changedByBuyer(was.fields, fields)
  const changed = Object.keys(changes).length === 0 ? {} : { changes }
  const next = { ...was, fields, client, links }
  const detail = { links, ...changed, ...told }
  const deal = await commit(ports, command, { was, next, name: 'deal.updated', detail, at })
  const left = (was.links ?? []).filter((one) => !links.some(({ client: id }) => id === one.client))
  // Its events name those who are there; who is not any more is forgotten at once, or passed over by whoever reads.
  for (const one of left) {
    // oxlint-disable-next-line no-await-in-loop -- one client at most
    await ports.clients.dropDeal(one.client, was.id)
  }
  return deal
}

function refuseRole({ clients }: Model, { client }: WholeClient, role: string): void {
  if (role === buyerRole) return
  const roles = clients?.roles ?? {}
  const known = Object.hasOwn(roles, role) ? roles[role] : undefined
  if (known === undefined) throw clientRefusal('client_role.unknown', { text: role, known: Object.keys(roles) })
  if (known.of !== client.kind)
    throw clientRefusal('client_role.kind', { name: client.name, role: known.name, of: known.of })
}

function refuseMore({ clients }: Model, links: Links, role: string): void {
  const known = clients?.roles[role]
  const count = links.filter((one) => one.role === role).length
  if (known?.most !== undefined && count > known.most) {
    throw clientRefusal('client_role.most', { role: known.name, most: known.most })
  }
  if (links.length > mostLinks) throw clientRefusal('client_role.full', { most: mostLinks })
}
