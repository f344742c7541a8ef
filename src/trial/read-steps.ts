import { report, reportIn, type Context } from '#config/context'
import { parseDuration } from '#config/values/parse-due'
import { entryOf, itemsOf, mapOf, scalarOf, textOf, type Entry, type MapNode, type ScalarNode } from '#config/yaml/tree'
import type { TrialKind } from '#config/messages/en-trial'
import { say } from '#config/messages/say'
import { nameIn } from './known-names'
import { readChannelStep } from './read-channel-steps'
import { readExpectations } from './read-expectations'
import { readFieldValues, readTime, type Reading } from './read-values'
import type { TrialAction, TrialStep } from './test-file'
import { verbs } from './test-language'

type Asked = Reading & { readonly context: Context }
type Fields = Extract<TrialAction, { kind: 'set' }>['fields']

/** What stands beside a verb, and beside which ones it means something. */
const companions: Readonly<Record<string, readonly string[]>> = {
  set: ['move_to', 'event', 'done'],
  done: ['move_to'],
  reason: ['move_to', 'undone', 'give_to'],
  override: ['move_to'],
  stage: ['reopen'],
  item: ['check'],
  who: ['sign'],
  invoice: ['pay'],
}

/** Reads the steps of a test. */
export function readSteps(asked: Asked, map: MapNode): readonly TrialStep[] {
  return itemsOf(map, 'steps').flatMap((item) => (item.kind === 'map' ? readStep(asked, item) : []))
}

function readStep(asked: Asked, map: MapNode): readonly TrialStep[] {
  const { sink } = asked
  const verb = verbOf(asked, map)
  const action = verb === undefined ? lookOrQuiet(map) : readAction(asked, map, verb)
  const expect = readExpectations(asked, mapOf(map, 'expect'))
  const by = whoActs(asked, map)
  if (action === undefined) return []
  return [
    {
      line: sink.place(map.start).line,
      text: textOfStep(asked, map),
      action,
      expect,
      ...(by === undefined ? {} : { by }),
    },
  ]
}

function whoActs(asked: Asked, map: MapNode): string | undefined {
  const [as, by] = [entryOf(map, 'as'), entryOf(map, 'by')]
  if (as !== undefined && by !== undefined) {
    const [, second = by] = [as, by].toSorted((one, other) => one.keyAt.start - other.keyAt.start)
    const help = say('trial-leave-out', { key: second.key })
    report(asked.sink, second.keyAt, { code: 'one-action', message: say('trial-who-twice'), help })
  }
  return nameOf(asked, map, as === undefined ? 'by' : 'as', ['person'])
}

function lookOrQuiet(map: MapNode): TrialAction | undefined {
  return entryOf(map, 'expect') === undefined ? undefined : { kind: 'look' }
}

/** The step as it is written, without what it expects. */
function textOfStep({ sink }: Asked, map: MapNode): string {
  const parts = map.entries.filter(({ key }) => key !== 'expect')
  const words = parts.map(
    ({ key, value }) => `${key}: ${sink.text.slice(value.start, value.end).trim().replaceAll(/\s+/g, ' ')}`,
  )
  return words.join(', ') || 'expect'
}

/** What the step does: exactly one thing. */
function verbOf({ sink }: Asked, map: MapNode): Entry | undefined {
  const found = map.entries.filter(({ key }) => verbs.some((verb) => verb === key))
  const alone = entryOf(map, 'done') ?? entryOf(map, 'set')
  const [verb = alone, second] = found
  if (second !== undefined) {
    const message = say('trial-two-verbs', { keys: found.map(({ key }) => key) })
    report(sink, second.keyAt, { code: 'one-action', message, help: say('trial-own-step') })
  }
  reportStrangers({ sink }, map, verb)
  if (verb === undefined && entryOf(map, 'expect') === undefined && (map.broken ?? []).length === 0) {
    const at = { start: map.start, end: map.start + 1 }
    const help = say('trial-write-verb', { verbs: ['set', 'done', ...verbs] })
    report(sink, at, { code: 'missing-key', message: say('trial-empty-step'), help })
  }
  return verb
}

/** What stands beside a verb with which it means nothing. */
function reportStrangers({ sink }: Pick<Asked, 'sink'>, map: MapNode, verb: Entry | undefined): void {
  for (const [key, of] of Object.entries(companions)) {
    const entry = entryOf(map, key)
    if (entry === undefined || entry === verb || of.includes(verb?.key ?? '')) continue
    const message = say('trial-means-nothing', { key, beside: verb?.key ?? 'expect', of })
    report(sink, entry.keyAt, { code: 'unknown-key', message, help: say('trial-leave-or-own') })
  }
}

function readAction(asked: Asked, map: MapNode, entry: Entry): TrialAction | undefined {
  const { key } = entry
  const fields = readFieldValues(asked, mapOf(map, 'set')?.entries ?? [])
  switch (key) {
    case 'set':
      return { kind: 'set', fields }
    case 'done':
      return { kind: 'done', tasks: tasksOf(asked, map), fields }
    case 'move_to':
      return readMove(asked, map, fields)
    case 'wait':
    case 'at':
      return readTimes(asked, map, key)
    case 'call':
    case 'call_back':
    case 'message':
    case 'form':
      return readChannelStep(asked, map, entry)
    default:
      return readOther(asked, map, key, fields)
  }
}

function readMove(asked: Asked, map: MapNode, fields: Fields): TrialAction | undefined {
  const node = scalarOf(map, 'move_to')
  const to = node?.text === 'completed' ? 'completed' : nameOf(asked, map, 'move_to', ['stage'])
  if (to === undefined) return undefined
  const [reason, override] = [textOf(map, 'reason'), textOf(map, 'override')]
  return {
    kind: 'move',
    to,
    fields,
    done: tasksOf(asked, map),
    ...(reason === undefined ? {} : { reason }),
    ...(override === undefined ? {} : { override }),
  }
}

function readTimes(asked: Asked, map: MapNode, key: 'wait' | 'at'): TrialAction | undefined {
  const node = scalarOf(map, key)
  if (node === undefined) return undefined
  if (key === 'at') {
    const instant = readTime(asked, node)
    return instant === undefined ? undefined : { kind: 'at', instant }
  }
  const read = parseDuration(node.text)
  if ('duration' in read) return { kind: 'wait', duration: read.duration }
  reportIn(asked.sink, node, read.fault)
  return undefined
}

function readOther(asked: Asked, map: MapNode, key: string, fields: Fields): TrialAction | undefined {
  const text = textOf(map, key) ?? ''
  const reason = textOf(map, 'reason')
  switch (key) {
    case 'event': {
      const event = nameOf(asked, map, key, ['event'])
      return event === undefined ? undefined : { kind: 'event', event, fields }
    }
    case 'lose':
    case 'cancel': {
      const why = nameOf(asked, map, key, [key === 'lose' ? 'lost' : 'cancelled'])
      return why === undefined ? undefined : { kind: key, reason: why }
    }
    case 'reopen': {
      const stage = nameOf(asked, map, 'stage', ['stage'])
      return { kind: 'reopen', reason: text, ...(stage === undefined ? {} : { stage }) }
    }
    case 'check': {
      const task = nameOf(asked, map, key, ['task'])
      return task === undefined ? undefined : { kind: 'check', task, item: textOf(map, 'item') ?? '1' }
    }
    case 'undone': {
      const task = nameOf(asked, map, key, ['task'])
      return task === undefined ? undefined : { kind: 'undone', task, reason: reason ?? 'It was not done yet' }
    }
    case 'give_to': {
      const to = nameOf(asked, map, key, ['person'])
      return to === undefined ? undefined : { kind: 'give', to, ...(reason === undefined ? {} : { reason }) }
    }
    case 'reply':
      return { kind: 'reply', channel: text }
    default:
      return readPaper(asked, map, key)
  }
}

/** What is done to documents, invoices and money. */
function readPaper(asked: Asked, map: MapNode, key: string): TrialAction | undefined {
  if (key === 'pay') {
    const node = scalarOf(map, key)
    const kopecks = node === undefined ? undefined : readAmount(asked, node)
    if (kopecks === undefined) return undefined
    const paper = nameOf(asked, map, 'invoice', ['paper'])
    return { kind: 'pay', kopecks, ...(paper === undefined ? {} : { paper }) }
  }
  // An invoice is issued; nobody signs it, and how it is sent is not on record.
  const paper = nameOf(asked, map, key, [key === 'make' || key === 'issue' ? 'paper' : 'document'])
  if (paper === undefined) return undefined
  if (key === 'make' || key === 'issue' || key === 'send') return { kind: key, paper }
  const who = textOf(map, 'who')
  return { kind: 'sign', paper, who: who === 'us' || who === 'client' ? who : 'both' }
}

function readAmount({ sink }: Asked, node: ScalarNode): number | undefined {
  const found = /^(\d{1,3}(?:[ \u00A0]?\d{3})*)(?:[.,](\d{2}))?$/.exec(node.text.trim())
  if (found !== null) return Number(`${found[1]?.replaceAll(/\D/g, '') ?? ''}${found[2] ?? '00'}`)
  const help = say('write', { text: 'pay: 70 000' })
  reportIn(sink, node, { code: 'unknown-value', message: say('trial-no-amount', { text: node.text }), help })
  return undefined
}

function tasksOf({ sink, known }: Asked, map: MapNode): readonly string[] {
  return itemsOf(map, 'done').flatMap((node) =>
    node.kind === 'scalar' ? (nameIn(sink, node, known, ['task']) ?? []) : [],
  )
}

function nameOf({ sink, known }: Asked, map: MapNode, key: string, kinds: readonly TrialKind[]): string | undefined {
  const node = scalarOf(map, key)
  return node === undefined ? undefined : nameIn(sink, node, known, kinds)
}
