import type { ColumnKind } from '#schemas/report-names'
import type { ReportQuery } from '#schemas/report'
import { columnKinds, reportGroups } from '#schemas/report-names'
import { metrics } from '#schemas/plan-names'

import { queryOf, type ReportAsked } from '#pages/links.tsx'
import type { PageAsk } from '#pages/page.tsx'
import { reportsTexts } from './texts/reports'

const plain = ['period', 'from', 'to', 'direction', 'axis', 'department', 'person', 'where', 'field'] as const

/** In a form, rows by a field are one choice: `field:source`. */
export const byField = ':'
/** In a form, what a field must hold has an input of its own: `field.source`. */
export const fieldInput = 'field.'

function fieldConditions(query: URLSearchParams): readonly string[] {
  return [...query].flatMap(([name, value]) =>
    name.startsWith(fieldInput) && value !== '' ? [`fields.${name.slice(fieldInput.length)}=${value}`] : [],
  )
}

/** Reads the filters of a report from an address; what is empty is not asked for. */
export function reportAskedOf(query: URLSearchParams): ReportAsked {
  const found = Object.fromEntries(
    plain.flatMap((name) => {
      const value = query.get(name) ?? ''
      return value === '' ? [] : [[name, value] as const]
    }),
  )
  const conditions = [found['where'] ?? '', ...fieldConditions(query)].filter((one) => one !== '')
  if (conditions.length > 0) found['where'] = conditions.join(';')
  const [rows = '', field] = (query.get('by') ?? '').split(byField)
  const by = reportGroups.find((one) => one === rows)
  if (field !== undefined && field !== '') found['field'] = field
  if (by !== undefined && by !== 'field') delete found['field']
  const metric = metrics.find((one) => one === query.get('metric'))
  // A period and days of one’s own exclude each other: who writes days means them.
  if (found['from'] !== undefined || found['to'] !== undefined) delete found['period']
  return { ...found, ...(by === undefined ? {} : { by }), ...(metric === undefined ? {} : { metric }) }
}

/** The address of a report with its filters. */
export function reportAddress(name: string, asked: ReportAsked): string {
  const query = queryOf(asked)
  return `/app/reports/${name}${query === '' ? '' : `?${query}`}`
}

/** The address of a report as a file. */
export function fileAddress(name: string, format: 'csv' | 'xlsx', asked: ReportQuery): string {
  return `/app/api/reports/${name}/${format}?${queryOf(asked)}`
}

type Shown = { readonly kind: ColumnKind; readonly currency: string }

/** Writes a value of a report as people read it, by what its column holds. */
export function reportValue(
  { format, language }: Pick<PageAsk, 'format' | 'language'>,
  value: number | string | null | undefined,
  { kind, currency }: Shown,
): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'string') return kind === 'date' && value !== '' ? format.shortDay(value) : value
  switch (kind) {
    case 'money':
      return format.money(value, currency)
    case 'percent':
      return format.percent(value)
    case 'duration':
      return duration(format, value, language)
    case 'days':
      return format.number(Math.round(value * 10) / 10)
    case 'count':
    case 'text':
    case 'date':
      return format.number(value)
  }
}

/** Whether a column holds numbers, which stand on the right. */
export function isNumeric(kind: ColumnKind): boolean {
  return columnKinds.indexOf(kind) < columnKinds.indexOf('text')
}

/** Seconds as people say them: minutes, hours and minutes, days and hours. */
function duration(format: PageAsk['format'], seconds: number, language: PageAsk['language']): string {
  const t = reportsTexts[language]
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return t.minutes(format.number(minutes))
  const hours = Math.floor(minutes / 60)
  if (hours < 24) {
    const rest = minutes % 60
    return rest === 0
      ? t.hours(format.number(hours))
      : `${t.hours(format.number(hours))} ${t.minutes(format.number(rest))}`
  }
  const days = Math.floor(hours / 24)
  return hours % 24 === 0 ? t.daysOnly(format.number(days)) : t.daysAnd(format.number(days), format.number(hours % 24))
}
