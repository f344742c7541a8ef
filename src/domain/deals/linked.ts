import { isDealId } from './deal-ids'
import type { Saying } from '#schemas/saying'
import type { Deal, FieldValue } from '#schemas/deal'
import type { Field, Model } from '#schemas/model'

import { dealSaying } from './words/deal-refusal'
import type { FieldLabel } from './words/values'

/** Deals that fields may name, by id: those that are there and that whoever asks may see. */
export type Linkable = ReadonlyMap<string, Pick<Deal, 'pipeline'>>

/** The values of those fields that name other deals. */
export function linksIn(
  values: Readonly<Record<string, FieldValue>>,
  { fields }: Pick<Model, 'fields'>,
): Readonly<Record<string, string>> {
  const links = Object.entries(values).filter(
    (entry): entry is [string, string] => fields[entry[0]]?.type === 'link' && typeof entry[1] === 'string',
  )
  return Object.fromEntries(links)
}

type Around = { readonly model: Model; readonly linkable?: Linkable | undefined; readonly self?: string | undefined }

/** Why a value is no deal that the field may name; undefined where it is one, as far as is known what deals there are. */
export function linkWish(
  field: Field,
  value: Exclude<FieldValue, null>,
  { model, linkable, self }: Around,
  label: FieldLabel,
): Saying | undefined {
  const told = { field: label, sent: JSON.stringify(value), pipeline: nameOf(field.to ?? '', model) }
  if (typeof value !== 'string' || !isDealId(value)) return dealSaying('field_value.link', told)
  if (value === self) return dealSaying('field_value.link_self', told)
  if (linkable === undefined) return undefined
  const found = linkable.get(value)
  // The same for a deal that is not there and one that is not theirs to see: an id must not tell which it is.
  if (found === undefined) return dealSaying('field_value.link', told)
  if (found.pipeline === field.to) return undefined
  return dealSaying('field_value.link_other', { ...told, other: nameOf(found.pipeline, model) })
}

function nameOf(pipeline: string, { pipelines }: Model): string {
  return pipelines[pipeline]?.name ?? pipeline
}
