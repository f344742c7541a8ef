import type { DynamoDBStreamEvent } from 'aws-lambda'

import { isNote } from '#domain/deals/fold'
import type { DomainEvent } from '#schemas/event'
import type { LocalWords } from './say'
import { actorText, eventText } from './stream/tell-event'

/** A plain line about something that happened by itself; undefined for what a person, an integration or an import did. */
export function actLine(event: DomainEvent, words: LocalWords): string | undefined {
  const isOwn = isNote(event) || event.actor.kind === 'automation' || event.depth !== undefined
  if (!isOwn) return undefined
  const { at, name, detail } = event
  return `${at.slice(11, 19)}  ${name}  ${detail.dealId}  ${actorText(event, words)}  ${eventText(event, words)}`
}

/** The events in a batch of records of the stream. */
export function eventsIn(records: DynamoDBStreamEvent['Records']): readonly DomainEvent[] {
  return records.flatMap(({ dynamodb }) => {
    const event = dynamodb?.NewImage?.['event']?.S
    return event === undefined ? [] : [JSON.parse(event) as DomainEvent]
  })
}
