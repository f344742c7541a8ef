import type { Model } from '#schemas/model'

import type { FieldLabel } from './words/values'

/** How a sentence names a field. */
export function labelOf(id: string, { fields }: Pick<Model, 'fields'>): FieldLabel {
  const field = fields[id]
  return { id, name: field?.name ?? id, builtIn: field?.builtIn ?? false }
}
