import type { DynamoDBStreamEvent } from 'aws-lambda'

import { actorText, eventText } from '#domain/deals/tell-event'
import { isNote } from '#domain/deals/fold'
import type { DomainEvent } from '#schemas/event'

/** A plain line about something that happened by itself; undefined for what a person, an integration or an import did. */
export function actLine(event: DomainEvent): string | undefined {
  const isOwn = isNote(event) || event.actor.kind === 'automation' || event.depth !== undefined
  if (!isOwn) return undefined
  return `${event.at.slice(11, 19)}  ${event.name}  ${event.detail.dealId}  ${actorText(event)}  ${eventText(event)}`
}

/** The lines about a batch of records of the stream, each of which holds an event. */
export function actLinesOf(records: DynamoDBStreamEvent['Records']): readonly string[] {
  return records.flatMap(({ dynamodb }) => {
    const event = dynamodb?.NewImage?.['event']?.S
    return event === undefined ? [] : (actLine(JSON.parse(event) as DomainEvent) ?? [])
  })
}
