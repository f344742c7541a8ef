import { followsFrom } from '#domain/deals/following'
import { mayWrite } from '#domain/deals/field-rights'
import { seatTasks } from '#domain/deals/seating'
import { mayDo, mayGive } from '#domain/deals/task-rights'
import { dateIn } from '#domain/time/zone'
import type { Caller } from '#domain/kernel/access'
import type { People } from '#ports/people'
import { taskIdOf } from '#domain/kernel/task-id'
import type { Field, TaskTemplate } from '#schemas/model'
import type { Task } from '#schemas/task'
import type { DealPageFile } from './read-deal-page'

/** What of a deal is somebody's own to do and to write. */
export type OwnPart = {
  /** A task by its id: one of the deal, or one that the rules ask for and nobody has opened yet. */
  readonly task: (id: string) => Task | undefined
  readonly mayDo: (task: Task) => boolean
  readonly mayGive: (task: Task) => boolean
  /**
   * Whether a missing task is to come only once others have done their part, or something has happened: by its id. One that
   * follows from what is the caller’s own can be done with it at once.
   */
  readonly isLater: (id: string) => boolean
  /** False for computed fields and for what follows from payments, lines or the client’s card: nobody writes them. */
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
  const taskOf = (id: string) => [...tasks, ...coming].find((one) => one.id === id)
  const holders = (role: string) =>
    Object.values(people.employees).filter(({ active, roles }) => active && roles.includes(role))
  const mayDoNext = ({ by, mayAlso }: TaskTemplate): boolean => {
    const hands = { by, role: by, ...(mayAlso === undefined ? {} : { mayAlso: [...mayAlso] }) }
    return ['', ...holders(by).map(({ id }) => id)].some((responsible) =>
      mayDo(caller, { ...hands, responsible }, scene),
    )
  }
  const isLater = (id: string): boolean => {
    const template = rules.stage.tasks.find((one) => taskIdOf(deal.id, deal.visit.no, one.id) === id)
    if (taskOf(id) !== undefined || template === undefined) return false
    const anchor = 'anchor' in template.due ? template.due.anchor : undefined
    if (anchor?.kind === 'event' && deal.happened[anchor.event] === undefined) return true
    if (!mayDoNext(template)) return true
    if (anchor?.kind !== 'task') return false
    const before = taskIdOf(deal.id, deal.visit.no, anchor.task)
    const first = taskOf(before)
    return first === undefined ? isLater(before) : first.status === 'open' && !mayDo(caller, first, scene)
  }
  return {
    task: taskOf,
    isLater,
    mayDo: (task) => mayDo(caller, task, scene),
    mayGive: (task) => mayGive(caller, task, scene),
    mayWrite: (field) =>
      field.formula === undefined &&
      followsFrom(field.id, deal) === undefined &&
      mayWrite(caller, field, scene, { mayEdit }),
  }
}
