import { changeClient } from '#clients/domain/client'
import { erasedName } from '#domain/deals/erased-client'
import { keysOf, keyText } from '#clients/domain/ways'
import type { KeptLink, WholeClient } from '#schemas/kept-client'
import type { KeptApart } from '#schemas/clients/kept-merge'
import type { ErasedOfClient, KeptOfClient, MovedToClient, Moving } from '#ports/personal'
import type { Ports } from '#ports/ports'

type Needs = Pick<Ports, 'clients' | 'merges' | 'clock'>

/** All that the card of a client and what leads to it say. */
export async function exportClient({ clients, merges }: Needs, id: string): Promise<readonly KeptOfClient[]> {
  const [whole, links, before] = await Promise.all([clients.find(id), clients.linksOf(id), clients.before(id)])
  if (whole === undefined) return []
  const { from = [] } = whole.client
  const parts = from.length === 0 ? [] : await clients.findMany(from)
  const merged = await Promise.all(
    parts.flatMap(({ client: { merge } }) => (merge === undefined ? [] : [merges.before(merge)])),
  )
  return [
    { place: 'client, core', id, says: whole.client },
    { place: 'client, personal', id, says: whole.personal },
    ...keysOf(whole).map((key) => ({ place: 'way to find', id: keyText(key), says: key.text })),
    ...links.map((link) => ({ place: 'link of clients', id: link.id, says: link })),
    ...before.map((one) => ({ place: 'client, what it was', id: `${id}:${one.client.version}`, says: one })),
    ...merged.flatMap((one) =>
      one === undefined ? [] : [{ place: 'cards before a merge', id: one.loser.client.id, says: one.loser }],
    ),
  ]
}

/**
 * Takes everything personal from a card: its name, numbers, addresses, requisites, what it was, where somebody works. What
 * stays is that there was a client, for the deals that name it.
 */
export async function eraseClient(ports: Needs, id: string): Promise<readonly ErasedOfClient[]> {
  const { clients, clock } = ports
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
  const merges = await forgetMerges(ports, was)
  return [
    ...merges.map((merge) => ({ place: 'cards before a merge', id: merge })),
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

/** What cards that were merged into one said is forgotten with it. */
async function forgetMerges({ clients, merges }: Needs, { client }: WholeClient): Promise<readonly string[]> {
  const { from = [] } = client
  const parts = from.length === 0 ? [] : await clients.findMany(from)
  const ids = parts.flatMap((part) => part.client.merge ?? [])
  await Promise.all([...ids.map((id) => merges.forgetBefore(id)), ...from.map((id) => clients.forgetBefore(id))])
  return ids
}

/** The same name whenever it is erased: erasing twice changes nothing. */
function bare({ client, personal }: WholeClient): WholeClient {
  const { inn: _inn, kpp: _kpp, restrictedUntil: _until, ...core } = client
  return {
    client: { ...core, name: erasedName(client.id), fields: {} },
    personal: { ways: [], lastWay: personal.lastWay },
  }
}

type Said = Omit<KeptLink, 'id'>
/** What is noted of a link before it is moved: what was said of it, and what was said of the other’s to the same. */
type NotedLink = { readonly said: Said; readonly had?: Said }

/** The same of what was said of two cards. */
type NotedApart = { readonly apart: KeptApart; readonly had: boolean }

const linkPlace = 'link of clients'
const apartPlace = 'not one client'

/** Makes the links of one client another’s, and of whom it was said that they are somebody else. */
export async function moveLinks(
  ports: Pick<Ports, 'clients' | 'duplicates'>,
  { from, to }: Moving,
  keep: (moved: MovedToClient) => Promise<void>,
): Promise<void> {
  const { clients, duplicates } = ports
  const [card, links, others] = await Promise.all([clients.find(to), clients.linksOf(from), clients.linksOf(to)])
  if (card === undefined) return
  for (const { id, ...said } of links) {
    const own = others.find((one) => one.id === id)
    const { id: _, ...had } = own ?? { id }
    const says: NotedLink = { said, ...(own === undefined ? {} : { had }) }
    // oxlint-disable-next-line no-await-in-loop -- a client has few links
    await keep({ place: linkPlace, id, says })
    // oxlint-disable-next-line no-await-in-loop -- the same
    await clients.link(...pairOf({ client: { ...card.client, id: to } }, { id }), { ...said, ...had })
    // oxlint-disable-next-line no-await-in-loop -- the same
    await clients.unlink(...pairOf({ client: { ...card.client, id: from } }, { id }))
  }
  const known = new Set((await duplicates.apartFrom(to)).map(({ one, other }) => (one === to ? other : one)))
  for (const apart of await duplicates.apartFrom(from)) {
    const other = apart.one === from ? apart.other : apart.one
    if (other === to) continue
    // oxlint-disable-next-line no-await-in-loop -- of few pairs somebody has said it
    await keep({ place: apartPlace, id: other, says: { apart, had: known.has(other) } satisfies NotedApart })
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (!known.has(other)) await duplicates.keepApart({ ...apart, one: to, other })
    // oxlint-disable-next-line no-await-in-loop -- the same
    await duplicates.dropApart(from, other)
  }
}

/** Gives links that were moved back, with what was said of them; those taken away since are gone for both. */
export async function moveLinksBack(
  ports: Pick<Ports, 'clients' | 'duplicates'>,
  { from, to }: Moving,
  moved: readonly MovedToClient[],
): Promise<void> {
  const { clients, duplicates } = ports
  const [card, links, own] = await Promise.all([clients.find(to), clients.linksOf(to), clients.linksOf(from)])
  if (card === undefined) return
  const there = new Set([...links, ...own].map(({ id }) => id))
  for (const { id, says } of moved.filter((part) => part.place === linkPlace && there.has(part.id))) {
    const { said, had } = says as NotedLink
    // oxlint-disable-next-line no-await-in-loop -- a client has few links
    await clients.link(...pairOf({ client: { ...card.client, id: from } }, { id }), said)
    const pair = pairOf({ client: { ...card.client, id: to } }, { id })
    // oxlint-disable-next-line no-await-in-loop -- the same
    await (had === undefined ? clients.unlink(...pair) : clients.link(...pair, had))
  }
  for (const { id, says } of moved.filter(({ place }) => place === apartPlace)) {
    const { apart, had } = says as NotedApart
    // oxlint-disable-next-line no-await-in-loop -- of few pairs somebody has said it
    await duplicates.keepApart(apart)
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (!had) await duplicates.dropApart(to, id)
  }
}

function pairOf(
  { client }: { readonly client: Pick<WholeClient['client'], 'id' | 'kind'> },
  { id }: Pick<KeptLink, 'id'>,
): readonly [company: string, person: string] {
  return client.kind === 'company' ? [client.id, id] : [id, client.id]
}
