import { eventId } from '#domain/kernel/event-id'
import type { WaitingFile } from '#schemas/exchange/kept-exchange'
import type { DomainEvent } from '#schemas/event'

/** What is told when a file is whole: where it lies, nothing of what it says. */
export function fileEvent({ base, session, name, upload }: WaitingFile, at: string): DomainEvent {
  const subject = { kind: 'exchange', id: `${base}/${session}/${name}/${upload}` } as const
  return {
    id: eventId(subject.id, 1),
    name: 'exchange.received',
    schemaVersion: 1,
    at,
    actor: { kind: 'integration', id: base },
    configVersion: 1,
    correlationId: session,
    causationId: null,
    detail: { dealId: '', subject },
  } as unknown as DomainEvent
}

/** Where the file lies that an event tells of; undefined where it tells of something else. */
export function fileOf({ detail: { subject } }: DomainEvent): WaitingFile | undefined {
  if (subject?.kind !== 'exchange') return undefined
  const [base = '', session = '', name = '', upload = ''] = subject.id.split('/')
  return { base, session, name, upload: Number(upload) }
}
