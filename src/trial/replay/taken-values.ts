import { isOfBuyer } from '#domain/deals/of-buyer'
import { asWritten } from '#domain/formula/formula'
import { isWriter } from '#domain/deals/field-rights'
import { dateIn } from '#domain/time/zone'
import type { Deal, FieldValue } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Field, Model } from '#schemas/model'
import { shownValue } from '#trial/judge'
import { recordedCommand } from './replay-world'
import type { Refused, Replaying } from './replaying'

/** Whose deal it is when something is written in it, and whether it had been won by then. */
type Written = Pick<Deal, 'owner' | 'won'>

/**
 * The values an event set, as far as the rules take them. Names they do not know and values they do not take are left out;
 * what somebody wrote who is not among those that `written_by` names is written all the same, as a stopped move is let
 * through. Both are noted.
 */
export async function takenValues(
  replaying: Replaying,
  event: DomainEvent,
  written: Written,
): Promise<Record<string, FieldValue>> {
  const { names, recorded, unknownFields, refused, world } = replaying
  const set = Object.entries(event.detail.changes ?? {}).map(([id, change]) => [id, change[1] ?? null] as const)
  if (set.length === 0) return {}
  const [{ model }, { currency }] = await Promise.all([world.ports.rules.current(), world.ports.settings.load()])
  const {
    fields,
    lost,
    refused: untaken,
  } = names.fields(Object.fromEntries(set), {
    linked: recorded.linked,
    currency,
  })
  for (const id of lost) unknownFields.add(id)
  const note = (id: string, why: Refused['why'], value: FieldValue): void => {
    const field = model.fields[id]
    if (field === undefined) return
    const told = asWritten(model.fields, { [id]: value }, currency)[id] ?? null
    refused.push({ at: event.at, by: event.actor.id, ...toldOf(field, why, told) })
  }
  for (const { id, why, value } of untaken) note(id, why, value)
  for (const id of writtenByOthers(replaying, event, { ids: Object.keys(fields), model, written })) {
    note(id, 'writer', fields[id] ?? null)
  }
  return fields
}

type Writing = { readonly written: Written } & { readonly ids: readonly string[]; readonly model: Model }

/** Those of the fields that whoever wrote them may not write by the rules, as far as it is on record what they may. */
function writtenByOthers(
  { people }: Replaying,
  { actor, at }: DomainEvent,
  { ids, model, written: { owner, won } }: Writing,
): readonly string[] {
  // What a program may is up to its key, which is not on record.
  if (actor.kind === 'integration') return []
  const { asAnybody: _asAnybody, ...caller } = recordedCommand(actor, people).caller
  const scene = { owner, org: people, on: dateIn(model.calendar.timezone, at) }
  return ids.filter((id) => {
    const field = model.fields[id]
    if (field?.writtenBy === undefined || isOfBuyer(id)) return false
    // The amount of a won deal is the books: whoever has the right to correct those did.
    if (id === 'amount' && won !== undefined) return false
    return !isWriter(caller, field, scene)
  })
}

function toldOf(field: Field, why: Refused['why'], value: FieldValue) {
  const { id, writtenBy, origin } = field
  return {
    field: id,
    why,
    value: shownValue(field, value),
    line: origin?.line ?? 1,
    ...(why === 'writer' && writtenBy !== undefined ? { writers: writtenBy } : {}),
  }
}
