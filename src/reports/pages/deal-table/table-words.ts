import { placeName } from '#domain/rules/former-names'
import { addDays } from '#domain/time/days'
import { dateIn } from '#domain/time/zone'
import { columnName, optionName, tableNames } from '#reports/usecases/deal-table-names'
import type { DealColumn } from '#reports/domain/deal-table/deal-columns'
import type { Written } from '#reports/domain/deal-table/conditions'
import type { DealNames } from '#usecases/linked/named-deals'
import type { PageAsk } from '#pages/page.tsx'
import type { DealRow } from '#schemas/lists/deal-table'
import type { Model } from '#schemas/model'
import { dealTableTexts } from '#reports/pages/texts/deal-table'

/** What the table is shown with. */
export type TableScene = {
  readonly ask: PageAsk
  readonly model: Model
  readonly columns: readonly DealColumn[]
  /** What the deals are called that fields on the page name. */
  readonly named: DealNames
}

/** What a cell of a row says. */
export function cellText({ ask, model, named }: TableScene, column: DealColumn, row: DealRow): string {
  const { format, language, people } = ask
  const t = dealTableTexts[language]
  const value = valueOf(column, row, people.employees[row.owner]?.department ?? '')
  if (value === undefined || value === null || value === '') return '—'
  switch (column.kind) {
    case 'instant':
      return column.id === 'nextDueAt' ? format.due(String(value)) : format.moment(String(value))
    case 'date':
      return dayText(ask, String(value))
    case 'money':
      return format.money(Number(value), row.currency)
    case 'number':
      return format.number(Number(value))
    case 'percent':
      return format.percent(Number(value))
    case 'yes_no':
      return value === true ? t.yes : t.no
    case 'words':
      if (column.id === 'stage') return placeName(model, { pipeline: row.direction, stage: row.stage }) ?? row.stage
      return optionName(column, String(value), model, language)
    case 'text':
      if (model.fields[column.id.slice('fields.'.length)]?.type !== 'link') return String(value)
      return named.get(String(value)) ?? tableNames(language).hiddenDeal
  }
}

function valueOf({ id }: DealColumn, row: DealRow, department: string) {
  if (id === 'department') return department
  if (id.startsWith('fields.')) return row.fields[id.slice('fields.'.length)]
  return row[id as Exclude<keyof DealRow, 'fields'>]
}

/** What a condition says, as a chip shows it. */
export function conditionText({ ask, model, columns }: TableScene, { column: id, op, value }: Written): string {
  const t = dealTableTexts[ask.language]
  const column = columns.find((one) => one.id === id)
  if (column === undefined) return `${id} ${op} ${value}`
  const said = value === '' ? t.empty : saidValues(ask, model, column, value)
  const told = {
    '=': said,
    '!=': t.not(said),
    '>=': `${t.from} ${said}`,
    '<=': `${t.to} ${said}`,
    '~': t.quoted(said),
  }[op]
  return `${columnName(column, model, ask.language)}: ${told}`
}

function saidValues(ask: PageAsk, model: Model, column: DealColumn, value: string): string {
  return value
    .split(',')
    .map((one) => saidValue(ask, model, column, one.trim().replaceAll('"', '')))
    .join(', ')
}

function saidValue(ask: PageAsk, model: Model, column: DealColumn, value: string): string {
  const { format, language, currency } = ask
  const t = dealTableTexts[language]
  const { kind } = column
  if (kind === 'yes_no') return value === 'yes' ? t.yes : t.no
  if (kind === 'words') return value === 'me' ? t.mine : optionName(column, value, model, language)
  if (kind === 'money' && value !== '' && !Number.isNaN(Number(value))) return format.money(Number(value), currency)
  if (kind === 'date' || kind === 'instant') {
    if (value === 'now') return t.now
    const [, days] = /^today([+-]\d{1,4})?$/.exec(value) ?? []
    if (value === 'today') return t.today
    if (days !== undefined) return dayText(ask, addDays(dateIn(ask.zone, ask.now), Number(days)))
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(ask, value) : value
  }
  return value
}

/** A day with its weekday in this year, with the year in another. */
function dayText({ format, zone, now }: PageAsk, date: string): string {
  return date.slice(0, 4) === dateIn(zone, now).slice(0, 4) ? format.shortDay(date) : format.wholeDay(date)
}
