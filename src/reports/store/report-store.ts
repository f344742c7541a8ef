import { GetCommand, PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb'

import { keys, partitions } from './keys'
import { pageOf } from '#store/query'
import { packShelf } from './shelf-packs'
import { shelfRowsReader } from './shelf-rows'
import { readShelves } from './shelf-texts'
import { asText, fromText } from '#store/text-item'
import { isConditionFailure, transact } from '#store/transact'
import type { TableAccess } from '#store/table-access'
import type { ReportStore, ShelfHead, Shelving } from '#ports/reports'
import type { ExportEntry } from '#schemas/report'

type At = Pick<TableAccess, 'document' | 'table'>

const reconciliation = keys.reconciliation()

/**
 * Facts for reports. A change is one transaction: the deal's head, and an entry for every shelf that says something else
 * now. Write units: 2 for the head and 2 for each shelf (1 KB each), 1 when no shelf changes, 0 for a repeat.
 */
export function reportStore({ document, table }: At): ReportStore {
  const at = { document, table }
  const get = async (key: Record<string, string>) =>
    (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
  return {
    head: async (dealId) => fromText<ShelfHead>((await get(keys.shelfHead(dealId)))?.['head']),
    keep: (shelving) => keep(at, shelving),
    read: (shelves) => readShelves(at, shelves),
    rows: shelfRowsReader(at),
    pack: (shelf, atLeast) => packShelf(at, shelf, atLeast),
    noteExport: async (entry) => {
      await document.send(
        new PutCommand({
          TableName: table,
          Item: { ...keys.dataExport(entry.at, entry.id), entry: asText(entry) },
        }),
      )
    },
    exports: (page) =>
      pageOf(
        at,
        { pk: partitions.exports(), newestFirst: true, ...page },
        (item) => fromText<ExportEntry>(item['entry']) as ExportEntry,
      ),
    saveReconciliation: async (report) => {
      await document.send(new PutCommand({ TableName: table, Item: { ...reconciliation, report } }))
    },
    lastReconciliation: async () => (await get(reconciliation))?.['report'],
  }
}

async function keep({ document, table }: At, { dealId, wasRev, head, entries }: Shelving): Promise<boolean> {
  const put = {
    TableName: table,
    Item: { ...keys.shelfHead(dealId), rev: head.rev, head: asText(head) },
    // Facts are made from all there is of a deal: who read it before the last writer did must not write after them.
    ...(wasRev === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'rev = :was', ExpressionAttributeValues: { ':was': wasRev } }),
  }
  // What changes no shelf needs no transaction, in which it would cost twice as much.
  if (entries.length === 0) return putAlone(document, put)
  const stopped = await transact(document, [
    { Put: put },
    ...entries.map(({ shelf, body }) => ({
      Put: {
        TableName: table,
        // An entry without a body says that what was packed before holds no more.
        Item: { ...keys.shelfEntry(shelf, dealId), rev: head.rev, ...(body === null ? {} : { body }) },
      },
    })),
  ])
  return stopped === undefined
}

async function putAlone(document: At['document'], put: PutCommandInput): Promise<boolean> {
  try {
    await document.send(new PutCommand(put))
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}
