import { originAt, remember, report, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { asPercent, parseNumber, parsePercent } from '#config/values/parse-value'
import { readCondition } from '#config/values/read-condition'
import { readMake } from './read-documents'
import { readDuration, readTasks } from './read-tasks'
import { resolveField, resolveName } from '#config/names/resolve-name'
import { mapOf, scalarOf, scalarsOf, textOf } from '#config/yaml/tree'
import type { Entry, MapNode, ScalarNode } from '#config/yaml/tree'
import type { Gate, Origin, Stage } from '#schemas/model'

/** The part of a stage that is written in one place: the library, or a pipeline's `change`. */
export type StagePart = Partial<Omit<Stage, 'id' | 'origin'>>

/** Reads the library of stages. */
export function readStages(context: Context, root: MapNode): ReadonlyMap<string, Stage> {
  const stages = new Map<string, Stage>()
  for (const entry of mapOf(root, 'stages')?.entries ?? []) {
    if (entry.value.kind !== 'map') continue
    const origin = originAt(context, entry.keyAt, entry.path)
    stages.set(
      entry.key,
      remember(context, wholeStage(entry.key, readStagePart(context, entry, entry.key), origin), entry.value),
    )
  }
  return stages
}

function wholeStage(id: string, part: StagePart, origin: Origin): Stage {
  return { id, name: id, tasks: [], whenStuck: 'stuck_deal', ...part, origin }
}

/** Reads what is written about a stage in one place; what is not written is absent. */
export function readStagePart(context: Context, entry: Entry, stage: string): StagePart {
  if (entry.value.kind !== 'map') return {}
  const map = entry.value
  const name = textOf(map, 'name')
  const goal = textOf(map, 'goal')
  const howTo = textOf(map, 'how_to')
  const chance = readChance(context, scalarOf(map, 'chance'))
  const maxAge = readDuration(context, map, 'max_age')
  const maxIdle = readDuration(context, map, 'max_idle')
  const stuck = scalarOf(map, 'when_stuck')
  const whenStuck = stuck === undefined ? undefined : resolveName(context, stuck, 'escalation')
  const tasks = mapOf(map, 'tasks')
  const gate = readGate(context, map)
  const make = readMake(context, map)
  return {
    ...(name === undefined ? {} : { name }),
    ...(goal === undefined ? {} : { goal }),
    ...(howTo === undefined ? {} : { howTo }),
    ...(chance === undefined ? {} : { chance }),
    ...(maxAge === undefined ? {} : { maxAge }),
    ...(maxIdle === undefined ? {} : { maxIdle }),
    ...(whenStuck === undefined ? {} : { whenStuck }),
    ...(tasks === undefined ? {} : { tasks: readTasks(context, tasks, stage) }),
    ...(make === undefined ? {} : { make }),
    ...(gate === undefined ? {} : { gate }),
  }
}

function readChance(context: Context, node: ScalarNode | undefined): number | undefined {
  if (node === undefined) return undefined
  const chance = parsePercent(node.text)
  if (chance !== undefined && chance >= 0 && chance <= 100) return chance
  if (chance === undefined && parseNumber(node.text) !== undefined) {
    const message = say('chance-no-percent', { text: node.text })
    const help = say('write', { text: asPercent(node.text) })
    const fix = /^\d{2,3}$/.test(node.text.trim()) ? { fix: { text: asPercent(node.text) } } : {}
    reportIn(context, node, { code: 'missing-percent', message, help, ...fix })
    return undefined
  }
  const message = say('not-a-chance', { text: node.text })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write-chance') })
  return undefined
}

function readGate(context: Context, stage: MapNode): Gate | undefined {
  const entry = stage.entries.find(({ key }) => key === 'gate')
  if (entry?.value.kind !== 'map') return undefined
  const map = entry.value
  const must = mapOf(map, 'must')
  const role = scalarOf(map, 'may_override')
  const mayOverride = role === undefined ? undefined : resolveName(context, role, 'role', ['owner_manager'])
  const message = textOf(map, 'message')
  const paid = readPaid(context, scalarOf(map, 'paid'))
  const invoiced = scalarsOf(map, 'invoiced').flatMap((node) => resolveName(context, node, 'invoice') ?? [])
  const signed = scalarsOf(map, 'signed').flatMap((node) => resolveName(context, node, 'document') ?? [])
  const gate: Gate = {
    filled: scalarsOf(map, 'filled').flatMap((node) => readFilled(context, node)),
    ...(must === undefined ? {} : { must: readCondition(context, must) }),
    ...(mayOverride === undefined ? {} : { mayOverride }),
    ...(message === undefined ? {} : { message }),
    ...(paid === undefined ? {} : { paid }),
    ...(invoiced.length === 0 ? {} : { invoiced }),
    ...(signed.length === 0 ? {} : { signed }),
    origin: originAt(context, entry.keyAt, entry.path),
  }
  return remember(context, gate, map)
}

/** Which part of what was invoiced must be paid: `at least 100%`. */
function readPaid(context: Context, node: ScalarNode | undefined): number | undefined {
  if (node === undefined) return undefined
  const share = parsePercent(node.text.trim().replace(/^at least\s+/, ''))
  if (node.text.trim().startsWith('at least ') && share !== undefined && share > 0 && share <= 100) return share
  const message = say('not-a-paid-share', { text: node.text })
  reportIn(context, node, { code: 'unknown-value', message, help: say('write', { text: 'paid: at least 100%' }) })
  return undefined
}

function readFilled(context: Context, node: ScalarNode): readonly string[] {
  const field = context.clientFields.get(node.text) ?? resolveField(context, node)
  return field === undefined ? [] : [field.id]
}

/** Applies a pipeline's `change` to a stage: a key that is written replaces the library's whole. */
export function changedStage(context: Context, stage: Stage, change: Entry | undefined): Stage {
  if (change?.value.kind !== 'map') return stage
  const part = readStagePart(context, change, stage.id)
  const changed = { ...stage, ...part, origin: originAt(context, change.keyAt, change.path) }
  return remember(context, changed, change.value)
}

/** Reports a stage that nothing has to be done in: the fourth standard asks for a task in every stage. */
export function reportWithoutTask(context: Context, stage: Stage, entry: Entry): void {
  if (stage.tasks.some((task) => !task.optional)) return
  if (entry.value.kind !== 'map' || entry.value.broken?.some((key) => key === 'tasks' || key === '?') === true) return
  if (mapOf(entry.value, 'tasks')?.entries.length === 0) return
  const message = say('stage-without-task', { stage: stage.id, isAllOptional: stage.tasks.length > 0 })
  report(context, entry.keyAt, {
    code: 'stage-without-task',
    message,
    help: say('add-a-task'),
  })
}
