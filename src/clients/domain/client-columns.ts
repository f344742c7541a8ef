import type { WholeClient } from '#schemas/kept-client'
import { dateIn } from '#domain/time/zone'
import type { Field, FieldValue, Model } from '#schemas/model'
import { clientKinds, type ClientKind } from '#schemas/client-names'

/** A column of the list of clients: what it is called by, what it may be where that is a choice, and what a client has in it. */
export type ClientColumn = {
  readonly id: string
  /** The fields of the rules it shows: of companies, of people, or one of each where both have one by this name. */
  readonly fields?: Readonly<Partial<Record<ClientKind, Field>>>
  readonly options?: readonly string[]
  readonly valueOf: (client: WholeClient['client']) => FieldValue | undefined
}

/** The columns that are shown to whoever chooses none. */
const usualColumns: readonly string[] = ['name', 'kind', 'owner', 'contact']

/** The columns to show: those that are chosen and there, the usual ones where none is. The name is always there. */
export function shownColumns(chosen: readonly string[], columns: readonly ClientColumn[]): readonly ClientColumn[] {
  const wanted = chosen.length === 0 ? usualColumns : ['name', ...chosen]
  return columns.filter(({ id }) => wanted.includes(id))
}

/**
 * Every column there is: what each card has, then the fields that the rules declare for companies or people, as `fields.<id>`.
 * What is personal of a card is no column: it is read on the card, where that is counted.
 */
export function clientColumns(
  { clients: rules, calendar: { timezone } }: Pick<Model, 'clients' | 'calendar'>,
  employees: readonly string[],
): readonly ClientColumn[] {
  const ids = new Set(clientKinds.flatMap((kind) => Object.keys(rules?.kinds[kind] ?? {})))
  const own = [...ids].flatMap((id) => {
    const fields = clientKinds.flatMap((kind) => {
      const field = rules?.kinds[kind][id]
      return field === undefined || field.personal === true ? [] : [[kind, field] as const]
    })
    return fields.length === 0 ? [] : [{ id, fields: Object.fromEntries(fields) }]
  })
  return [
    { id: 'name', valueOf: ({ name }) => name },
    { id: 'kind', options: clientKinds, valueOf: ({ kind }) => kind },
    { id: 'owner', options: employees, valueOf: ({ owner }) => owner ?? undefined },
    { id: 'contact', valueOf: () => undefined },
    { id: 'inn', valueOf: ({ inn }) => inn },
    { id: 'createdAt', valueOf: ({ createdAt }) => dateIn(timezone, createdAt) },
    ...own.map(({ id, fields }): ClientColumn => {
      const options = optionsOf(fields, employees)
      return {
        id: `fields.${id}`,
        fields,
        ...(options === undefined ? {} : { options }),
        valueOf: (client) => client.fields[id] ?? undefined,
      }
    }),
  ]
}

/** All that a column can be, whichever of its fields says so; undefined where one of them is no choice. */
function optionsOf(
  fields: NonNullable<ClientColumn['fields']>,
  employees: readonly string[],
): readonly string[] | undefined {
  const all = Object.values(fields).map(({ type, options }) => {
    if (type === 'choice') return Object.keys(options ?? {})
    if (type === 'yes_no') return ['yes', 'no']
    return type === 'person' ? employees : undefined
  })
  return all.includes(undefined) ? undefined : [...new Set(all.flatMap((one) => one ?? []))]
}
