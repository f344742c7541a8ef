import { minorOfWritten } from '#domain/formula/formula'
import { isDate } from '#domain/time/days'
import { instantIn, isInstant } from '#domain/time/zone'
import { oddSignIn, trimmed } from '#domain/kernel/text'
import { mostMinor } from '#domain/kernel/money'
import type { Org } from '#domain/people/responsible'
import type { Saying } from '#schemas/saying'
import { oddSchemeIn } from './file-link'
import { labelOf } from './label-of'
import { linkWish, type Linkable } from './linked'
import { suggest } from './suggest'
import { dealRefusalOf, dealSaying } from './words/deal-refusal'
import type { FieldLabel } from './words/values'
import type { FieldValue } from '#schemas/deal'
import type { Field, Model } from '#schemas/model'

type Values = Readonly<Record<string, FieldValue>>

/** What the fields of a deal may hold follows from the rules, who works here and what deals there are, as far as that is known. */
type Around = {
  readonly model: Model
  readonly people?: Pick<Org, 'employees'>
  /** What deals the fields may name; nothing is asked of them where it is not known. */
  readonly linkable?: Linkable | undefined
  /** The currency of their sums; where it is not known bounds are taken as they are written, in hundredths. */
  readonly currency?: string
  /** The deal whose fields they are, where there is one already. */
  readonly self?: string
}

/** A faulty value with the field it stands in: `pointer` is a JSON Pointer into the input. */
type FieldFault = { readonly pointer: string; readonly detail: Saying }

/**
 * The fields after a change, with what really changed, before and after. Refuses all wrong values at once with
 * `field_value`, each named with what to write instead.
 */
export function applyFields(
  before: Values,
  asked: Values,
  around: Around,
): { readonly fields: Record<string, FieldValue>; readonly changes: Record<string, [FieldValue, FieldValue]> } {
  const { model } = around
  // Somebody who has left since, or a deal that is elsewhere now, may stay written where nothing else is asked for.
  const isKept = (id: string, value: FieldValue): boolean =>
    ['person', 'link'].includes(model.fields[id]?.type ?? '') &&
    value !== null &&
    keptOf(value, model.fields[id]) === before[id]
  const faults = Object.entries(asked).flatMap(([id, value]) => (isKept(id, value) ? [] : faultOf(id, value, around)))
  const [first, ...more] = faults.map(({ detail }) => detail)
  if (first !== undefined) throw dealRefusalOf([first, ...more], { errors: faults })
  const changes: Record<string, [FieldValue, FieldValue]> = {}
  const fields: Record<string, FieldValue> = { ...before }
  for (const [id, value] of Object.entries(asked)) {
    const next = keptOf(value, model.fields[id])
    const was = before[id] ?? null
    if (was === next) continue
    changes[id] = [was, next]
    if (next === null) delete fields[id]
    else fields[id] = next
  }
  return { fields, changes }
}

/** A text is kept without blanks at its ends; one of nothing else is empty. A moment is kept in UTC. */
function keptOf(value: FieldValue, field: Field | undefined): FieldValue {
  if (typeof value !== 'string') return value
  const kept = trimmed(value)
  if (kept === '') return null
  return field?.type === 'date_time' ? (instantIn(kept) ?? kept) : kept
}

function faultOf(id: string, value: FieldValue, around: Around): readonly FieldFault[] {
  const { model } = around
  const field = model.fields[id]
  const pointer = `/fields/${id}`
  const detail = field === undefined ? unknownField(id, model) : wrongValue(field, value, labelOf(id, model), around)
  return detail === undefined ? [] : [{ pointer, detail }]
}

function unknownField(id: string, model: Model): Saying {
  const guess = suggest(id, Object.keys(model.fields))
  return dealSaying('field_value.unknown', { id, ...(guess === undefined ? {} : { guess }) })
}

function wrongValue(field: Field, sent: FieldValue, label: FieldLabel, around: Around): Saying | undefined {
  if (field.formula !== undefined) {
    return dealSaying('field_value.computed', { field: label, reads: field.reads ?? [] })
  }
  const value = keptOf(sent, field)
  if (value === null) return undefined
  const scheme = field.type === 'file' && typeof value === 'string' ? oddSchemeIn(value) : undefined
  if (scheme !== undefined) return dealSaying('field_value.file_link', { field: label, scheme })
  const sign = typeof value === 'string' ? oddSignIn(value, 'prose') : undefined
  if (sign !== undefined) return dealSaying('field_value.sign', { field: label, sign })
  if (field.type === 'link') return linkWish(field, value, around, label)
  if (field.type === 'person') return personWish(value, around, { field: label, sent: JSON.stringify(value) })
  const { currency } = around
  const own = currency === undefined ? {} : { currency }
  return wishOf(bounded(field, currency), value, { field: label, sent: JSON.stringify(value), ...own })
}

type Sent = { readonly field: FieldLabel; readonly sent: string; readonly currency?: string }

/** A field with its bounds in the minor units of the deal: the file has them as it has all sums. */
function bounded(field: Field, currency: string | undefined): Field {
  if (field.type !== 'money' || currency === undefined) return field
  return {
    ...field,
    ...(field.min === undefined ? {} : { min: minorOfWritten(field.min, currency) }),
    ...(field.max === undefined ? {} : { max: minorOfWritten(field.max, currency) }),
  }
}

/** Somebody who works here; their name instead of their id is understood as a slip. */
function personWish(value: Exclude<FieldValue, null>, { people }: Around, sent: Sent): Saying | undefined {
  if (people === undefined) return typeof value === 'string' ? undefined : dealSaying('field_value.person', sent)
  const active = Object.values(people.employees).filter((one) => one.active)
  if (active.some(({ id }) => id === value)) return undefined
  const named = active.find(({ name }) => name === value)?.id
  const guess =
    named ??
    suggest(
      String(value),
      active.map(({ id }) => id),
    )
  return dealSaying('field_value.person', { ...sent, ...(guess === undefined ? {} : { guess }) })
}

function wishOf(field: Field, value: Exclude<FieldValue, null>, sent: Sent): Saying | undefined {
  switch (field.type) {
    case 'text':
    case 'person':
    case 'link':
    case 'file':
      return typeof value === 'string' ? undefined : dealSaying('field_value.text', sent)
    case 'money':
      if (!Number.isSafeInteger(value)) return dealSaying('field_value.money', sent)
      return rangeWish({ ...field, max: Math.min(field.max ?? mostMinor, mostMinor) }, value as number, sent)
    case 'number':
    case 'percent':
      return typeof value === 'number' && Number.isFinite(value)
        ? rangeWish(field, value, sent)
        : dealSaying('field_value.number', sent)
    case 'date':
      return isDate(value) ? undefined : dealSaying('field_value.date', sent)
    case 'date_time':
      return isInstant(value) ? undefined : dealSaying('field_value.date_time', sent)
    case 'yes_no':
      return typeof value === 'boolean' ? undefined : dealSaying('field_value.yes_no', sent)
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.options ?? {}, value)
        ? undefined
        : dealSaying('field_value.choice', { ...sent, options: Object.keys(field.options ?? {}) })
  }
}

/** Sums, percentages and numbers are told as people write them, whatever the units they are counted in. */
function rangeWish({ type, min, max }: Field, value: number, { field, sent, currency }: Sent): Saying | undefined {
  const told =
    type === 'percent' || type === 'number'
      ? { field, sent: value, unit: type }
      : currency === undefined
        ? { field, sent }
        : { field, sent: value, currency }
  if (min !== undefined && value < min) return dealSaying('field_value.least', { ...told, least: min })
  if (max !== undefined && value > max) return dealSaying('field_value.most', { ...told, most: max })
  return undefined
}
