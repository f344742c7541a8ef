import type { Subject } from '#schemas/subject'

type OfSomething = { readonly detail: { readonly dealId: string; readonly subject?: Subject } }

/** What an event is of: its subject, or the deal it names; events from before there were others name the deal alone. */
export function subjectOf({ detail }: OfSomething): Subject {
  return detail.subject ?? { kind: 'deal', id: detail.dealId }
}

/** A subject as one text, the same for the same subject and for no other. */
export function subjectText({ kind, id }: Subject): string {
  return `${kind}/${id}`
}

/** What a task hangs on: its subject, or its deal. Gates and the load of a stage look at tasks of deals alone. */
export function subjectOfTask({ dealId, subject }: { readonly dealId: string; readonly subject?: Subject }): Subject {
  return subject ?? { kind: 'deal', id: dealId }
}

/** Whether a task hangs on another subject than a deal, such as a call back that is owed: no command on a deal changes it. */
export function isOfOther({ subject }: { readonly subject?: Subject }): boolean {
  return subject !== undefined && subject.kind !== 'deal'
}
