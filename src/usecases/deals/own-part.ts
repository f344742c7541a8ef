import { followsBuyer } from '#domain/deals/of-buyer'
import { mayWrite } from '#domain/deals/field-rights'
import { seatTasks } from '#domain/deals/seating'
import { mayDo, mayGive } from '#domain/deals/task-rights'
import { dateIn } from '#domain/time/zone'
import type { Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import type { Field } from '#schemas/model'
import type { Task } from '#schemas/task'
import type { DealPageFile } from './read-deal-page'

/** What of a deal is somebody's own to do and to write. */
export type OwnPart = {
  /** A task by its id: one of the deal, or one that the rules ask for and nobody has opened yet. */
  readonly task: (id: string) => Task | undefined
  readonly mayDo: (task: Task) => boolean
  readonly mayGive: (task: Task) => boolean
  /** False for computed fields and for what the client’s card says: nobody writes them. */
  readonly mayWrite: (field: Field) => boolean
}

type Seen = Pick<DealPageFile, 'deal' | 'tasks' | 'rules' | 'newest' | 'mayEdit'>

/** Judges as the commands do: what is somebody's own here is not refused to them there. */
export function ownPart(
  { caller, people, now }: { readonly caller: Caller; readonly people: People; readonly now: string },
  { deal, tasks, rules, newest, mayEdit }: Seen,
): OwnPart {
  const scene = { owner: deal.owner, org: people, on: dateIn(newest.model.calendar.timezone, now) }
  const coming = seatTasks({ deal, rules, tasks, org: people, at: now }).open
  return {
    task: (id) => [...tasks, ...coming].find((one) => one.id === id),
    mayDo: (task) => mayDo(caller, task, scene),
    mayGive: (task) => mayGive(caller, task, scene),
    mayWrite: (field) =>
      field.formula === undefined && !followsBuyer(field.id, deal) && mayWrite(caller, field, scene, { mayEdit }),
  }
}
