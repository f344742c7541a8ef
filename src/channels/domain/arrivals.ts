import { eventId } from '#domain/kernel/event-id'
import type { DomainEvent } from '#schemas/event'

/** How long what came is kept. */
export const arrivalDays = 30

/** A body may be no larger. */
export const mostBytes = 1_000_000

type Came = { readonly integration: string; readonly id: string; readonly at: string }

/** What is told when something came: where it lies, nothing of what it says. */
export function arrivalEvent({ integration, id, at }: Came): DomainEvent {
  const subject = { kind: 'arrival', id: `${integration}/${id}` } as const
  return {
    id: eventId(subject.id, 1),
    name: 'arrival.received',
    schemaVersion: 1,
    at,
    actor: { kind: 'integration', id: integration },
    configVersion: 1,
    correlationId: id,
    causationId: null,
    detail: { dealId: '', subject },
  } as unknown as DomainEvent
}

/** Where what an event tells of lies; undefined where it tells of something else. */
export function arrivalOf({
  detail: { subject },
}: DomainEvent): { readonly integration: string; readonly id: string } | undefined {
  if (subject?.kind !== 'arrival') return undefined
  const at = subject.id.indexOf('/')
  return { integration: subject.id.slice(0, at), id: subject.id.slice(at + 1) }
}
