import { originAt, partOf, remember, reportIn } from '#config/context'
import type { Context, Fault } from '#config/context'
import { anchorOfType, parseDue, parseDuration } from '#config/values/parse-due'
import type { AnchorKind, Anchors } from '#config/values/parse-due'
import { say, tell } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'
import { readCondition } from '#config/values/read-condition'
import { checkNamesInText } from '#config/names/names-in-text'
import { readDoneWhen } from './read-done-when'
import { resolveDoer } from '#config/names/resolve-doer'
import { resolveName } from '#config/names/resolve-name'
import { suggest } from '#domain/deals/suggest'
import { mapOf, scalarOf, scalarsOf, textOf } from '#config/yaml/tree'
import type { Entry, MapNode, ScalarNode } from '#config/yaml/tree'
import type { Anchor, DueRule, Duration, Origin, TaskTemplate } from '#schemas/model'

/** What a task is called in its place, and the tasks it may wait for. */
export type TaskPlace = {
  readonly id: string
  readonly origin: Origin
  readonly stage?: string
  readonly siblings: readonly Entry[]
}

/** Reads the tasks of a stage; they may wait for each other. */
export function readTasks(context: Context, table: MapNode | undefined, stage: string): readonly TaskTemplate[] {
  const siblings = table?.entries ?? []
  return (table?.entries ?? []).flatMap((entry: Entry) => {
    if (entry.value.kind !== 'map') return []
    const origin = originAt(context, entry.keyAt, entry.path)
    return [readTask(context, entry.value, { id: entry.key, origin, stage, siblings })]
  })
}

/** Reads one task: what is to be done, by whom, and when. */
export function readTask(context: Context, map: MapNode, place: TaskPlace): TaskTemplate {
  const by = scalarOf(map, 'by')
  const mayAlso = namesIn(context, map, 'may_also')
  const when = mapOf(map, 'when')
  const howTo = textOf(map, 'how_to')
  const escalate = scalarOf(map, 'escalate')
  const text = scalarOf(map, 'do')
  if (text !== undefined) checkNamesInText(context, text)
  const doneWhen = readDoneWhen(context, map)
  const task: TaskTemplate = {
    id: place.id,
    do: text?.text ?? '',
    by: (by === undefined ? undefined : resolveDoer(context, by)) ?? 'owner',
    ...(mayAlso.length === 0 ? {} : { mayAlso }),
    due: readDue(context, map, place),
    ...(when === undefined ? {} : { when: readCondition(context, when) }),
    optional: textOf(map, 'optional') === 'yes',
    ...(howTo === undefined ? {} : { howTo }),
    ...(doneWhen === undefined ? {} : { doneWhen }),
    checklist: scalarsOf(map, 'checklist').map(({ text }) => text),
    escalate: (escalate === undefined ? undefined : resolveName(context, escalate, 'escalation')) ?? 'late_task',
    onLeave: textOf(map, 'on_leave') === 'keep' ? 'keep' : 'cancel',
    onReturn: textOf(map, 'on_return') === 'once' ? 'once' : 'again',
    whileAway: textOf(map, 'while_away') === 'wait' ? 'wait' : 'deputy',
    origin: place.origin,
  }
  return remember(context, task, map)
}

/** Whom a key names, one or several: the owner of the deal, their head, or roles; each once. */
export function namesIn(context: Context, map: MapNode, key: string): readonly string[] {
  const named = scalarsOf(map, key).flatMap(
    (node) => resolveName(context, node, 'role', ['owner', 'owner_manager']) ?? [],
  )
  return [...new Set(named)]
}

function readDue(context: Context, map: MapNode, place: TaskPlace): DueRule {
  const node = scalarOf(map, 'due')
  if (node === undefined) return { kind: 'at_once', text: 'at once' }
  const anchors = anchorsFor(context, place)
  const parsed = parseDue(node.text, anchors)
  if ('fault' in parsed) {
    if (parsed.fault.code === 'unknown-anchor') keepUnknown(context, node, parsed.fault, { anchors, place })
    else reportIn(context, node, parsed.fault)
    // What a date that cannot be read waits for is not known.
    if (parsed.fault.code !== 'unknown-anchor') context.used.add('event.*')
    return { kind: 'at_once', text: node.text }
  }
  if ('anchor' in parsed.due) markUsed(context, parsed.due.anchor, place)
  return parsed.due
}

function markUsed(context: Context, anchor: Anchor, place: TaskPlace): void {
  if (anchor.kind === 'event') context.used.add(`event.${anchor.event}`)
  if (anchor.kind === 'event') context.exact.add(`event ${anchor.event} `)
  if (anchor.kind === 'field') context.exact.add(`field ${anchor.field} `)
  if (anchor.kind === 'task') {
    context.exact.add(
      `anchor ${anchor.task} ${place.siblings.find(({ key }) => key === anchor.task)?.keyAt.start ?? ''}`,
    )
  }
}

type Surroundings = { readonly anchors: Anchors; readonly place: TaskPlace }

/** A misspelled event is used all the same: one fault, one message. */
function keepUnknown(context: Context, node: ScalarNode, fault: Fault, { anchors, place }: Surroundings): void {
  const part = partOf(node, fault)
  const text = node.text.slice(fault.from ?? 0, fault.to ?? node.text.length)
  const guess = fault.help?.key === 'did-you-mean' ? suggest(text, anchors.known()) : undefined
  // The task that is meant may be the one whose id is no id: that is told, with what it is called elsewhere.
  const strange = guess === undefined ? place.siblings.filter(({ key }) => !isId(key)) : []
  if (strange.length === 1 && strange[0] !== undefined && renameTold(context, strange[0], text)) return
  const declared = place.siblings.find(({ key }) => key === guess)
  context.used.add(guess === undefined ? 'event.*' : `event.${guess}`)
  context.unknown.push({
    kind: declared === undefined && guess !== undefined ? kindOfGuess(context, guess) : 'anchor',
    text,
    at: part,
    fault,
    ...(guess === undefined ? {} : { guess }),
    ...(declared === undefined ? {} : { declaredAt: declared.keyAt }),
  })
}

function isId(text: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(text)
}

/** What was told of an id that is none says now what it is called where it is used. */
function renameTold(context: Context, { keyAt }: Entry, text: string): boolean {
  const { line, column } = context.place(keyAt.start)
  const at = context.diagnostics.findIndex((one) => one.code === 'bad-id' && one.line === line && one.column === column)
  const told = context.diagnostics[at]
  if (told === undefined) return false
  context.diagnostics.splice(at, 1, { ...told, help: tell(say('write', { text }), context.lang) })
  return true
}

/** A name that is used both as an anchor and elsewhere is one name. */
function kindOfGuess(context: Context, guess: string): string {
  if (context.fields.has(guess)) return 'field'
  return context.names.event?.has(guess) === true ? 'event' : 'anchor'
}

function anchorsFor(context: Context, { id, stage, siblings }: TaskPlace): Anchors {
  return {
    known: () => [
      ...siblings.map(({ key }) => key).filter((key) => key !== id && isId(key)),
      ...datesAndEvents(context),
    ],
    kindOf: (name): AnchorKind => {
      if (siblings.some(({ key }) => key === name)) return 'task'
      // An event that has the id of a field is told at its declaration.
      if (context.untyped.has(name)) return 'field'
      const dated = anchorOfType(context.fields.get(name)?.type)
      if (dated !== undefined) return dated
      if (context.names.event?.has(name) === true) return 'event'
      // A section that could not be read may hold it.
      return context.hasUnreadFields || context.names.event === undefined ? 'field' : undefined
    },
    explain: (name) => explainAnchor(context, name, stage),
  }
}

function datesAndEvents(context: Context): readonly string[] {
  const dates = [...context.fields.values()]
    .filter(({ type }) => anchorOfType(type) !== undefined)
    .map((field) => field.id)
  return [...dates, ...(context.names.event ?? [])]
}

function explainAnchor(context: Context, name: string, stage: string | undefined): Phrase | undefined {
  const field = context.fields.get(name)
  if (field !== undefined) return say('anchor-type', { name, type: field.type })
  if (context.names.task?.has(name) !== true) return undefined
  return stage === undefined ? say('anchor-elsewhere', { name }) : say('anchor-other-stage', { name, stage })
}

/** Reads a length of time under this key. */
export function readDuration(context: Context, map: MapNode, key: string): Duration | undefined {
  const node = scalarOf(map, key)
  if (node === undefined) return undefined
  const parsed = parseDuration(node.text)
  if ('duration' in parsed) return parsed.duration
  const counted = /^(.*\S)\s+(?:after|from|since)\s+\S+$/.exec(node.text)?.[1]
  if (counted !== undefined && 'duration' in parseDuration(counted)) {
    const message = say('no-anchor-here', { key })
    reportIn(context, node, { code: 'bad-duration', message, help: say('write', { text: counted }) })
    return undefined
  }
  reportIn(context, node, parsed.fault)
  return undefined
}
