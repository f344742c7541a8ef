import { own } from '#domain/kernel/own'
import type { Difference } from '#domain/rules/difference'
import type { Renamed } from '#domain/rules/renaming'
import { listText } from '#domain/rules/rule-words'
import { atOnceText, stageDifferences } from './stage-differences'
import type { Model, Pipeline, Stage } from '#schemas/model'
import type { Place } from '#schemas/release'

/** In what the directions differ: their stages, tasks and gates, and where deals move. */
export function pipelineDifferences(before: Model, after: Model, { renaming }: Renamed): readonly Difference[] {
  const cameFrom = new Set<string>()
  const kept = Object.values(before.pipelines).flatMap((was) => {
    const id = own(renaming.pipelines, was.id) ?? was.id
    const is = own(after.pipelines, id)
    if (is === undefined) return [gone(was)]
    cameFrom.add(id)
    return [...movedPipeline(was, is), ...directionDifferences(was, is, renaming.seats[was.id] ?? {})]
  })
  const added = Object.values(after.pipelines)
    .filter(({ id }) => !cameFrom.has(id))
    .map(({ id, name, origin }): Difference => ({
      group: 'newDeals',
      code: 'pipeline-added',
      key: `pipelines.${id}`,
      names: { pipeline: id, name },
      line: origin.line,
    }))
  return [...kept, ...added]
}

/** A direction that nobody says what became of; where deals are in it, that is blocked. */
function gone({ id, name }: Pipeline): Difference {
  return {
    group: 'nextEntry',
    code: 'pipeline-removed',
    key: `pipelines.${id}`,
    names: { pipeline: id, name },
    at: [{ pipeline: id }],
  }
}

function movedPipeline(was: Pipeline, is: Pipeline): readonly Difference[] {
  if (was.id === is.id) return []
  return [
    {
      group: 'moves',
      code: 'pipeline-moved',
      key: `pipelines.${was.id}`,
      names: { pipeline: was.id },
      from: was.id,
      to: is.id,
      at: [{ pipeline: was.id }],
    },
  ]
}

function directionDifferences(
  was: Pipeline,
  is: Pipeline,
  seats: Readonly<Record<string, Place>>,
): readonly Difference[] {
  const nowOf = (stage: string) => own(seats, stage)?.stage ?? stage
  const stages = was.stages.flatMap((stage) => {
    const now = is.stages.find(({ id }) => id === nowOf(stage.id))
    const at = { pipeline: was.id, stage: stage.id }
    return now === undefined
      ? [removedStage(stage, at)]
      : [...movedStage(stage, now, at), ...stageDifferences(stage, now, at)]
  })
  const before = new Set(was.stages.map(({ id }) => nowOf(id)))
  const added = is.stages
    .filter(({ id }) => !before.has(id))
    .map(({ id, name, origin }): Difference => ({
      group: 'nextEntry',
      code: 'stage-added',
      key: id,
      names: { stage: id, name },
      line: origin.line,
      at: [{ pipeline: was.id }],
    }))
  return [...stages, ...added, ...routeDifferences(was, is, nowOf), ...wholeDifferences(was, is)]
}

function removedStage({ id, name }: Stage, at: Place): Difference {
  return { group: 'nextEntry', code: 'stage-removed', key: id, names: { stage: id, name }, at: [at] }
}

function movedStage(was: Stage, is: Stage, at: Place): readonly Difference[] {
  if (was.id === is.id) return []
  return [
    {
      group: 'moves',
      code: 'stage-moved',
      key: was.id,
      names: { stage: was.id, name: is.name },
      from: was.id,
      to: is.id,
      line: is.origin.line,
      at: [at],
    },
  ]
}

/** What the next move of a deal goes by. */
function routeDifferences(was: Pipeline, is: Pipeline, nowOf: (stage: string) => string): readonly Difference[] {
  const names = { pipeline: is.id }
  const line = is.origin.line
  const common = new Set(is.stages.map(({ id }) => id))
  const order = was.stages.map(({ id }) => nowOf(id)).filter((id) => common.has(id))
  const kept = is.stages.map(({ id }) => id).filter((id) => order.includes(id))
  const one = (code: Difference['code'], part: string, from: string, to: string): readonly Difference[] =>
    from === to
      ? []
      : [
          {
            group: 'nextEntry',
            code,
            key: `pipelines.${is.id}.${part}`,
            names,
            from,
            to,
            line,
            at: [{ pipeline: was.id }],
          },
        ]
  return [
    ...one('stages-order', 'stages', listText([...new Set(order)]), listText(kept)),
    ...one('may-skip', 'may_skip', listText([...new Set(was.maySkip.map(nowOf))]), listText(is.maySkip)),
    ...one('won-after', 'won_after', nowOf(was.wonAfter), is.wonAfter).map((found) => ({ ...found, mayBeNow: true })),
  ]
}

function wholeDifferences(was: Pipeline, is: Pipeline): readonly Difference[] {
  const names = { pipeline: is.id }
  const line = is.origin.line
  const axes = ({ axes: values }: Pipeline) =>
    listText(Object.entries(values).map(([axis, value]) => `${axis}: ${value}`))
  return [
    ...atOnceText(was.name, is.name, { key: `pipelines.${is.id}.name`, names, line }),
    ...(axes(was) === axes(is)
      ? []
      : [
          {
            group: 'atOnce',
            code: 'axes',
            key: `pipelines.${is.id}.axes`,
            names,
            from: axes(was),
            to: axes(is),
            line,
          } as const,
        ]),
  ]
}
