import type { DomainEvent } from '#schemas/event'

/** An event with what it caused, in the order it happened. */
export type EventBranch = { readonly event: DomainEvent; readonly caused: readonly EventBranch[] }

/** Puts events under what caused them; those that nothing among them caused stand at the top. Every event is there once. */
export function eventTree(events: readonly DomainEvent[]): readonly EventBranch[] {
  const known = new Map(events.map((event, no) => [event.id, no]))
  const causes = new Map<number | undefined, DomainEvent[]>()
  for (const [no, event] of events.entries()) {
    const cause = event.causationId === null ? undefined : known.get(event.causationId)
    // What claims to be caused by something later would hide both: it stands at the top instead.
    const under = cause !== undefined && cause < no ? cause : undefined
    causes.set(under, [...(causes.get(under) ?? []), event])
  }
  const branches = (under: number | undefined): readonly EventBranch[] =>
    (causes.get(under) ?? []).map((event) => ({ event, caused: branches(known.get(event.id)) }))
  return branches(undefined)
}
