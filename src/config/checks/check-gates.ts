import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { isOfClock } from '#domain/formula/condition'
import { say } from '#config/messages/say'
import { scalarsOf } from '#config/yaml/tree'
import type { Span } from '#config/yaml/tree'
import type { Condition, Gate, Pipeline } from '#schemas/model'

type Need = { readonly field: string; readonly at: Span; readonly through?: string }

/** Reports gates that need a field which is filled only in a later stage, so that no deal could pass. */
export function checkGates(context: Context, { model }: Whole): void {
  const reported = new Set<Span>()
  for (const pipeline of Object.values(model.pipelines)) {
    for (const index of pipeline.stages.keys()) checkGate(context, pipeline, index, reported)
  }
}

function checkGate(context: Context, pipeline: Pipeline, index: number, reported: Set<Span>): void {
  const stage = pipeline.stages[index]
  if (stage?.gate === undefined) return
  for (const need of needsOf(context, stage.gate)) {
    const later = filledLater(pipeline, index, need.field)
    if (later === undefined || reported.has(need.at)) continue
    reported.add(need.at)
    report(context, need.at, {
      code: 'gate-needs-unfillable',
      message: say('gate-unfillable', { stage: stage.id, field: need.field, through: need.through, later }),
      help: say('ask-before', { field: need.field, later }),
    })
  }
}

function needsOf(context: Context, gate: Gate): readonly Need[] {
  const tests = gate.must === undefined ? [] : requiredTests(gate.must)
  const fromMust = tests.flatMap((test) => {
    const at = context.spans.get(test)
    const fields = 'than' in test && !isOfClock(test.than) ? [test.field, test.than] : [test.field]
    return at === undefined ? [] : fields.flatMap((id) => sourcesOf(context, id).map((need) => ({ ...need, at })))
  })
  const fromFilled = scalarsOf(context.sites.get(gate), 'filled').flatMap((node) => {
    const isComputed = context.fields.get(node.text)?.formula !== undefined
    return isComputed ? sourcesOf(context, node.text).map((need) => ({ ...need, at: node })) : []
  })
  return [...fromMust, ...fromFilled]
}

function requiredTests(must: Condition): Condition['all'] {
  return must.all.filter(({ op }) => op !== 'not' && op !== 'empty')
}

/** The fields people fill so that this one has a value. */
function sourcesOf(context: Context, id: string): readonly Omit<Need, 'at'>[] {
  const reads = context.fields.get(id)?.reads
  if (reads === undefined) return [{ field: id }]
  return reads.filter((read) => read !== id).map((read) => ({ field: read, through: id }))
}

function filledLater(pipeline: Pipeline, index: number, field: string): string | undefined {
  const isFilledIn = (stage: Pipeline['stages'][number]): boolean => stage.gate?.filled.includes(field) === true
  if (pipeline.stages.slice(0, index + 1).some(isFilledIn)) return undefined
  return pipeline.stages.slice(index + 1).find(isFilledIn)?.id
}
