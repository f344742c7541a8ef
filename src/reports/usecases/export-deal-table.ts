import { msOf } from '#domain/time/zone'
import { chosenColumns } from './deal-table-names'
import { unknownColumn } from '#reports/domain/deal-table/conditions'
import { dealColumns } from '#reports/domain/deal-table/deal-columns'
import type { Listed } from '#reports/domain/deal-table/listed'
import type { Ports } from '#ports/ports'
import type { DealFileQuery } from '#schemas/lists/deal-table'
import type { Language } from '#schemas/language-names'
import type { ExportEntry } from '#schemas/report'
import { refuseExport } from '#usecases/people/refuse-export'

import type { Reader, ReportPorts } from './build-report'
import { namesOnShelves } from './names-on-shelves'
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
  refuseExport(reader.caller)
  const { columns: written = '', ...narrowed } = asked
  const table = await openTable(ports, reader, { asked: narrowed, language })
  const chosen = written.split(',').filter((id) => id !== '')
  const unknown = chosen.find((id) => !table.columns.some((one) => one.id === id))
  if (unknown !== undefined) throw unknownColumn(unknown, table.columns)
  const rows = [...table.matching()]
    .map((one) => [[table.order.keyOf(one), one.row.deal] as const, one] as const)
    .toSorted(([one], [other]) => table.order.compare(one, other))
    .map(([, one]): Listed => one)
  await note(ports, reader, { asked, format, rows: rows.length })
  const clientOf = await namesOnShelves(
    ports,
    rows.map(({ row }) => row.client),
  )
  const { model, now, toCome } = table
  const columns = chosenColumns(
    chosen,
    dealColumns(model, reader.people, { nameOf: table.nameOf, clientOf, now: msOf(now) }),
  )
  return { rows, columns, model, language, now, toCome }
}

type Taken = { readonly asked: Asked; readonly format: ExportEntry['format']; readonly rows: number }

async function note(
  { reports, ids, clock }: ReportPorts & Pick<Ports, 'ids'>,
  { caller }: Reader,
  { asked, format, rows }: Taken,
): Promise<void> {
  await reports.noteExport({
    id: ids.next('exp'),
    at: clock.now(),
    by: caller.actor.id,
    what: 'deals',
    format,
    filters: Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)])),
    rows,
  })
}
