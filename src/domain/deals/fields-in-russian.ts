import { builtInFieldsRu } from '#domain/kernel/texts/built-in-fields-ru'
import type { Model } from '#schemas/model'

import { labelOf } from './label-of'

/** What is missing, with what every deal and client has without its being declared called as Russian calls it. */
export function inRussian<One extends { readonly id: string; readonly name: string }>(
  fields: readonly One[],
  model: Pick<Model, 'fields' | 'clients'>,
): One[] {
  return fields.map((field) => {
    const { id, builtIn, of = '' } = labelOf(field.id, model)
    const name = builtIn ? builtInFieldsRu[id] : undefined
    if (name === undefined) return field
    return { ...field, name: of === '' ? name : `${name} (${of})` }
  })
}
