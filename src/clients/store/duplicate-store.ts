import { GetCommand } from '@aws-sdk/lib-dynamodb'

import type { DuplicateStore } from '#ports/duplicates'
import type { KeptApart, Proposal } from '#schemas/clients/kept-merge'
import { pageOf, queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { transact } from '#store/transact'
import { keys, partitions, prefixes } from './keys'

/** What may be one client, and what is not, in the one table: with either card, and all proposals by how likely they are. */
export function duplicateStore(access: TableAccess): DuplicateStore {
  const { document, table } = access
  return {
    proposals: async ({ limit, after }) => {
      const from = after === undefined ? {} : { from: `${after}\u0000` }
      const found = await pageOf(access, { pk: partitions.proposals, limit, ...from }, ({ sk, proposal }) => ({
        proposal: fromText<Proposal>(proposal) as Proposal,
        place: String(sk),
      }))
      return found.items
    },
    proposalsOf: async (client) =>
      (await queryAll(access, { pk: partitions.client(client), prefix: prefixes.proposals })).flatMap(
        ({ proposal }) => fromText<Proposal>(proposal) ?? [],
      ),
    propose: (proposal) => propose(access, proposal),
    withdraw: async (one, other) => {
      const was = await proposalOf(access, one, other)
      if (was !== undefined)
        await transact(
          document,
          placesOf(was).map((Key) => ({ Delete: { TableName: table, Key } })),
        )
    },
    ...apartIn(access),
  }
}

function apartIn(access: TableAccess): Pick<DuplicateStore, 'keepApart' | 'dropApart' | 'apartFrom'> {
  const { document, table } = access
  return {
    keepApart: async (apart) => {
      const { one, other } = apart
      const put = (Key: object) => ({ Put: { TableName: table, Item: { ...Key, apart: asText(apart) } } })
      await transact(document, [put(keys.apart(one, other)), put(keys.apart(other, one))])
    },
    dropApart: async (one, other) => {
      const places = [keys.apart(one, other), keys.apart(other, one)]
      await transact(
        document,
        places.map((Key) => ({ Delete: { TableName: table, Key } })),
      )
    },
    apartFrom: async (client) =>
      (await queryAll(access, { pk: partitions.client(client), prefix: prefixes.apart })).flatMap(
        ({ apart }) => fromText<KeptApart>(apart) ?? [],
      ),
  }
}

async function propose(access: TableAccess, proposal: Proposal): Promise<void> {
  const { document, table } = access
  const was = await proposalOf(access, proposal.one, proposal.other)
  if (was !== undefined && asText(was) === asText(proposal)) return
  const places = placesOf(proposal)
  const gone = (was === undefined ? [] : placesOf(was)).filter(
    (old) => !places.some(({ pk, sk }) => old.pk === pk && old.sk === sk),
  )
  await transact(document, [
    ...gone.map((Key) => ({ Delete: { TableName: table, Key } })),
    ...places.map((Key) => ({ Put: { TableName: table, Item: { ...Key, proposal: asText(proposal) } } })),
  ])
}

async function proposalOf({ document, table }: TableAccess, one: string, other: string): Promise<Proposal | undefined> {
  const Key = keys.proposalOf(one, other)
  const { Item } = await document.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
  return fromText<Proposal>(Item?.['proposal'])
}

function placesOf({ one, other, score }: Proposal) {
  return [keys.proposal(score, one, other), keys.proposalOf(one, other), keys.proposalOf(other, one)]
}
