import { originAt, remember, reportIn } from './context'
import type { Context } from './context'
import { parseDue, parseDuration } from './parse-due'
import type { AnchorKind, Anchors } from './parse-due'
import { readCondition } from './read-condition'
import { resolveName } from './resolve-name'
import { suggest } from './suggest'
import { mapOf, scalarOf, scalarsOf, textOf } from './tree'
import type { Entry, MapNode } from './tree'
import type { DueRule, Duration, Origin, TaskTemplate } from '#schemas/model'

/** What a task is called in its place, and the tasks it may wait for. */
export type TaskPlace = {
  readonly id: string
  readonly origin: Origin
  readonly stage?: string
  readonly siblings: readonly string[]
}

/** Reads the tasks of a stage; they may wait for each other. */
export function readTasks(context: Context, table: MapNode | undefined, stage: string): readonly TaskTemplate[] {
  const siblings = table?.entries.map(({ key }) => key) ?? []
  return (table?.entries ?? []).flatMap((entry: Entry) => {
    if (entry.value.kind !== 'map') return []
    const origin = originAt(context, entry.keyAt, entry.path)
    return [readTask(context, entry.value, { id: entry.key, origin, stage, siblings })]
  })
}

/** Reads one task: what is to be done, by whom, and when. */
export function readTask(context: Context, map: MapNode, place: TaskPlace): TaskTemplate {
  const by = scalarOf(map, 'by')
  const when = mapOf(map, 'when')
  const howTo = textOf(map, 'how_to')
  const escalate = scalarOf(map, 'escalate')
  const task: TaskTemplate = {
    id: place.id,
    do: textOf(map, 'do') ?? '',
    by: (by === undefined ? undefined : resolveName(context, by, 'role', ['owner', 'owner_manager'])) ?? 'owner',
    due: readDue(context, map, place),
    ...(when === undefined ? {} : { when: readCondition(context, when) }),
    optional: textOf(map, 'optional') === 'yes',
    ...(howTo === undefined ? {} : { howTo }),
    checklist: scalarsOf(map, 'checklist').map(({ text }) => text),
    escalate: (escalate === undefined ? undefined : resolveName(context, escalate, 'escalation')) ?? 'late_task',
    onLeave: textOf(map, 'on_leave') === 'keep' ? 'keep' : 'cancel',
    onReturn: textOf(map, 'on_return') === 'once' ? 'once' : 'again',
    origin: place.origin,
  }
  return remember(context, task, map)
}

function readDue(context: Context, map: MapNode, place: TaskPlace): DueRule {
  const node = scalarOf(map, 'due')
  if (node === undefined) return { kind: 'at_once', text: 'at once' }
  const anchors = anchorsFor(context, place)
  const parsed = parseDue(node.text, anchors)
  if ('fault' in parsed) {
    reportIn(context, node, parsed.fault)
    markMeant(context, node.text, anchors)
    return { kind: 'at_once', text: node.text }
  }
  if ('anchor' in parsed.due && parsed.due.anchor.kind === 'event') context.used.add(`event.${parsed.due.anchor.event}`)
  return parsed.due
}

/** A misspelled event is used all the same: one fault, one message. */
function markMeant(context: Context, text: string, anchors: Anchors): void {
  const word = /(?:after|before|on)\s+(\S+)/.exec(text)?.[1]
  const guess = word === undefined ? undefined : suggest(word, anchors.known)
  context.used.add(guess === undefined ? 'event.*' : `event.${guess}`)
}

function anchorsFor(context: Context, { id, stage, siblings }: TaskPlace): Anchors {
  const dates = [...context.fields.values()].filter(({ type }) => type === 'date').map((field) => field.id)
  const events = [...(context.names.event ?? [])]
  return {
    known: [...siblings.filter((sibling) => sibling !== id), ...dates, ...events],
    kindOf: (name): AnchorKind => {
      if (siblings.includes(name)) return 'task'
      if (events.includes(name)) return 'event'
      return dates.includes(name) ? 'field' : undefined
    },
    explain: (name) => explainAnchor(context, name, stage),
  }
}

function explainAnchor(context: Context, name: string, stage: string | undefined): string | undefined {
  const field = context.fields.get(name)
  if (field !== undefined) return `“${name}” is a field of the type ${field.type}; time is counted only from dates.`
  if (context.names.task?.has(name) !== true) return undefined
  return stage === undefined
    ? `“${name}” is a task of a stage; here time can be counted only from events and date fields.`
    : `“${name}” is a task of another stage; time is counted only from tasks of the same stage, “${stage}”.`
}

/** Reads a length of time under this key. */
export function readDuration(context: Context, map: MapNode, key: string): Duration | undefined {
  const node = scalarOf(map, key)
  if (node === undefined) return undefined
  const parsed = parseDuration(node.text)
  if ('duration' in parsed) return parsed.duration
  reportIn(context, node, parsed.fault)
  return undefined
}
