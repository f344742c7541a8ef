import type { WholeClient } from '#schemas/kept-client'
import { dateIn } from '#domain/time/zone'
import type { Field, FieldValue, Model } from '#schemas/model'
import { clientKinds } from '#schemas/client-names'

/** A column of the list of clients: what it is called by, what it may be where that is a choice, and what a client has in it. */
export type ClientColumn = {
  readonly id: string
  /** The field of the rules it shows. */
  readonly field?: Field
  readonly options?: readonly string[]
  readonly valueOf: (client: WholeClient['client']) => FieldValue | undefined
}

/** The columns that are shown to whoever chooses none. */
export const usualColumns: readonly string[] = ['name', 'kind', 'owner', 'contact']

/**
 * Every column there is: what each card has, then the fields that the rules declare for companies or people, as `fields.<id>`.
 * What is personal of a card is no column: it is read on the card, where that is counted.
 */
export function clientColumns(
  { clients: rules, calendar: { timezone } }: Pick<Model, 'clients' | 'calendar'>,
  employees: readonly string[],
): readonly ClientColumn[] {
  const declared = clientKinds.flatMap((kind) => Object.values(rules?.kinds[kind] ?? {}))
  const own = declared.filter(
    (field, at) => field.personal !== true && declared.findIndex(({ id }) => id === field.id) === at,
  )
  return [
    { id: 'name', valueOf: ({ name }) => name },
    { id: 'kind', options: clientKinds, valueOf: ({ kind }) => kind },
    { id: 'owner', options: employees, valueOf: ({ owner }) => owner ?? undefined },
    { id: 'contact', valueOf: () => undefined },
    { id: 'inn', valueOf: ({ inn }) => inn },
    { id: 'createdAt', valueOf: ({ createdAt }) => dateIn(timezone, createdAt) },
    ...own.map((field): ClientColumn => {
      const options = optionsOf(field, employees)
      return {
        id: `fields.${field.id}`,
        field,
        ...(options === undefined ? {} : { options }),
        valueOf: ({ fields }) => fields[field.id] ?? undefined,
      }
    }),
  ]
}

function optionsOf({ type, options }: Field, employees: readonly string[]): readonly string[] | undefined {
  if (type === 'choice') return Object.keys(options ?? {})
  if (type === 'yes_no') return ['yes', 'no']
  return type === 'person' ? employees : undefined
}
