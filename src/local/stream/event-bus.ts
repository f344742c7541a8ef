import { randomUUID } from 'node:crypto'

import type { PutEvents } from '#events/publish'
import type { EventPattern } from '#events/pattern'

import { compilePattern } from './event-pattern'
import type { Delivery } from '#local/queues/queue-state'

/** What the bus does with events that match: put them into a queue, or with the dead letters. */
export type BusRule = { readonly target: string; readonly pattern: EventPattern; readonly isForDeadLetters?: boolean }

/** Where the bus leaves the events. */
export type BusTargets = {
  readonly put: (deliveries: readonly Delivery[]) => void
  readonly bury: (consumer: string, body: string, why: string) => void
}

type Rule = {
  readonly target: string
  readonly isForDeadLetters: boolean
  readonly matches: (event: unknown) => boolean
}
type Entry = Parameters<PutEvents>[0][number]

const maxEntries = 10
const maxEntryBytes = 256 * 1024

/** The event bus of this machine: takes what EventBridge takes, and refuses what it refuses. A rule it cannot read is a fault. */
export function openEventBus(rules: readonly BusRule[], targets: BusTargets): PutEvents {
  const compiled = rules.map(({ target: name, pattern, isForDeadLetters = false }) => ({
    target: name,
    isForDeadLetters,
    matches: compilePattern(pattern, `the rule of ${name}`),
  }))
  return (entries) => {
    if (entries.length === 0 || entries.length > maxEntries) {
      return Promise.reject(new Error(`The bus takes 1 to ${maxEntries} events at once, not ${entries.length}.`))
    }
    return Promise.resolve(accept(entries, compiled, targets))
  }
}

function accept(entries: readonly Entry[], rules: readonly Rule[], targets: BusTargets) {
  const deliveries: Delivery[] = []
  const results = entries.map((entry) => {
    const read = eventIn(entry)
    if (read === undefined || read.size > maxEntryBytes) return { refused: true }
    const hit = rules.filter(({ matches }) => matches(read.event))
    const to = hit.filter(({ isForDeadLetters }) => !isForDeadLetters).map((rule) => rule.target)
    if (to.length > 0) deliveries.push({ body: read.text, to })
    for (const rule of hit) {
      if (rule.isForDeadLetters) targets.bury(rule.target, read.text, 'The event could not be published.')
    }
    return { refused: false }
  })
  if (deliveries.length > 0) targets.put(deliveries)
  return results
}

type Read = { readonly event: unknown; readonly text: string; readonly size: number }

/** The event as rules and consumers see it; undefined for one that EventBridge would refuse. */
function eventIn({ Source: source, DetailType: name, Detail: detail, Time: time, Resources: resources = [] }: Entry) {
  if (source === undefined || source === '' || name === undefined || name === '') return undefined
  const read = parsed(detail ?? '')
  if (detail === undefined || !isObject(read)) return undefined
  const id = randomUUID()
  // The event carries whole seconds.
  const at = (time ?? new Date()).toISOString().replace(/\.\d+Z$/, 'Z')
  const head = {
    version: '0',
    id,
    'detail-type': name,
    source,
    account: '000000000000',
    time: at,
    region: 'local',
    resources,
  }
  // The detail was just checked to be JSON: it goes on as it came, without being written anew.
  const text = `${JSON.stringify(head).slice(0, -1)},"detail":${detail.replaceAll('\n', ' ')}}`
  const size =
    Buffer.byteLength(detail) + Buffer.byteLength(source) + Buffer.byteLength(name) + (time === undefined ? 0 : 14)
  return { event: { ...head, detail: read }, text, size } satisfies Read
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: refused as the bus refuses it.
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
