import { chosenColumns } from './deal-table-names'
import { unknownColumn } from '#reports/domain/deal-table/conditions'
import type { Listed } from '#reports/domain/deal-table/listed'
import type { Ports } from '#ports/ports'
import type { DealFileQuery } from '#schemas/lists/deal-table'
import type { Language } from '#schemas/language-names'
import type { ExportEntry } from '#schemas/report'

import type { Reader, ReportPorts } from './build-report'
import { openTable } from './read-deal-table'

type Asked = Omit<DealFileQuery, 'lang'>

/** All rows of the table, for a file, in its order. That it was taken out is on record before it is given away. */
export async function exportDealTable(
  ports: ReportPorts & Pick<Ports, 'ids'>,
  reader: Reader,
  {
    asked,
    format,
    language,
  }: { readonly asked: Asked; readonly format: ExportEntry['format']; readonly language: Language },
) {
  const { columns: written = '', ...narrowed } = asked
  const table = await openTable(ports, reader, { asked: narrowed, language })
  const chosen = written.split(',').filter((id) => id !== '')
  const unknown = chosen.find((id) => !table.columns.some((one) => one.id === id))
  if (unknown !== undefined) throw unknownColumn(unknown, table.columns)
  const rows = [...table.matching()]
    .map((one) => [[table.order.keyOf(one), one.row.deal] as const, one] as const)
    .toSorted(([one], [other]) => table.order.compare(one, other))
    .map(([, one]): Listed => one)
  await ports.reports.noteExport({
    id: ports.ids.next('exp'),
    at: table.now,
    by: reader.caller.actor.id,
    what: 'deals',
    format,
    filters: Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)])),
    rows: rows.length,
  })
  return {
    rows,
    columns: chosenColumns(chosen, table.columns),
    model: table.model,
    language,
    now: table.now,
    toCome: table.toCome,
  }
}
