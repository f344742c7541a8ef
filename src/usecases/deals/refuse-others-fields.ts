import { isWriter, mayWrite, type Reaches } from '#domain/deals/field-rights'
import { labelOf } from '#domain/deals/label-of'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import type { Caller } from '#domain/kernel/access'
import { dateIn } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Model } from '#schemas/model'

/** What fields are written in: whose deal, in which company, by which rules, when. */
export type WritingScene = {
  readonly owner: string
  readonly people: People
  readonly model: Model
  readonly at: string
}

/** Refuses with `not_your_field`, naming who writes them, fields that somebody else alone may write. */
export function refuseOthersFields(
  caller: Caller,
  ids: readonly string[],
  scene: WritingScene,
  reaches: Reaches = { mayEdit: true },
): void {
  const { model } = scene
  const others = ids.filter((id) => {
    const field = model.fields[id]
    return field !== undefined && !mayWrite(caller, field, sceneOf(scene), reaches)
  })
  if (others.length === 0) return
  const told = others.map((id) => ({ id, writtenBy: [...(model.fields[id]?.writtenBy ?? [])] }))
  throw dealRefusal(
    'not_your_field',
    { fields: told.map(({ id, writtenBy }) => ({ field: labelOf(id, model), writers: writersIn(model, writtenBy) })) },
    { fields: told },
  )
}

/** Whether somebody is named as the one who writes all of some fields. */
export function writesAll(caller: Caller, ids: readonly string[], scene: WritingScene): boolean {
  return ids.length > 0 && ids.every((id) => isWriter(caller, scene.model.fields[id] ?? {}, sceneOf(scene)))
}

function writersIn(model: Model, names: readonly string[]) {
  return names.map((id) => ({ id, name: model.roles[id]?.name ?? id }))
}

function sceneOf({ owner, people, model, at }: WritingScene) {
  return { owner, org: people, on: dateIn(model.calendar.timezone, at) }
}
