import { clientFactIn, clientPrefix } from '#domain/rules/client-facts'
import type { Model } from '#schemas/model'

import type { FieldLabel } from './words/values'

/** How a sentence names a field of the deal, or what is asked of one of its clients. */
export function labelOf(id: string, { fields, clients }: Pick<Model, 'fields' | 'clients'>): FieldLabel {
  const field = fields[id]
  const fact = field === undefined ? clientFactIn(id, clients) : undefined
  if (fact === undefined) return { id, name: field?.name ?? id, builtIn: field?.builtIn ?? false }
  const { builtIn, id: own, name } = fact.field
  return { id: builtIn ? `${clientPrefix}${own}` : id, name, builtIn, of: fact.roleName }
}
