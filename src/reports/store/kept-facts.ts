import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { getMany } from '#store/get-many'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { isConditionFailure } from '#store/transact'
import type { KeptFacts, ShelfEntry, Shelving } from '#ports/reports'

import { keys, looseIndex } from './keys'

type At = Pick<TableAccess, 'document' | 'table'>

/** The facts of a deal, and of which deal they are. */
export type FactsOfDeal = { readonly dealId: string; readonly facts: KeptFacts }

/** As it was kept before a deal had one item: the entries of its shelves lay beside it. */
type Former = Omit<KeptFacts, 'loose'>

/** The facts of a deal as they are kept. */
export async function factsOf({ document, table }: At, dealId: string): Promise<KeptFacts | undefined> {
  const ask = { TableName: table, Key: keys.facts(dealId), ConsistentRead: true }
  return factsIn((await document.send(new GetCommand(ask))).Item)
}

/**
 * Writes the facts of a deal in place of those it was based on; false where somebody else was first. One item: two write
 * units while it holds less than 2 kB, and none for the index, whose key stays while anything is loose.
 */
export function keepFacts(at: At, { dealId, wasRev, facts }: Shelving): Promise<boolean> {
  return putFacts(at, { dealId, facts }, wasRev)
}

/** Notes that what was loose is packed; false where the deal has changed since. */
export function clearLoose(at: At, { dealId, facts }: FactsOfDeal): Promise<boolean> {
  return putFacts(at, { dealId, facts: { ...facts, loose: {} } }, facts.rev)
}

/** The deals of which something is loose, by what the index says: it may be a moment behind. */
export async function looseDeals(at: At): Promise<readonly string[]> {
  const items = await queryAll(at, { index: 'gsi2', pk: looseIndex })
  return items.map((item) => String(item['gsi2sk']))
}

/** The facts of some deals, those that have any. */
export async function factsOfMany(at: At, dealIds: readonly string[]): Promise<readonly FactsOfDeal[]> {
  const items = await getMany(
    at,
    dealIds.map((id) => keys.facts(id)),
  )
  return items.flatMap((item) => {
    const facts = factsIn(item)
    return facts === undefined ? [] : [{ dealId: String(item['pk']).slice('D#'.length), facts }]
  })
}

/** What is loose of some deals, by shelf. */
export function looseByShelf(all: readonly FactsOfDeal[]): ReadonlyMap<string, readonly ShelfEntry[]> {
  const shelves = new Map<string, ShelfEntry[]>()
  for (const { dealId, facts } of all) {
    for (const [shelf, body] of Object.entries(facts.loose)) {
      const entries = shelves.get(shelf) ?? []
      entries.push({ id: dealId, rev: facts.rev, body })
      shelves.set(shelf, entries)
    }
  }
  return shelves
}

async function putFacts({ document, table }: At, { dealId, facts }: FactsOfDeal, wasRev: number): Promise<boolean> {
  const isLoose = Object.keys(facts.loose).length > 0
  const put = {
    TableName: table,
    Item: {
      ...keys.facts(dealId),
      ...(isLoose ? { gsi2pk: looseIndex, gsi2sk: dealId } : {}),
      rev: facts.rev,
      facts: asText(facts),
    },
    // Facts are made from all there is of a deal: who read it before the last writer did must not write after them.
    ...(wasRev === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'rev = :was', ExpressionAttributeValues: { ':was': wasRev } }),
  }
  try {
    await document.send(new PutCommand(put))
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}

function factsIn(item: Readonly<Record<string, unknown>> | undefined): KeptFacts | undefined {
  const facts = fromText<KeptFacts>(item?.['facts'])
  if (facts !== undefined) return facts
  const former = fromText<Former>(item?.['head'])
  return former === undefined ? undefined : { ...former, loose: {} }
}
