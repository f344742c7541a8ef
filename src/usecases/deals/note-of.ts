import { noteId } from '#domain/kernel/event-id'
import type { DealCard } from '#schemas/deal'
import type { DomainEvent, EventDetail, EventName } from '#schemas/event'
import { eventOf, type Command } from '#usecases/command'
import { notBefore } from './commit'

/** What is noted of a deal without changing it. */
export type Said = {
  readonly name: EventName
  /** Follows from the reason alone, so that of one version nothing can be noted twice. */
  readonly what: string
  readonly at: string
  /** The version of the rules that said so; that of the visit where absent. */
  readonly configVersion?: number
  readonly detail: Omit<EventDetail, 'dealId' | 'deal'>
}

/** The note of something beside a deal, after the version the deal has now. */
export function noteOf(deal: DealCard, command: Command, said: Said): DomainEvent {
  const event = eventOf(said.name, deal, command, said.detail)
  return {
    ...event,
    id: noteId(event.id, said.what),
    at: notBefore(said.at, deal),
    configVersion: said.configVersion ?? event.configVersion,
  }
}
