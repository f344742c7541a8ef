import { eventId, noteId } from '#domain/kernel/event-id'
import type { DomainEvent, EventDetail, EventName } from '#schemas/event'
import { eventOf, type Command } from '#usecases/command'
import type { SeenSubject } from './seen-subject'

type Attached = NonNullable<EventDetail['attached']>

/** The note by which a deal tells that something was attached; it says the id alone. Other subjects tell nothing yet. */
export function attachedEvent(
  name: Extract<EventName, 'deal.commented' | 'deal.file_added'>,
  { deal }: SeenSubject,
  command: Command,
  { at, rev, ...attached }: Attached & { readonly at: string; readonly rev: number },
): { readonly event?: DomainEvent } {
  if (deal === undefined) return {}
  const event = eventOf(name, deal, command, { attached })
  const id = noteId(eventId(deal.id, deal.version), `${attached.kind}/${attached.id}/${rev}`)
  return { event: { ...event, id, at } }
}
