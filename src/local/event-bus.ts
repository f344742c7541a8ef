import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { EventPattern } from '#events/pattern'

import { compilePattern } from './event-pattern'
import type { Delivery } from './queue-state'

/** What the bus does with events that match: put them into a queue, or with the dead letters. */
export type BusRule = { readonly target: string; readonly pattern: EventPattern; readonly isForDeadLetters?: boolean }

/** Where the bus leaves the events; both return when the events survive a killed process. */
export type BusTargets = {
  readonly put: (deliveries: readonly Delivery[]) => void
  readonly bury: (consumer: string, body: string, why: string) => void
}

/** An event bus on this machine that speaks EventBridge's `PutEvents`. */
export type EventBus = { readonly endpoint: string; readonly stop: () => Promise<void> }

type Rule = {
  readonly target: string
  readonly isForDeadLetters: boolean
  readonly matches: (event: unknown) => boolean
}
type Result = { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string }
type Answer = { readonly status: number; readonly body: unknown }

const target = 'AWSEvents.PutEvents'
const maxEntries = 10
const maxEntryBytes = 256 * 1024
const maxBodyBytes = 4 * 1024 * 1024

/** Starts the bus on a free port of this machine; a rule it cannot read stops it from starting. */
export async function startEventBus(rules: readonly BusRule[], targets: BusTargets): Promise<EventBus> {
  const compiled = rules.map(({ target: name, pattern, isForDeadLetters = false }) => ({
    target: name,
    isForDeadLetters,
    matches: compilePattern(pattern, `the rule of ${name}`),
  }))
  const server = createServer((request, response) => {
    answer(request, compiled, targets).then(
      (said) => send(response, said),
      (error: unknown) => send(response, refusal(500, 'InternalException', String(error))),
    )
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function answer(request: IncomingMessage, rules: readonly Rule[], targets: BusTargets): Promise<Answer> {
  const text = await bodyOf(request)
  if (text === undefined) return refusal(413, 'RequestEntityTooLarge', 'The request is larger than 4 MB.')
  const asked = request.headers['x-amz-target']
  if (request.method !== 'POST' || asked !== target) {
    return refusal(400, 'UnknownOperationException', `The local bus answers ${target} only, not ${String(asked)}.`)
  }
  const entries = entriesIn(text)
  if (entries === undefined) return refusal(400, 'ValidationException', `Entries must be a list of 1 to ${maxEntries}.`)
  const results = accept(entries, rules, targets)
  const FailedEntryCount = results.filter((result) => 'ErrorCode' in result).length
  return { status: 200, body: { FailedEntryCount, Entries: results } }
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBodyBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function entriesIn(text: string): readonly unknown[] | undefined {
  const body = parsed(text)
  const entries = isObject(body) ? body['Entries'] : undefined
  return Array.isArray(entries) && entries.length > 0 && entries.length <= maxEntries ? entries : undefined
}

function accept(entries: readonly unknown[], rules: readonly Rule[], targets: BusTargets): readonly Result[] {
  const deliveries: Delivery[] = []
  const results = entries.map((entry): Result => {
    const read = eventIn(entry)
    if (typeof read === 'string') return { ErrorCode: 'InvalidArgument', ErrorMessage: read }
    if (read.size > maxEntryBytes) {
      const ErrorMessage = `The entry has ${read.size} bytes; ${maxEntryBytes} are allowed.`
      return { ErrorCode: 'InvalidArgument', ErrorMessage }
    }
    const hit = rules.filter(({ matches }) => matches(read.event))
    const to = hit.filter(({ isForDeadLetters }) => !isForDeadLetters).map((rule) => rule.target)
    if (to.length > 0) deliveries.push({ body: read.text, to })
    for (const rule of hit) {
      if (rule.isForDeadLetters) targets.bury(rule.target, read.text, 'The event could not be published.')
    }
    return { EventId: read.id }
  })
  // The answer says "accepted": by then the events must be on the disk.
  if (deliveries.length > 0) targets.put(deliveries)
  return results
}

type Read = { readonly id: string; readonly event: unknown; readonly text: string; readonly size: number }

/** The event as rules and consumers see it, or why EventBridge would refuse the entry. */
function eventIn(entry: unknown): Read | string {
  if (!isObject(entry)) return 'The entry is not an object.'
  const { Source: source, DetailType: name, Detail: detail, Time: time, Resources: resources = [] } = entry
  if (typeof source !== 'string' || source === '')
    return 'Parameter Source is not valid. Reason: Source is a required argument.'
  if (typeof name !== 'string' || name === '') {
    return 'Parameter DetailType is not valid. Reason: DetailType is a required argument.'
  }
  if (typeof detail !== 'string' || detail === '') {
    return 'Parameter Detail is not valid. Reason: Detail is a required argument.'
  }
  const read = parsed(detail)
  if (!isObject(read)) return 'Parameter Detail is malformed. Reason: Detail is not a JSON object.'
  const id = randomUUID()
  // AWS JSON writes an instant as seconds since 1970; the event carries whole seconds.
  const at = new Date(typeof time === 'number' ? time * 1_000 : Date.now()).toISOString().replace(/\.\d+Z$/, 'Z')
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
  return { id, event: { ...head, detail: read }, text, size }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the caller says so in the words of the place it stood in.
    return undefined
  }
}

function refusal(status: number, type: string, message: string): Answer {
  return { status, body: { __type: type, message } }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.1',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  })
  response.end(text)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
