import { originAt, remember, report, reportIn } from '#config/context'
import type { Context } from '#config/context'
import { builtInEvents } from '#config/shape/sections/automation-shape'
import { say } from '#config/messages/say'
import { own } from '#domain/kernel/own'
import { parseGivenValue } from '#config/values/parse-condition'
import { readCondition } from '#config/values/read-condition'
import { readSending } from './read-messages'
import { readPeople } from './read-ladders'
import { readTask } from './read-tasks'
import { resolveField, resolveName } from '#config/names/resolve-name'
import { entryOf, isPartial, isWritten, itemsOf, mapOf, scalarOf } from '#config/yaml/tree'
import type { Entry, MapNode } from '#config/yaml/tree'
import type { AutomationAction, AutomationRule, Field, FieldValue } from '#schemas/model'

/** Reads what happens by itself. */
export function readAutomation(context: Context, root: MapNode): readonly AutomationRule[] {
  const places = placeFields(context)
  return (mapOf(root, 'automation')?.entries ?? []).flatMap((entry) =>
    entry.value.kind === 'map' ? [readRule(context, entry, entry.value, places)] : [],
  )
}

function readRule(context: Context, entry: Entry, map: MapNode, places: Places): AutomationRule {
  const before = context.unknown.length
  const when = mapOf(map, 'when')
  const on = scalarOf(map, 'on')
  const rule: AutomationRule = {
    id: entry.key,
    on: (on === undefined ? undefined : resolveName(context, on, 'event', builtInEvents)) ?? '',
    ...readSubject(context, entry, map),
    ...(when === undefined ? {} : { when: readCondition(context, when, places) }),
    actions: readActions(context, entry, map),
    origin: originAt(context, entry.keyAt, entry.path),
  }
  const isBroken =
    isPartial(map, 'do') || itemsOf(map, 'do').some((item) => item.kind === 'map' && (item.broken ?? []).length > 0)
  if (context.unknown.length > before || isBroken) context.shaky.add(rule)
  return remember(context, rule, map)
}

type Places = Readonly<Record<string, Field>>

/** Where a deal is can be tested like a field. */
function placeFields(context: Context): Places {
  const asField = (id: 'stage' | 'pipeline'): Field => {
    const names = [...(context.names[id] ?? [])]
    const options = Object.fromEntries(names.map((name) => [name, name]))
    return { id, name: id, type: context.names[id] === undefined ? 'text' : 'choice', options, builtIn: true }
  }
  return { stage: asField('stage'), pipeline: asField('pipeline') }
}

const subjectOf: Readonly<Record<string, 'field' | 'stage' | 'task'>> = {
  field_changed: 'field',
  stage_entered: 'stage',
  task_done: 'task',
}

function readSubject(context: Context, owner: Entry, map: MapNode): Pick<AutomationRule, 'field' | 'stage' | 'task'> {
  const on = scalarOf(map, 'on')?.text ?? ''
  const isKnown = [...builtInEvents].some((event) => event === on) || context.names.event?.has(on) === true
  for (const key of ['field', 'stage', 'task'] as const) {
    const entry = entryOf(map, key)
    if (entry === undefined || !isKnown || own(subjectOf, on) === key) continue
    const message = say('nothing-for-event', { key, on })
    report(context, entry.keyAt, { code: 'unknown-key', message, help: say('leave-out', { text: key }) })
  }
  if (on === 'field_changed' && !isWritten(map, 'field')) {
    const message = say('rule-without-field', { rule: owner.key })
    report(context, owner.keyAt, { code: 'missing-key', message, help: say('add', { text: 'field: …' }) })
  }
  const field = scalarOf(map, 'field')
  const stage = scalarOf(map, 'stage')
  const task = scalarOf(map, 'task')
  const fieldId = field === undefined ? undefined : resolveField(context, field)?.id
  const stageId = stage === undefined ? undefined : resolveName(context, stage, 'stage')
  const taskId = task === undefined ? undefined : resolveName(context, task, 'task')
  return {
    ...(fieldId === undefined ? {} : { field: fieldId }),
    ...(stageId === undefined ? {} : { stage: stageId }),
    ...(taskId === undefined ? {} : { task: taskId }),
  }
}

function readActions(context: Context, rule: Entry, map: MapNode): readonly AutomationAction[] {
  let added = 0
  return itemsOf(map, 'do').flatMap((item) => {
    if (item.kind !== 'map') return []
    const [only, second] = item.entries
    if (second !== undefined) {
      const message = say('two-actions', { keys: item.entries.map(({ key }) => key) })
      report(context, second.keyAt, { code: 'one-action', message, help: say('own-dash') })
    }
    if (only === undefined) return []
    return item.entries.flatMap((entry) => {
      if (entry.key === 'add_task') added += 1
      return readAction(context, entry, added > 1 ? `${rule.key}_${added}` : rule.key)
    })
  })
}

function readAction(context: Context, entry: Entry, id: string): readonly AutomationAction[] {
  const origin = originAt(context, entry.keyAt, entry.path)
  const { value } = entry
  if (value.kind === 'map' && entry.key === 'add_task') {
    return [{ kind: 'add_task', template: readTask(context, value, { id, origin, siblings: [] }), origin }]
  }
  if (value.kind === 'map' && entry.key === 'send') {
    const send = readSending(context, value)
    return send === undefined ? [] : [{ kind: 'send', ...send, origin }]
  }
  if (value.kind === 'map') return [{ kind: 'set', fields: readSet(context, value), origin }]
  if (entry.key === 'notify') return [{ kind: 'notify', roles: readPeople(context, value), origin }]
  if (value.kind !== 'scalar') return []
  if (entry.key === 'complete_task') {
    const task = resolveName(context, value, 'task')
    return task === undefined ? [] : [{ kind: 'complete_task', task, origin }]
  }
  const stage = resolveName(context, value, 'stage', ['completed'])
  return stage === undefined ? [] : [{ kind: 'move_to', stage, origin }]
}

function readSet(context: Context, map: MapNode): Readonly<Record<string, FieldValue>> {
  const values: Record<string, FieldValue> = {}
  for (const entry of map.entries) {
    const node = {
      kind: 'scalar',
      ...entry.keyAt,
      path: entry.path,
      text: entry.key,
      isEmpty: false,
      isExact: true,
    } as const
    const field = resolveField(context, node)
    if (field === undefined || entry.value.kind !== 'scalar') continue
    if (field.formula !== undefined) {
      const message = say('set-computed', { field: field.id })
      report(context, entry.keyAt, { code: 'unknown-value', message, help: say('set-sources') })
      continue
    }
    const parsed = entry.value.text === 'empty' ? { value: null } : parseGivenValue(field, entry.value.text)
    if ('value' in parsed) values[field.id] = parsed.value
    else reportIn(context, entry.value, parsed.fault)
  }
  return values
}
