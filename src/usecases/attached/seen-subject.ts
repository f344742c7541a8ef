import { employeeCaller, type Caller } from '#domain/kernel/access'
import { headsOf } from '#domain/kernel/heads'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Subject } from '#schemas/subject'
import { canSee } from '#usecases/deals/deal-file'
import { dealSeenBy } from '#usecases/deals/readable-deal'

/** Somebody who asks, in their company. */
export type Asker = { readonly caller: Caller; readonly people: People }

/** What something is attached to, as whoever asks may see it: a room makes it of its own subjects. */
export type SeenSubject = {
  readonly subject: Subject
  readonly people: People
  /** Whether somebody else may see it too. */
  readonly isSeenBy: (caller: Caller) => boolean
  /** Set where it is a deal: what is attached is told by an event of it. */
  readonly deal?: Deal
}

/** A deal to attach something to. Refuses with `deal_unknown`, whether it is not there or not theirs. */
export async function seenDeal(
  ports: Pick<Ports, 'deals'>,
  { caller, people }: Asker,
  dealId: string,
): Promise<SeenSubject> {
  const { deal, tasks } = await dealSeenBy(ports, caller, people, dealId)
  const isSeenBy = (other: Caller): boolean => canSee(other, { deal, tasks, people })
  return { subject: { kind: 'deal', id: dealId }, people, isSeenBy, deal }
}

/** Those who work here and may see a subject, in the order of their names. */
export function whoSees({ people, isSeenBy }: Pick<SeenSubject, 'people' | 'isSeenBy'>): readonly string[] {
  const { employees, departments } = people
  return Object.values(employees)
    .filter((one) => one.active && isSeenBy(employeeCaller(one, departments)))
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .map(({ id }) => id)
}

/** Whether something is of whoever asks, or of somebody they head. */
export function isTheirs(caller: Caller, people: People, by: string): boolean {
  if (caller.employee === null) return caller.actor.id === by
  return (
    caller.employee === by || (Object.hasOwn(people.employees, by) && headsOf(by, people).includes(caller.employee))
  )
}
