import type { DomainEvent } from '#schemas/event'

/** What an event may tell of a client: the name of a company, nothing of a person. */
export function withoutClientData(event: DomainEvent, isCompany: boolean): DomainEvent {
  const { client, ...detail } = event.detail
  if (client === undefined) return event
  const { name } = client
  const kept = isCompany && name !== undefined && name !== '' ? { client: { name } } : {}
  return JSON.stringify(kept) === JSON.stringify({ client }) ? event : { ...event, detail: { ...detail, ...kept } }
}
