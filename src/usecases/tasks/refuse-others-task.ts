import { plainText } from '#domain/rules/task-text'
import { handsOf } from '#domain/deals/task-hands'
import { mayDo, mayGive } from '#domain/deals/task-rights'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { dateIn } from '#domain/time/zone'
import type { Caller } from '#domain/kernel/access'
import type { Task } from '#schemas/task'
import type { DealFile } from '#usecases/deals/deal-file'

type Scene = Pick<DealFile, 'people' | 'newest'> & { readonly deal: Pick<DealFile['deal'], 'owner'> }

/** Refuses with `not_your_task`, naming who may, whoever may not do a task. */
export function refuseOthersTask(caller: Caller, task: Task, file: Scene, at: string): void {
  if (mayDo(caller, task, sceneOf(file, at))) return
  throw refusal('not_your_task', task, file)
}

/** The same for whoever may not give it to another person. */
export function refuseOthersGiving(caller: Caller, task: Task, file: Scene, at: string): void {
  if (mayGive(caller, task, sceneOf(file, at))) return
  throw refusal('not_your_task.give', task, file)
}

/** The same for whoever may neither do nor have added what a gate waits for. */
export function refuseOthersCancelling(caller: Caller, task: Task, file: Scene, at: string): void {
  if (task.createdBy === caller.actor.id || mayDo(caller, task, sceneOf(file, at))) return
  throw refusal('not_your_task.cancel', task, file)
}

function sceneOf({ deal, people, newest }: Scene, at: string) {
  return { owner: deal.owner, org: people, on: dateIn(newest.model.calendar.timezone, at) }
}

function refusal(key: 'not_your_task' | `not_your_task.${'give' | 'cancel'}`, task: Task, file: Scene) {
  const { deal, newest } = file
  const hands = handsOf(task, { owner: deal.owner, org: file.people })
  const nameOf = (id: string): string => file.people.employees[id]?.name ?? id
  const roleOf = (id: string): string => newest.model.roles[id]?.name ?? id
  const [first = task.responsible, ...more] = hands.people
  const people = key === 'not_your_task.give' ? hands.heads : [...more, ...hands.heads]
  const extra = { task: task.id, responsible: task.responsible, may: hands }
  return dealRefusal(
    key,
    {
      task: plainText(task.do),
      responsible: nameOf(first),
      roles: hands.roles.map(roleOf),
      people: people.map(nameOf),
    },
    extra,
  )
}
