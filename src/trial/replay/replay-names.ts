import { applyFields } from '#domain/deals/fields'
import { Refusal } from '#domain/kernel/refusal'
import type { FieldValue } from '#schemas/deal'
import type { Model } from '#schemas/model'

/** What recorded names are called in the rules a deal is replayed through. */
export type ReplayNames = {
  readonly pipeline: (id: string) => string | undefined
  readonly stage: (pipeline: string, id: string) => string | undefined
  /** Those of the values that the rules can take, under their names of now; how many cannot be taken. */
  readonly fields: (values: Readonly<Record<string, FieldValue>>) => {
    readonly fields: Record<string, FieldValue>
    readonly lost: readonly string[]
  }
}

const known = new WeakMap<Model, ReplayNames>()

/** The names by the rules in force; the same rules are asked for event after event. */
export function namesIn(model: Model): ReplayNames {
  const names = known.get(model) ?? replayNames(model)
  known.set(model, names)
  return names
}

/** The names by a file: as they are where it knows them, else as `moved` says; undefined where it says nothing. */
function replayNames(model: Model): ReplayNames {
  const pipelineOf = (id: string): string | undefined => {
    if (model.pipelines[id] !== undefined) return id
    const now = model.moved[`pipelines.${id}`] ?? id
    return model.pipelines[now] === undefined ? undefined : now
  }
  return {
    pipeline: pipelineOf,
    stage: (pipeline, id) => {
      if (id === 'completed') return id
      const stages = new Set(model.pipelines[pipelineOf(pipeline) ?? '']?.stages.map((stage) => stage.id))
      const moved = [model.moved[`${pipeline}.${id}`], model.moved[id]].map((name) => name?.split('.').at(-1))
      return [id, ...moved].find((name) => name !== undefined && stages.has(name))
    },
    fields: (values) => {
      const fields: Record<string, FieldValue> = {}
      const lost: string[] = []
      for (const [id, value] of Object.entries(values)) {
        const now = fieldNow(model, id)
        const meant = typeof value === 'string' ? optionNow(model, now, value) : value
        if (model.fields[now] !== undefined && isTaken(model, now, meant)) fields[now] = meant
        else lost.push(id)
      }
      return { fields, lost }
    },
  }
}

function fieldNow(model: Model, id: string): string {
  if (model.fields[id] !== undefined) return id
  return (model.moved[`fields.${id}`] ?? id).replace(/^fields\./, '')
}

function optionNow(model: Model, field: string, value: string): string {
  const { options } = model.fields[field] ?? {}
  if (options === undefined || Object.hasOwn(options, value)) return value
  return (model.moved[`fields.${field}.${value}`] ?? value).split('.').at(-1) ?? value
}

function isTaken(model: Model, id: string, value: FieldValue): boolean {
  try {
    applyFields({}, { [id]: value }, { model })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
