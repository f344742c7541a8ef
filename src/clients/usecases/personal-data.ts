import { changeClient } from '#clients/domain/client'
import { keysOf, keyText } from '#clients/domain/ways'
import type { KeptLink, WholeClient } from '#schemas/kept-client'
import type { KeptOfClient, MovedToClient } from '#ports/personal'
import type { Ports } from '#ports/ports'

type Needs = Pick<Ports, 'clients' | 'clock'>

/** All that the card of a client and what leads to it say. */
export async function exportClient({ clients }: Needs, id: string): Promise<readonly KeptOfClient[]> {
  const [whole, links, before] = await Promise.all([clients.find(id), clients.linksOf(id), clients.before(id)])
  if (whole === undefined) return []
  return [
    { place: 'client, core', id, says: whole.client },
    { place: 'client, personal', id, says: whole.personal },
    ...keysOf(whole).map((key) => ({ place: 'way to find', id: keyText(key), says: key.text })),
    ...links.map((link) => ({ place: 'link of clients', id: link.id, says: link })),
    ...before.map((one) => ({ place: 'client, what it was', id: `${id}:${one.client.version}`, says: one })),
  ]
}

/**
 * Takes everything personal from a card: its name, numbers, addresses, requisites, what it was, where somebody works. What
 * stays is that there was a client, for the deals that name it.
 */
export async function eraseClient({ clients, clock }: Needs, id: string): Promise<readonly MovedToClient[]> {
  const was = await clients.find(id)
  if (was === undefined) return []
  const links = await clients.linksOf(id)
  for (const link of links) {
    const [company, person] = pairOf(was, link)
    // oxlint-disable-next-line no-await-in-loop -- a client has few links
    await clients.unlink(company, person)
  }
  const change = changeClient(was, bare(was), {
    actor: { kind: 'system', id: 'erase' },
    at: clock.now(),
    correlationId: `erase~${id}`,
  })
  if (change !== undefined && !(await clients.save(change)))
    throw new Error(`The client ${id} was changed while it was erased.`)
  await clients.forgetBefore(id)
  return [
    ...(change === undefined
      ? []
      : [
          { place: 'client, core', id },
          { place: 'client, personal', id },
        ]),
    ...keysOf(was).map((key) => ({ place: 'way to find', id: key.kind })),
    ...links.map((link) => ({ place: 'link of clients', id: link.id })),
  ]
}

/** The same name whenever it is erased: erasing twice changes nothing. */
function bare({ client, personal }: WholeClient): WholeClient {
  const { inn: _inn, kpp: _kpp, ...core } = client
  return {
    client: { ...core, name: `– ${client.id.slice(-4)}`, fields: {} },
    personal: { ways: [], lastWay: personal.lastWay },
  }
}

/** Makes the links of one client another’s; one that the other has already stays as it is there. */
export async function moveLinks({ clients }: Needs, from: string, to: string): Promise<readonly MovedToClient[]> {
  const [was, links, others] = await Promise.all([clients.find(from), clients.linksOf(from), clients.linksOf(to)])
  if (was === undefined) return []
  const known = new Set(others.map(({ id }) => id))
  const moving = links.filter(({ id }) => !known.has(id) && id !== to)
  for (const link of moving) {
    const { id: _, ...said } = link
    const [company, person] = pairOf({ client: { ...was.client, id: to } }, link)
    // oxlint-disable-next-line no-await-in-loop -- a client has few links
    await clients.link(company, person, said)
  }
  return moving.map(({ id }) => ({ place: 'link of clients', id }))
}

/** Gives links that were moved back: those of the card they came from are still there, so the other’s are taken away. */
export async function moveLinksBack({ clients }: Needs, from: string, moved: readonly MovedToClient[]): Promise<void> {
  const was = await clients.find(from)
  const into = was?.client.into
  if (was === undefined || into === undefined) return
  for (const { id } of moved) {
    const [company, person] = pairOf({ client: { ...was.client, id: into } }, { id })
    // oxlint-disable-next-line no-await-in-loop -- a client has few links
    await clients.unlink(company, person)
  }
}

function pairOf(
  { client }: Pick<WholeClient, 'client'>,
  { id }: Pick<KeptLink, 'id'>,
): readonly [company: string, person: string] {
  return client.kind === 'company' ? [client.id, id] : [id, client.id]
}
