import { dealNumber } from '#domain/deals/deal-number'
import { stuckMs } from './stuck-ms'
import type { Employee } from '#schemas/people'
import type { Field, FieldType, FieldValue, Model } from '#schemas/model'
import type { DealStatus } from '#schemas/deal'

import { cardOnShelf } from './client-on-shelf'

import type { Listed } from './listed'

/** What stands in a cell: an id, a text, a number, an instant in milliseconds; undefined where nothing does. */
export type TableCell = string | number | boolean | undefined

/** How a column is compared: words are ids of a list, whose order is theirs. */
export type DealColumnKind = 'text' | 'words' | 'number' | 'money' | 'percent' | 'date' | 'instant' | 'yes_no'

const statuses: readonly DealStatus[] = ['open', 'won', 'completed', 'lost', 'cancelled']

/** A column of the table of deals. `options` are the ids that a column of words may have, with their names, in order. */
export type DealColumn = {
  readonly id: string
  readonly kind: DealColumnKind
  readonly options?: Readonly<Record<string, string>>
  readonly cell: (one: Listed) => TableCell
}

/** Who is whose, by name: what columns of people are made of. */
export type TablePeople = {
  readonly employees: Readonly<Record<string, Pick<Employee, 'name' | 'department' | 'calendar'>>>
  readonly departments: Readonly<Record<string, { readonly name: string }>>
}

const kinds: Readonly<Record<FieldType, DealColumnKind>> = {
  text: 'text',
  file: 'text',
  link: 'text',
  number: 'number',
  money: 'money',
  percent: 'percent',
  date: 'date',
  date_time: 'instant',
  choice: 'words',
  person: 'words',
  yes_no: 'yes_no',
}

/** What cells are told by beside the rules and the people. */
export type TableLook = {
  /** What a deal is called that a field names, to whoever reads the table. */
  readonly nameOf?: (deal: string) => string
  /** The names of clients that a shelf names by their cards, who have none without it. */
  readonly clientOf?: (onShelf: string) => string
  /** When the table is read, in milliseconds: without it no deal is stuck. */
  readonly now?: number
}

/** Every column there is: what each deal has, then each field that the rules declare, as `fields.<id>`. */
export function dealColumns(
  model: Model,
  people: TablePeople,
  {
    nameOf = (deal) => deal,
    clientOf = (onShelf) => (cardOnShelf(onShelf) === undefined ? onShelf : ''),
    now,
  }: TableLook = {},
): readonly DealColumn[] {
  const fields = Object.values(model.fields).map((field): DealColumn => ({
    id: `fields.${field.id}`,
    kind: kinds[field.type],
    ...(field.options === undefined ? {} : { options: field.options }),
    ...(field.type === 'person' ? { options: namesOf(people.employees) } : {}),
    cell: (one) => cellOf(field, one.field(field.id), nameOf),
  }))
  const stuck: DealColumn = {
    id: 'stuckSince',
    kind: 'instant',
    cell: ({ row }) => (now === undefined ? undefined : stuckMs(row, { model, employees: people.employees, now })),
  }
  return [...placeColumns(model, people, clientOf), ...timeColumns, stuck, ...fields]
}

function cellOf({ type }: Field, value: FieldValue | undefined, nameOf: (deal: string) => string): TableCell {
  if (type === 'date_time') return msIn(value)
  return type === 'link' && typeof value === 'string' ? nameOf(value) : (value ?? undefined)
}

/** Names by id, in their order. */
function namesOf(all: Readonly<Record<string, { readonly name: string }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(all)
      .map(([id, { name }]) => [id, name] as const)
      .toSorted(([, one], [, other]) => one.localeCompare(other)),
  )
}

function msIn(value: FieldValue | undefined): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

function placeColumns(
  model: Model,
  { employees, departments }: TablePeople,
  clientOf: (onShelf: string) => string,
): readonly DealColumn[] {
  const pipelines = Object.values(model.pipelines)
  const stages = pipelines.flatMap((one) => one.stages.map(({ id, name }) => [id, name] as const))
  const { lost, cancelled } = model.outcomes
  return [
    { id: 'number', kind: 'text', cell: ({ row }) => dealNumber(row.deal) },
    { id: 'title', kind: 'text', cell: ({ row }) => row.title },
    { id: 'client', kind: 'text', cell: ({ row }) => clientOf(row.client) },
    { id: 'direction', kind: 'words', options: namesOf(model.pipelines), cell: ({ row }) => row.pipeline },
    { id: 'stage', kind: 'words', options: Object.fromEntries(stages), cell: ({ row }) => row.stage },
    {
      id: 'status',
      kind: 'words',
      options: Object.fromEntries(statuses.map((id) => [id, id])),
      cell: ({ row }) => row.status,
    },
    { id: 'owner', kind: 'words', options: namesOf(employees), cell: ({ row }) => row.owner },
    {
      id: 'department',
      kind: 'words',
      options: namesOf(departments),
      cell: ({ row }) => employees[row.owner]?.department ?? undefined,
    },
    { id: 'reason', kind: 'words', options: { ...lost.reasons, ...cancelled.reasons }, cell: ({ row }) => row.reason },
  ]
}

const timeColumns: readonly DealColumn[] = [
  { id: 'createdAt', kind: 'instant', cell: ({ row }) => row.createdAt },
  { id: 'enteredAt', kind: 'instant', cell: ({ row }) => row.enteredAt },
  { id: 'closedAt', kind: 'instant', cell: ({ row }) => row.endedAt },
  { id: 'nextDueAt', kind: 'instant', cell: ({ row }) => row.dueAt },
  { id: 'tasks', kind: 'number', cell: ({ row }) => row.tasks },
]
