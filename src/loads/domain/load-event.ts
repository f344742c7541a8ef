import { eventId } from '#domain/kernel/event-id'
import type { Actor, DomainEvent } from '#schemas/event'

/** What is told when somebody wants a file loaded: which load it is, nothing of the file. */
export function loadEvent({
  id,
  actor,
  at,
}: {
  readonly id: string
  readonly actor: Actor
  readonly at: string
}): DomainEvent {
  return {
    id: eventId(id, 1),
    name: 'load.asked',
    schemaVersion: 1,
    at,
    actor,
    configVersion: 1,
    correlationId: id,
    causationId: null,
    detail: { dealId: '', subject: { kind: 'load', id } },
  } as unknown as DomainEvent
}
