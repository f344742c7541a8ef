import type { Whole } from './whole'
import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { entryOf, mapOf, scalarOf } from '#config/yaml/tree'
import type { MapNode, ScalarNode, TreeNode } from '#config/yaml/tree'
import type { Pipeline, Stage } from '#schemas/model'

/** Warns of what can be done as it is written and says nothing, or the opposite of what was meant. */
export function checkSense(context: Context, { root, model }: Whole): void {
  checkChances(context, root, Object.values(model.pipelines))
  for (const { key, value } of root.entries) reportTwice(context, key, value)
  for (const { value } of mapOf(root, 'stages')?.entries ?? []) reportEmpty(context, value)
}

type Chance = { readonly node: ScalarNode; readonly why: 'falls' | 'won' }

/** Along a direction a deal comes nearer to being won; behind the stage it is won after its chance counts for nothing. */
function checkChances(context: Context, root: MapNode, pipelines: readonly Pipeline[]): void {
  const told = new Set<ScalarNode>()
  for (const pipeline of pipelines) {
    const end = pipeline.stages.findIndex(({ id }) => id === pipeline.wonAfter)
    let before: Stage | undefined
    for (const [at, stage] of pipeline.stages.entries()) {
      const node = chanceAt(root, pipeline.id, stage.id)
      if (stage.chance === undefined || node === undefined) continue
      const isFalling = before?.chance !== undefined && stage.chance < before.chance
      const why = end >= 0 && at > end ? 'won' : isFalling ? 'falls' : undefined
      if (why !== undefined && !told.has(node)) {
        told.add(node)
        reportChance(context, { node, why }, { pipeline, stage, before })
      }
      before = stage
    }
  }
}

/** Where the chance of a stage stands: in the direction, where that changes it, else in the library of stages. */
function chanceAt(root: MapNode, pipeline: string, stage: string): ScalarNode | undefined {
  const change = mapOf(mapOf(mapOf(root, 'pipelines'), pipeline), 'change')
  return scalarOf(mapOf(change, stage), 'chance') ?? scalarOf(mapOf(mapOf(root, 'stages'), stage), 'chance')
}

type Place = { readonly pipeline: Pipeline; readonly stage: Stage; readonly before: Stage | undefined }

function reportChance(context: Context, { node, why }: Chance, { pipeline, stage, before }: Place): void {
  const at = { pipeline: pipeline.id, stage: stage.id }
  const fault =
    why === 'won'
      ? {
          message: say('chance-after-win', { ...at, wonAfter: pipeline.wonAfter }),
          help: say('leave-chance-out', { text: node.text }),
        }
      : {
          message: say('chance-falls', {
            ...at,
            chance: node.text,
            before: before?.id ?? '',
            was: before?.chance ?? 0,
          }),
          help: say('chance-no-less', { was: before?.chance ?? 0 }),
        }
  report(context, node, { code: 'odd-chance', ...fault }, 'warning')
}

/** A gate of the library that has `filled` and names nothing there: one that is changed in a direction may be emptied so. */
function reportEmpty(context: Context, stage: TreeNode): void {
  const gate = stage.kind === 'map' ? mapOf(stage, 'gate') : undefined
  const filled = entryOf(gate, 'filled')
  if (filled?.value.kind !== 'list' || filled.value.items.length > 0) return
  const message = say('asks-for-nothing', { key: 'filled' })
  report(context, filled.keyAt, { code: 'missing-key', message, help: say('fill-or-leave') }, 'warning')
}

/** Lists in which what stands twice is told otherwise. */
const toldElsewhere = new Set(['stages', 'holidays', 'extra_working_days', 'options'])

/** The same value twice in one list: often another one was meant. */
function reportTwice(context: Context, key: string, node: TreeNode): void {
  if (node.kind === 'map') {
    for (const entry of node.entries) reportTwice(context, entry.key, entry.value)
    return
  }
  if (node.kind !== 'list') return
  const seen = new Set<string>()
  for (const item of node.items) {
    if (item.kind !== 'scalar') {
      reportTwice(context, key, item)
      continue
    }
    if (seen.has(item.text) && !toldElsewhere.has(key)) {
      const message = say('said-twice', { text: item.text, key })
      report(context, item, { code: 'said-twice', message, help: say('say-once') }, 'warning')
    }
    seen.add(item.text)
  }
}
