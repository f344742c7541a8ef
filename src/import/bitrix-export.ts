import type { Saying } from '#schemas/saying'
import { say } from './say'

/** A direction of deals as Bitrix24 keeps it. */
export type BitrixCategory = { readonly id: string; readonly name: string; readonly sort: number }

/** A stage of deals as Bitrix24 keeps it. */
export type BitrixStage = {
  readonly category: string
  readonly status: string
  readonly name: string
  readonly sort: number
  /** Whether a deal in it is under way, won or lost. */
  readonly means: 'process' | 'success' | 'failure'
}

/** Everything of an export that matters here, in the order in which Bitrix24 shows it. */
export type BitrixExport = { readonly categories: readonly BitrixCategory[]; readonly stages: readonly BitrixStage[] }

type Row = Readonly<Record<string, unknown>>
type Rows = { readonly statuses: Row[]; readonly categories: Row[]; readonly answers: Row[] }

const deepest = 20

/**
 * Finds the directions and stages in answers of Bitrix24’s REST API, however they were put together: one answer, a
 * batch, several pages in a list. Otherwise says what is missing.
 */
export function readBitrixExport(
  parts: readonly unknown[],
): { readonly found: BitrixExport } | { readonly fault: Saying } {
  const rows: Rows = { statuses: [], categories: [], answers: [] }
  for (const part of parts) collect(part, rows, 0)
  const refused = rows.answers.find((answer) => typeof answer['error'] === 'string')
  if (refused !== undefined) return { fault: refusal(refused) }
  const stages = inOrder(once(rows.statuses.flatMap(stageOf), (stage) => `${stage.category} ${stage.status}`))
  if (stages.length === 0) return { fault: say('bitrix_no_stages') }

  const missing = Math.max(0, ...rows.answers.filter(isPageOfStatuses).map(totalOf)) - rows.statuses.length
  if (missing > 0) return { fault: say('bitrix_rows', { missing }) }
  return { found: { categories: withDefault(rows.categories.flatMap(categoryOf), stages), stages } }
}

function collect(value: unknown, rows: Rows, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > deepest) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, rows, depth + 1)
    return
  }
  const row = value as Row
  if (typeof row['STATUS_ID'] === 'string' && (typeof row['ENTITY_ID'] === 'string' || isStageOfDeals(row))) {
    rows.statuses.push(row)
    return
  }
  // crm.category.list writes small letters, the older crm.dealcategory.list large ones.
  if (idOf(row) !== undefined && typeof (row['name'] ?? row['NAME']) === 'string') {
    rows.categories.push(row)
    return
  }
  if ('result' in row || 'error' in row) rows.answers.push(row)
  for (const inner of Object.values(row)) collect(inner, rows, depth + 1)
}

function idOf(row: Row): string | undefined {
  const id = row['id'] ?? row['ID']
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : undefined
}

function refusal(answer: Row): Saying {
  const why = answer['error_description'] ?? answer['error']
  return say('bitrix_refused', { why: typeof why === 'string' ? why.replace(/\.$/, '') : undefined })
}

function isPageOfStatuses(answer: Row): boolean {
  const [first] = Array.isArray(answer['result']) ? (answer['result'] as unknown[]) : []
  return typeof first === 'object' && first !== null && 'STATUS_ID' in first && 'next' in answer
}

function totalOf(answer: Row): number {
  return typeof answer['total'] === 'number' ? answer['total'] : 0
}

/** Bitrix24 writes numbers as texts, and a stage somebody dragged about may have lost its place. */
function sortOf(row: Row): number {
  const sort = Number(row['sort'] ?? row['SORT'])
  return Number.isFinite(sort) ? sort : Number.MAX_SAFE_INTEGER
}

function nameOf(row: Row): string {
  const name = row['name'] ?? row['NAME']
  return typeof name === 'string' ? name.trim() : ''
}

function categoryOf(row: Row): readonly BitrixCategory[] {
  // Other things than deals (type 2) have directions, too.
  const type = row['entityTypeId']
  if (type !== undefined && Number(type) !== 2) return []
  return [{ id: idOf(row) ?? '', name: nameOf(row), sort: sortOf(row) }]
}

/** `crm.dealcategory.stage.list` names no entity: its rows say their direction before the colon, and are of deals all. */
function isStageOfDeals(row: Row): boolean {
  return row['ENTITY_ID'] === undefined && row['NAME'] !== undefined && row['SORT'] !== undefined
}

function stageOf(row: Row): readonly BitrixStage[] {
  const entity = isStageOfDeals(row)
    ? /^(?:C(\d+):)?./.exec(String(row['STATUS_ID']))
    : /^DEAL_STAGE(?:_(\d+))?$/.exec(String(row['ENTITY_ID']))
  if (entity === null) return []
  const status = String(row['STATUS_ID'])
  const stage = {
    category: entity[1] ?? '0',
    status,
    name: nameOf(row) === '' ? status : nameOf(row),
    sort: sortOf(row),
  }
  return [{ ...stage, means: meaningOf(row) }]
}

/** What the stages that end a deal are called in every portal; rows of the older answer say it in no other way. */
const lastWords: Readonly<Record<string, string>> = { WON: 'success', LOSE: 'failure', APOLOGY: 'apology' }

function meaningOf(row: Row): BitrixStage['means'] {
  const extra = row['EXTRA']
  const inner = typeof extra === 'object' && extra !== null ? (extra as Row)['SEMANTICS'] : undefined
  const word = row['SEMANTICS'] ?? inner ?? lastWords[String(row['STATUS_ID']).replace(/^C\d+:/, '')]
  if (word === 'S' || word === 'success') return 'success'
  return word === 'F' || word === 'failure' || word === 'apology' ? 'failure' : 'process'
}

function once<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed()
}

function inOrder<T extends { readonly sort: number }>(items: readonly T[]): readonly T[] {
  return items.toSorted((left, right) => left.sort - right.sort)
}

/** A direction of which only the stages were exported goes by its number; the first one has no row in older answers. */
function withDefault(categories: readonly BitrixCategory[], stages: readonly BitrixStage[]): readonly BitrixCategory[] {
  const known = once(categories, ({ id }) => id)
  const unnamed = [...new Set(stages.map(({ category }) => category))].filter(
    (id) => !known.some((one) => one.id === id),
  )
  const added = unnamed.map((id) => ({
    id,
    name: id === '0' ? 'Общее' : `Направление ${id}`,
    sort: id === '0' ? -1 : Number.MAX_SAFE_INTEGER,
  }))
  return inOrder([...known, ...added])
}
