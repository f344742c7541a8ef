import type { PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import type { DynamoDBBatchItemFailure, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

import { eventSource } from './consumer'
import type { EventPattern } from './pattern'
import type { PutEvents } from './publish'

/** What the relay needs: which items are events, a bus, a way to wait between attempts, and chance for the jitter. */
export type RelayPorts = {
  readonly told: readonly ToldPrefix[]
  readonly putEvents: PutEvents
  readonly pause: (ms: number) => Promise<void>
  readonly random: () => number
}

/** How the keys of a kind of item begin whose birth is an event. */
export type ToldPrefix = { readonly pk: string; readonly sk: string }

/** The stream records the relay is given: only items that begin so, only when they are born. */
export function relayFilter(told: readonly ToldPrefix[]) {
  const begins = (end: keyof ToldPrefix) => ({
    S: [...new Set(told.map((one) => one[end]))].map((prefix) => ({ prefix })),
  })
  return { eventName: ['INSERT'], dynamodb: { Keys: { pk: begins('pk'), sk: begins('sk') } } }
}

const relaySource = `${eventSource}.relay`

/** The notices about event items that could not be published: they belong with the dead letters, under an alarm. */
export const unpublishablePattern: EventPattern = { source: [relaySource], 'detail-type': ['event.unpublishable'] }

const maxEntries = 10
// EventBridge takes 1 MB by now, but a queue message behind it only 256 KB; the margin is for what the bus adds.
const maxBytes = 250 * 1024
const attempts = 3

type Letter = { readonly sequenceNumber: string; readonly entry: PutEventsRequestEntry; readonly bytes: number }

/** Publishes the events among the records; answers from which record on the stream must be read again, if any. */
export async function relay(
  ports: RelayPorts,
  records: DynamoDBStreamEvent['Records'],
): Promise<readonly DynamoDBBatchItemFailure[]> {
  const letters = records.filter((record) => isBornEvent(record, ports.told)).map(letterOf)
  for (const pack of packed(letters)) {
    const stuck = await published(ports, pack)
    // The stream is read again from the first failure on; publishing what follows now would only double it.
    if (stuck !== undefined) return [{ itemIdentifier: stuck.sequenceNumber }]
  }
  return []
}

function isBornEvent({ eventName, dynamodb }: DynamoDBRecord, told: readonly ToldPrefix[]): boolean {
  if (eventName !== 'INSERT') return false
  const { pk, sk } = dynamodb?.Keys ?? {}
  return told.some((one) => (pk?.S ?? '').startsWith(one.pk) && (sk?.S ?? '').startsWith(one.sk))
}

function letterOf(record: DynamoDBRecord): Letter {
  const sequenceNumber = record.dynamodb?.SequenceNumber ?? ''
  const letter = (source: string, name: string, text: string): Letter => {
    const entry = { Source: source, DetailType: name, Detail: text }
    return { sequenceNumber, entry, bytes: Buffer.byteLength(entry.Detail) + source.length + name.length }
  }
  // Reporting a record that can never be published would hold up everything behind it and, in the end, discard that
  // too. The item stays in the table for good, so a notice with its keys loses nothing.
  const notice = (why: string) => {
    const { pk, sk } = record.dynamodb?.Keys ?? {}
    const keys = { pk: pk?.S, sk: sk?.S, sequenceNumber, why }
    return letter(relaySource, 'event.unpublishable', JSON.stringify(keys))
  }
  const event = eventOf(record)
  if (event === undefined) return notice('The item holds no readable event with an id and a name.')
  const whole = letter(eventSource, event.name, event.text)
  return whole.bytes <= maxBytes ? whole : notice(`The event has ${whole.bytes} bytes; the bus takes ${maxBytes}.`)
}

type Stored = { readonly name: string; readonly text: string }

/** The event in an item, as the text it is published as. */
function eventOf({ dynamodb }: DynamoDBRecord): Stored | undefined {
  const text = dynamodb?.NewImage?.['event']?.S
  if (text === undefined) return undefined
  try {
    const { id, name } = JSON.parse(text) as { readonly id?: unknown; readonly name?: unknown }
    return typeof id === 'string' && typeof name === 'string' ? { name, text } : undefined
  } catch {
    // No JSON, or not an object.
    return undefined
  }
}

function packed(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const packs: Letter[][] = []
  let room = 0
  for (const letter of letters) {
    const last = packs.at(-1)
    if (last === undefined || last.length === maxEntries || letter.bytes > room) {
      packs.push([letter])
      room = maxBytes - letter.bytes
      continue
    }
    last.push(letter)
    room -= letter.bytes
  }
  return packs
}

/** Publishes a pack, trying again what was refused; answers the first letter that could not be sent. */
async function published(ports: RelayPorts, pack: readonly Letter[]): Promise<Letter | undefined> {
  let left = pack
  for (let attempt = 1; ; attempt += 1) {
    left = await refused(ports.putEvents, left)
    if (left.length === 0 || attempt === attempts) return left[0]
    await ports.pause(ports.random() * 100 * 2 ** attempt)
  }
}

async function refused(putEvents: PutEvents, letters: readonly Letter[]): Promise<readonly Letter[]> {
  try {
    const results = await putEvents(letters.map(({ entry }) => entry))
    return letters.filter((_, at) => results[at]?.refused !== false)
  } catch {
    // A throttle, a timeout, the bus away: to the stream it is the same as every entry refused.
    return letters
  }
}
