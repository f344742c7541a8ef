import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb'

import type { DocumentChange, DocumentStore } from '#ports/documents'
import type { KeptDocument } from '#schemas/documents/kept-document'
import { isConditionFailed } from '#store/contended'
import { answerPut } from '#store/deals/answer-put'
import { getMany } from '#store/get-many'
import { countingPuts, numbersOn } from '#store/numbers/counting'
import { onlyVersion } from '#store/only-revision'
import { pageOf, queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import { transact, type TransactItem } from '#store/transact'
import { indexKeys, keys, partitions } from './keys'

type Access = Pick<TableAccess, 'document' | 'table'>
type Item = Readonly<Record<string, unknown>>

/** Documents in the one table. */
export function documentStore(access: Access): DocumentStore {
  const { document, table } = access
  const byIds = async (ids: readonly string[]): Promise<readonly KeptDocument[]> => {
    const items = await getMany(access, ids.map(keys.document))
    const found = items.flatMap((item) => fromText<KeptDocument>(item['document']) ?? [])
    return found.toSorted(inOrder)
  }
  return {
    ...numbersOn(access),
    find: async (id) => {
      const ask = { TableName: table, Key: keys.document(id), ConsistentRead: true }
      return fromText<KeptDocument>((await document.send(new GetCommand(ask))).Item?.['document'])
    },
    ofDeal: async (dealId) => {
      const own = await queryAll(access, { pk: partitions.documentsOf(dealId) })
      return byIds(own.map(({ sk }) => String(sk)))
    },
    issuedIn: async (year) => {
      const found = await queryAll(access, { index: 'gsi1', pk: indexKeys.issuedIn(year) })
      return byIds(found.map(({ pk }) => String(pk).slice(keys.document('').pk.length)))
    },
    save: async (change, mark) => (await transact(document, writesOf(table, change, mark))) === undefined,
    untold: async (limit) => {
      const read = ({ sk, deal, mark }: Item) => ({ document: String(sk), dealId: String(deal), mark: String(mark) })
      return (await pageOf(access, { pk: partitions.untold(), limit }, read)).items
    },
    told: async ({ document: id, mark }) => {
      const only = { ConditionExpression: 'mark = :mark', ExpressionAttributeValues: { ':mark': mark } }
      try {
        await document.send(new DeleteCommand({ TableName: table, Key: keys.untold(id), ...only }))
      } catch (error) {
        // It was changed meanwhile: whoever did that tells of it.
        if (!isConditionFailed(error)) throw error
      }
    },
  }
}

function inOrder(one: KeptDocument, other: KeptDocument): number {
  return one.createdAt === other.createdAt
    ? Number(one.id > other.id) - Number(one.id < other.id)
    : Number(one.createdAt > other.createdAt) - Number(one.createdAt < other.createdAt)
}

/** The one transaction of a command: a document only from the version it was decided on, a number only after the last one. */
function writesOf(table: string, change: DocumentChange, mark: string): readonly TransactItem[] {
  const { documents, removed, counting, answer } = change
  const put = (Item: Item, condition: object = {}): TransactItem => ({ Put: { TableName: table, Item, ...condition } })
  return [
    ...documents.map(({ document, wasVersion }) => put(documentItem(document), onlyVersion(wasVersion))),
    ...documents
      .filter(({ wasVersion }) => wasVersion === undefined)
      .map(({ document: { dealId, id } }) => put(keys.documentOf(dealId, id))),
    ...documents.map(({ document: { dealId, id } }) => put({ ...keys.untold(id), deal: dealId, mark })),
    ...(removed === undefined ? [] : removing(table, removed.document)),
    ...(counting === undefined ? [] : countingPuts(table, counting)),
    ...(answer === undefined ? [] : [answerPut(table, answer, answer.at)]),
  ]
}

function removing(table: string, { id, dealId, version }: KeptDocument): readonly TransactItem[] {
  const gone = (Key: object, condition: object = {}): TransactItem => ({
    Delete: { TableName: table, Key: Key as Record<string, unknown>, ...condition },
  })
  return [gone(keys.document(id), onlyVersion(version)), gone(keys.documentOf(dealId, id)), gone(keys.untold(id))]
}

function documentItem(document: KeptDocument): Item {
  const { id, version, on, stands } = document
  const isIssued = on !== null && stands !== 'draft'
  const place = isIssued ? { gsi1pk: indexKeys.issuedIn(on.slice(0, 4)), gsi1sk: `${on}#${id}` } : {}
  return { ...keys.document(id), version, ...place, document: asText(document) }
}
