import { applyFields } from '#domain/deals/fields'
import { Refusal } from '#domain/kernel/refusal'
import type { FieldValue } from '#schemas/deal'
import type { Model } from '#schemas/model'

/** What recorded names are called in the rules a deal is replayed through. */
export type ReplayNames = {
  readonly pipeline: (id: string) => string | undefined
  readonly stage: (pipeline: string, id: string) => string | undefined
  /**
   * Those of the values that the rules can take, under their names of now; names that they do not know; values that they do
   * not take. `linked` says of which direction the deals are that fields name, `currency` in which the sums are.
   */
  readonly fields: (
    values: Readonly<Record<string, FieldValue>>,
    around: Around,
  ) => {
    readonly fields: Record<string, FieldValue>
    readonly lost: readonly string[]
    readonly refused: readonly Untaken[]
  }
}

type Around = { readonly linked?: Readonly<Record<string, string>> | undefined; readonly currency: string }

/** A value that the field of now does not take, or that nobody writes any more because it is computed. */
type Untaken = { readonly id: string; readonly why: 'value' | 'computed'; readonly value: FieldValue }

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
    fields: (values, { linked = {}, currency }) => {
      const fields: Record<string, FieldValue> = {}
      const lost: string[] = []
      const refused: Untaken[] = []
      for (const [id, value] of Object.entries(values)) {
        const now = fieldNow(model, id)
        const field = model.fields[now]
        const meant = typeof value === 'string' ? optionNow(model, now, value) : value
        const to = typeof meant === 'string' ? linked[meant] : undefined
        if (field === undefined) lost.push(id)
        else if (field.formula !== undefined) refused.push({ id: now, why: 'computed', value })
        else if (
          isTaken(model, now, { value: meant, currency, to: to === undefined ? undefined : (pipelineOf(to) ?? to) })
        )
          fields[now] = meant
        else refused.push({ id: now, why: 'value', value })
      }
      return { fields, lost, refused }
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

type Meant = { readonly value: FieldValue; readonly currency: string; readonly to: string | undefined }

/** Of a deal that is named it is asked where it is, as far as that is known. */
function isTaken(model: Model, id: string, { value, currency, to }: Meant): boolean {
  const linkable = to === undefined ? undefined : new Map([[String(value), { pipeline: to }]])
  try {
    applyFields({}, { [id]: value }, { model, linkable, currency })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
