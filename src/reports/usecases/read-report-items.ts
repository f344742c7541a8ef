import { reportRefusal } from '#reports/words/report-refusal'
import type { Refusal } from '#domain/kernel/refusal'
import { labelOf } from '#reports/domain/labels'
import { reportCellParts } from '#domain/kernel/report-cell'
import { columnsOf } from '#reports/domain/shown'
import { numbersOf, pageOfGrains, totalsRow, type Column, type Grain, type Table } from '#reports/domain/table'
import { reportWords } from '#reports/domain/words-of-reports'
import { instantOf } from '#domain/time/zone'
import type { Page } from '#ports/page'
import type { Ports } from '#ports/ports'
import type { Language } from '#schemas/language-names'
import type { ReportItem, ReportItems, ReportItemsQuery } from '#schemas/report'

import { buildReport, type Built, type Reader, type ReportPorts } from './build-report'

type Asked = Omit<ReportItemsQuery, 'limit' | 'cursor'>
type Place = { readonly limit: number; readonly cursor?: string }

/**
 * A page of the deals or tasks behind one number of a report, under the same filters, with what each brings to it. The
 * report is computed again: what has changed since it was shown is as it is now.
 */
export async function readReportItems(
  ports: ReportPorts,
  reader: Reader,
  { name, asked, language }: { readonly name: string; readonly asked: Asked; readonly language: Language },
  page: Place,
): Promise<ReportItems & Pick<Page<ReportItem>, 'cursor'>> {
  const { cell, lang = language, ...filters } = asked
  const built = await buildReport(ports, reader, { name, asked: filters, isForItems: true })
  const { table, row, column } = cellIn(built, cell)
  const start = Number(page.cursor ?? 0)
  const { grains: shown, count } = pageOfGrains(table, { row, column }, { start, limit: page.limit })
  const next = start + page.limit
  const numbers = numbersOf(table)
  const value = row === totalsRow ? numbers.totals[column.id] : numbers.rows.get(row)?.[column.id]
  const titled = columnsOf(built.frame, table, lang).find(({ id }) => id === column.id)
  if (titled === undefined) throw cellUnknown(cell)
  return {
    report: built.name,
    title: `${rowTitle(built, table, row, lang)} · ${titled.title}`,
    column: titled,
    fold: column.isShare === true ? 'percent' : column.fold,
    value: value ?? null,
    count,
    items: await itemsOf(ports, shown, column, lang),
    ...(next < count ? { cursor: String(next) } : {}),
  }
}

function cellIn({ tables }: Built, cell: string): { table: Table; row: string; column: Column } {
  const [tableId, row = '', columnId] = reportCellParts(cell) ?? []
  const table = tables.find(({ id }) => id === tableId)
  const column = table?.columns.find(({ id }) => id === columnId)
  if (table === undefined || column === undefined || column.isGiven === true) throw cellUnknown(cell)
  return { table, row, column }
}

function cellUnknown(cell: string): Refusal {
  return reportRefusal('report_cell', { cell })
}

function rowTitle({ frame }: Built, table: Table, row: string, language: Language): string {
  if (row === totalsRow) return reportWords(language).rows.total
  const label = table.texts?.get(row)?.['label']?.text
  return label === undefined || label === null ? labelOf(frame, table.rowsAre, row, language) : String(label)
}

/** Titles are read for the page alone: two requests, however many deals there are. */
async function itemsOf(
  { deals }: Pick<Ports, 'deals'>,
  grains: readonly Grain[],
  column: Column,
  language: Language,
): Promise<ReportItem[]> {
  const tasks = grains.flatMap(({ deal, task }) => (task === undefined ? [] : [{ dealId: deal, taskId: task }]))
  const [found, { tasks: named }] = await Promise.all([
    deals.findMany([...new Set(grains.flatMap(({ deal }) => (deal === '' ? [] : [deal])))]),
    tasks.length === 0 ? { tasks: [] } : deals.readDue(tasks),
  ])
  const titles = new Map(found.map(({ id, title }) => [id, title]))
  const does = new Map(named.map(({ id, do: text }) => [id, text]))
  const { missedCalls } = reportWords(language).rows
  return grains.map(({ deal, task, talk, person, pipeline, at, values }) => {
    const title = deal === '' ? missedCalls(values['missed'] ?? 1) : (titles.get(deal) ?? deal)
    return {
      deal,
      ...(talk === undefined ? {} : { talk }),
      ...(task === undefined ? { title } : { title: does.get(task) ?? task, dealTitle: title, task }),
      person,
      direction: pipeline,
      at: at === undefined ? null : instantOf(at),
      value: values[column.madeOf?.[0] ?? column.id] ?? 0,
    }
  })
}
