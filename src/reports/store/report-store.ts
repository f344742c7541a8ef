import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

import { factsOf, keepFacts } from './kept-facts'
import { keys, partitions } from './keys'
import { pageOf } from '#store/query'
import { shelfRowsReader } from './shelf-rows'
import { readShelves } from './shelf-texts'
import { asText, fromText } from '#store/text-item'
import type { TableAccess } from '#store/table-access'
import type { ReportStore } from '#ports/reports'
import type { ExportEntry } from '#schemas/report'

type At = Pick<TableAccess, 'document' | 'table'>

const reconciliation = keys.reconciliation()

/** Facts for reports: of each deal one item, of shelves their packs. */
export function reportStore({ document, table }: At): ReportStore {
  const at = { document, table }
  const get = async (key: Record<string, string>) =>
    (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
  return {
    kept: (dealId) => factsOf(at, dealId),
    keep: (shelving) => keepFacts(at, shelving),
    read: (shelves) => readShelves(at, shelves),
    rows: shelfRowsReader(at),
    packDeals: async (atLeast) => (await import('./shelf-packs')).packDeals(at, atLeast),
    pack: async (shelf, atLeast) => (await import('./shelf-packs')).packShelf(at, shelf, atLeast),
    repack: async (ids) => (await import('./shelf-packs')).repack(at, ids),
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
