import { eventId } from '#domain/kernel/event-id'
import type { ClientChange, KeptClient, WayHolders, WholeClient } from '#schemas/kept-client'
import type { ClientKind } from '#schemas/client-names'
import type { Actor } from '#schemas/event'
import type { SubjectEventName } from '#schemas/event-names'
import type { SubjectEvent } from '#schemas/subject-event'

/** Who changes a card, when, and within what. */
export type ChangedBy = {
  readonly actor: Actor
  readonly at: string
  readonly correlationId: string
  readonly causationId?: string | undefined
}

/** A card without anything on it but whose it is. */
export function bareClient(id: string, kind: ClientKind, name: string, owner: string | null): WholeClient {
  const client = { id, version: 0, kind, name, owner, fields: {}, createdAt: '', createdBy: '', updatedAt: '' }
  return { client, personal: { ways: [], lastWay: 0 } }
}

/** A card as it is written first. */
export function createClient(next: WholeClient, by: ChangedBy, seen?: readonly WayHolders[]): ClientChange {
  const client = { ...next.client, version: 1, createdAt: by.at, createdBy: by.actor.id, updatedAt: by.at }
  return change(undefined, { ...next, client }, { by, name: 'client.created', ...(seen && { seen }) })
}

/** A card as somebody makes it; undefined where that changes nothing. */
export function changeClient(
  was: WholeClient,
  next: WholeClient,
  by: ChangedBy,
  seen?: readonly WayHolders[],
): ClientChange | undefined {
  if (changedOf(was, next).length === 0) return undefined
  return changeAs('client.changed', was, next, { by, ...(seen && { seen }) })
}

/** A card as a command makes it that has an event of its own; `more` is what that tells beside what changed. */
export function changeAs(
  name: SubjectEventName,
  was: WholeClient,
  next: WholeClient,
  { by, ...said }: Omit<Told, 'name'>,
): ClientChange {
  const updatedAt = by.at < was.client.updatedAt ? was.client.updatedAt : by.at
  const client = { ...next.client, version: was.client.version + 1, updatedAt }
  return change(was, { ...next, client }, { by, name, ...said })
}

type Told = {
  readonly by: ChangedBy
  readonly name: SubjectEventName
  readonly seen?: readonly WayHolders[]
  readonly more?: Pick<SubjectEvent['detail'], 'into' | 'merge'>
}

function change(was: WholeClient | undefined, next: WholeClient, { by, name, seen, more }: Told): ClientChange {
  const { id, version, updatedAt, owner } = next.client
  const event = {
    id: eventId(id, version),
    name,
    schemaVersion: 1 as const,
    at: updatedAt,
    actor: by.actor,
    correlationId: by.correlationId,
    causationId: by.causationId ?? null,
    detail: {
      dealId: '' as const,
      subject: { kind: 'client' as const, id },
      changed: [...changedOf(was, next)],
      owner,
      ...more,
    },
  }
  return { was, next, event, ...(seen === undefined ? {} : { seen }) }
}

/** Names of what differs; never what it says. */
function changedOf(was: WholeClient | undefined, next: WholeClient): readonly string[] {
  const core = (['name', 'kind', 'owner', 'inn', 'kpp', 'into', 'restrictedUntil'] as const).filter(
    (one) => was?.client[one] !== next.client[one],
  )
  const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? {}) !== JSON.stringify(other ?? {})
  return [
    ...core,
    ...(differ(was?.client.from ?? [], next.client.from ?? []) ? ['from'] : []),
    ...fieldsThatDiffer(was?.client.fields, next.client.fields),
    ...fieldsThatDiffer(was?.personal.fields, next.personal.fields),
    ...(differ(was?.personal.requisites, next.personal.requisites) ? ['requisites'] : []),
    ...(differ(was?.personal.unread, next.personal.unread) ? ['unread'] : []),
    ...(differ(was?.personal.ways ?? [], next.personal.ways) ? ['ways'] : []),
  ]
}

function fieldsThatDiffer(was: KeptClient['fields'] = {}, next: KeptClient['fields'] = {}): readonly string[] {
  const names = new Set([...Object.keys(was), ...Object.keys(next)])
  return [...names].filter((name) => was[name] !== next[name]).toSorted()
}
