import { digitsOf } from '#domain/kernel/currency'
import { typedMinor } from '#domain/numbers/typed-amount'
import { typedNumber } from '#domain/numbers/typed-number'
import { conditionParts, type Op, type Written } from '#reports/domain/deal-table/conditions'
import { usualColumns } from '#reports/usecases/deal-table-names'
import type { DealColumn } from '#reports/domain/deal-table/deal-columns'
import type { PageAsk } from '#pages/page.tsx'
import type { SavedView } from '#schemas/lists/deal-table'

/** What the address of the table asks for. */
export type TableAsked = {
  readonly where: string
  readonly q: string
  readonly sort: string
  /** Chosen columns; none where the usual ones are shown. */
  readonly columns: readonly string[]
  readonly cursor: string
  readonly view: SavedView | undefined
}

/** What is shown to somebody who asks for nothing: what is under way. */
export const usualWhere = 'status=open,won'

/** What stands in its stage longer than the rules let it, shown with since when, the longest first. */
export const stuckAsked: TableAsked = {
  where: `${usualWhere};stuckSince<=now`,
  q: '',
  sort: 'stuckSince',
  columns: [...usualColumns, 'stuckSince'],
  cursor: '',
  view: undefined,
}

/** Reads an address: what it says itself stands above its view. */
export function askedTable(query: URLSearchParams, view: SavedView | undefined): TableAsked {
  const said = (name: 'where' | 'q' | 'sort'): string | undefined => query.get(name) ?? view?.[name]
  const columns = query.get('columns')?.split(',') ?? view?.columns ?? []
  return {
    where: said('where') ?? (view === undefined ? usualWhere : ''),
    q: (said('q') ?? '').trim().slice(0, 100),
    sort: said('sort') ?? '',
    columns: columns.filter((id) => id !== ''),
    cursor: query.get('cursor') ?? '',
    view,
  }
}

/** The address of the table with something else in it; it begins with the first page again. */
export function tableAddress(asked: TableAsked, other: Partial<TableAsked> = {}): string {
  const { where, q, sort, columns, view, cursor } = { ...asked, cursor: '', ...other }
  const query = new URLSearchParams({
    ...(view === undefined ? {} : { view: view.id }),
    where,
    ...(q === '' ? {} : { q }),
    ...(sort === '' ? {} : { sort }),
    ...(columns.length === 0 ? {} : { columns: columns.join(',') }),
    ...(cursor === '' ? {} : { cursor }),
  })
  return `/app/deals?${query.toString()}`
}

/** What the table asks the API for, the largest page at a time. */
export function apiQuery({ where, q, sort }: TableAsked): string {
  return new URLSearchParams({
    where,
    ...(q === '' ? {} : { q }),
    ...(sort === '' ? {} : { sort }),
    limit: '100',
  }).toString()
}

/** Whether somebody has just sent the form of filters, whose fields are `f.<column>` and `c`. */
export function isSent(query: URLSearchParams): boolean {
  return query.has('sent')
}

/** What the form of filters says, as conditions and columns; what the form does not show of the old ones stays. */
export function sentTable(ask: PageAsk, columns: readonly DealColumn[], asked: TableAsked): TableAsked {
  const { query } = ask
  const parts = columns.flatMap((column) => sentParts(column, ask))
  const kept = partsOf(asked.where).filter((part) => !isInForm(part, columns))
  return {
    ...asked,
    where: [...parts, ...kept].map(partText).join(';'),
    columns: query.has('columns-sent') ? sentColumns(query) : asked.columns,
    cursor: '',
  }
}

/** The columns that are ticked; the title alone where none is: no table is without any. */
function sentColumns(query: URLSearchParams): readonly string[] {
  const ticked = query.getAll('c')
  return ticked.length === 0 ? ['title'] : ticked
}

function sentParts({ id, kind }: DealColumn, ask: PageAsk): readonly Written[] {
  const part = (name: string, op: Op): readonly Written[] => {
    const text = (ask.query.get(`f.${id}${name}`) ?? '').trim()
    if (text === '') return []
    const value =
      kind === 'money'
        ? minorText(text, ask)
        : kind === 'number' || kind === 'percent'
          ? (typedNumber(text, ask.language) ?? text)
          : text
    return [{ column: id, op, value: kind === 'text' && /[;,]/.test(value) ? `"${value.replaceAll('"', '')}"` : value }]
  }
  return [...part('', kind === 'text' ? '~' : '='), ...part('.from', '>='), ...part('.to', '<=')]
}

/** The conditions of a text; none where it cannot be read, which whoever reads the table is told. */
export function partsOf(where: string): readonly Written[] {
  try {
    return conditionParts(where)
  } catch {
    return []
  }
}

/** Whether the form has a field for a condition; this very moment and days counted from today have none. */
export function isInForm({ op, value, column: id }: Written, columns: readonly DealColumn[]): boolean {
  const kind = columns.find((one) => one.id === id)?.kind
  if (kind === undefined || op === '!=') return false
  if (kind === 'text') return op === '~'
  if (kind === 'words' || kind === 'yes_no') return op === '=' && value !== ''
  return (op === '>=' || op === '<=') && value !== 'now' && !value.startsWith('today')
}

/** A condition as it is written. */
export function partText({ column, op, value }: Written): string {
  return `${column}${op}${value}`
}

/** An amount as one types it, in minor units; what is none stays as it is, for the API to refuse by name. */
function minorText(text: string, { currency, language }: PageAsk): string {
  return String(typedMinor(text, { language, digits: digitsOf(currency), currency }) ?? text)
}
