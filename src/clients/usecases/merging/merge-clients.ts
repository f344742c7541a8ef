import { blocksOf } from '#clients/domain/merging/blocks'
import { mergeCards, takenFields } from '#clients/domain/merging/merge-cards'
import { changeAs, changeClient, type ChangedBy } from '#clients/domain/client'
import { keyText } from '#clients/domain/ways'
import { clientRefusal, clientRefusalOf } from '#clients/words/client-refusal'
import { inWords } from '#domain/kernel/saying'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { ClientChange, WholeClient } from '#schemas/kept-client'
import type { KeptMerge, MergeBefore } from '#schemas/clients/kept-merge'
import type { MergeClients, MergePlan } from '#schemas/clients/merge'
import type { Saying } from '#schemas/saying'
import type { Command } from '#usecases/command'

import { clientCard } from '#clients/usecases/read-clients'
import { readableClient, reachesClient, type Asker } from '#clients/usecases/readable-client'
import { areBusy, undoDays } from './merges-of'

type Needs = Pick<Ports, 'clients' | 'deals' | 'merges' | 'clock' | 'ids' | 'rules'>

/**
 * Makes one card of two, or says what that would make. Of the winner’s values and the loser’s one stays, as `take` says;
 * every number, address, link and deal of both stays. From the answer on the loser’s id leads to the winner.
 */
export async function mergeClients(
  ports: Needs,
  command: Command,
  people: People,
  { id, input }: { readonly id: string; readonly input: MergeClients },
): Promise<MergePlan> {
  const asker = { caller: command.caller, people }
  const [winner, loser] = await Promise.all([
    readableClient(ports, asker, id),
    readableClient(ports, asker, input.loser),
  ])
  for (const card of [winner, loser]) refuseReader(asker, card)
  if (input.dryRun !== true) expectSeen({ winner, loser }, command, input)
  refuseUnknownFields({ winner, loser }, input)
  const ids = [winner.client.id, loser.client.id]
  const [isMoving, erased] = await Promise.all([areBusy(ports, ids), erasedOf(ports, ids)])
  const blocks = blocksOf(winner, loser, { areBusy: isMoving, erased })
  const { merged, values } = mergeCards(winner, loser, input.take)
  const plan = {
    winner: await clientCard(ports, asker, { ...merged, client: { ...merged.client, version: winner.client.version } }),
    loser: await clientCard(ports, asker, loser),
    values: values.map((one) => (one.field === 'owner' ? ownerNamed(one, people) : one)),
    moves: await movesOf(ports, winner, loser),
    blocks: await worded(blocks, command),
  }
  if (input.dryRun === true) return plan
  const [first, ...rest] = blocks
  if (first !== undefined) throw clientRefusalOf([first, ...rest])
  const merge = await write(ports, command, { winner, loser, merged })
  return { ...plan, winner: { ...plan.winner, version: winner.client.version + 1 }, merge: merge.id }
}

/**
 * Of which of these somebody has asked for an erasure, done or not: it is of the card that it names, and of no other. Whom the
 * rules would erase is kept by the merge.
 */
async function erasedOf({ clients }: Needs, ids: readonly string[]): Promise<readonly string[]> {
  const erasures = await Promise.all(ids.map((id) => clients.erasure(id)))
  return erasures.flatMap((erasure) => (erasure === undefined || erasure.state === 'due' ? [] : erasure.client))
}

async function write(
  ports: Needs,
  command: Command,
  { winner, loser, merged }: Omit<MergeBefore, 'inner'>,
): Promise<KeptMerge> {
  const { caller, correlationId, causationId } = command
  const at = ports.clock.now()
  const by: ChangedBy = { actor: caller.actor, at, correlationId, causationId }
  const [into, id] = [winner.client.id, ports.ids.next('merge')]
  const inner = loser.client.from ?? []
  const parts = inner.length === 0 ? [] : await ports.clients.findMany(inner)
  const cards = [
    changeClient(winner, merged, by),
    changeAs('client.merged', loser, pointer(loser, into, id), { by, more: { into, merge: id } }),
    ...parts.map((part) => changeClient(part, { ...part, client: { ...part.client, into } }, by)),
  ].filter((change): change is ClientChange => change !== undefined)
  const merge: KeptMerge = {
    id,
    rev: 1,
    at,
    by: caller.actor.id,
    winner: into,
    loser: loser.client.id,
    state: 'merging',
    undoUntil: new Date(Date.parse(at) + undoDays * 86_400_000).toISOString(),
  }
  const before = { winner, loser, merged, inner }
  if (!(await ports.merges.write({ merge, cards, before }))) {
    throw clientRefusal('version_conflict.client', { name: winner.client.name })
  }
  return merge
}

/** What is left of a card that became a part of another: where it leads. */
function pointer({ client }: WholeClient, into: string, merge: string): WholeClient {
  const { id, version, kind, owner, createdAt, createdBy, updatedAt } = client
  return {
    client: { id, version, kind, name: '', owner, fields: {}, createdAt, createdBy, updatedAt, into, merge },
    personal: { ways: [], lastWay: 0 },
  }
}

/** Refuses whoever may not merge a card. */
export function refuseReader(asker: Asker, { client }: WholeClient): void {
  if (reachesClient(asker, 'clients_merge', client.owner)) return
  throw clientRefusal('forbidden.client_merge', { name: client.name })
}

function expectSeen(
  { winner, loser }: Pick<MergeBefore, 'winner' | 'loser'>,
  { ifMatch }: Command,
  { loserVersion }: MergeClients,
): void {
  const seen: readonly (readonly [WholeClient, readonly number[] | undefined])[] = [
    [winner, ifMatch === undefined ? undefined : [ifMatch].flat()],
    [loser, loserVersion === undefined ? undefined : [loserVersion]],
  ]
  for (const [{ client }, versions] of seen) {
    if (versions === undefined || versions.includes(client.version)) continue
    const { name, version } = client
    throw clientRefusal('precondition_failed.client', { name, now: version }, { version })
  }
}

function refuseUnknownFields(
  { winner, loser }: Pick<MergeBefore, 'winner' | 'loser'>,
  { take = {} }: MergeClients,
): void {
  const known = takenFields(winner, loser)
  const unknown = Object.keys(take).filter((field) => !known.includes(field))
  if (unknown.length > 0) throw clientRefusal('field_unknown.merge', { unknown, known: [...known] })
}

async function movesOf({ clients }: Needs, winner: WholeClient, loser: WholeClient): Promise<MergePlan['moves']> {
  const [links, deals] = await Promise.all([clients.linksOf(loser.client.id), clients.dealsOf(loser.client.id)])
  const known = new Set(winner.personal.ways.map(keyText))
  const ways = loser.personal.ways.filter((way) => !known.has(keyText(way)))
  return { ways: ways.length, links: links.length, deals: deals.length }
}

function ownerNamed<T extends { readonly kept: string; readonly given?: string }>(value: T, { employees }: People): T {
  const name = (id: string): string => employees[id]?.name ?? id
  return { ...value, kept: name(value.kept), ...(value.given === undefined ? {} : { given: name(value.given) }) }
}

async function worded(blocks: readonly Saying[], { language }: Command): Promise<MergePlan['blocks']> {
  const words = language === 'ru' ? (await import('#clients/words/ru')).ru : (await import('#clients/words/en')).en
  return blocks.map((saying) => ({ code: saying.say, detail: inWords(words, saying) }))
}
