import { withLookOf } from '#domain/deals/lateness'
import type { Org } from '#domain/people/responsible'
import { climbOf, seatTasks } from '#domain/deals/seating'
import { paperFactText } from '#domain/rules/paper-facts'
import type { StageRules } from '#domain/rules/stage-rules'
import type { Deal } from '#schemas/deal'
import type { TaskTemplate } from '#schemas/model'
import type { Task } from '#schemas/task'

/** A task as it becomes, and what it was; without `was` it is new. */
export type TaskChange = { readonly task: Task; readonly was?: Task }

type Case = {
  readonly deal: Deal
  /** The rules of the visit before and after. */
  readonly was: StageRules
  readonly is: StageRules
  readonly tasks: readonly Task[]
  readonly org: Org
  readonly at: string
}

/**
 * What becomes of a deal's tasks when rules are brought to a visit that is under way: new ones appear, those that are gone
 * are cancelled, open ones get what has changed of them. What a person has set by hand, a date or a responsible, stays.
 */
export function amendTasks(one: Case): readonly TaskChange[] {
  const { deal, is, tasks, org, at } = one
  const seating = seatTasks({ deal, rules: is, tasks, org, at })
  const changed = new Map(seating.change.map(({ task }) => [task.id, task]))
  const anew = bornAnew(one)
  const open = tasks.flatMap((task): readonly TaskChange[] => {
    const seated = changed.get(task.id)
    const next = seated?.status === 'cancelled' ? seated : withRules(seated ?? task, task, anew.get(task.id), one)
    return next === task ? [] : [{ task: { ...next, rev: task.rev + 1 }, was: task }]
  })
  return [...seating.open.map((task) => ({ task })), ...open]
}

/**
 * The tasks as they were before an amendment, where nobody has touched them since: a task of another revision than the
 * amendment left is somebody’s own by now.
 */
export function restoredTasks(
  tasks: readonly Task[],
  journal: readonly { readonly id: string; readonly rev: number; readonly was?: Task }[],
): readonly TaskChange[] {
  return tasks.flatMap((task) => {
    const entry = journal.find(({ id }) => id === task.id)
    if (entry?.was === undefined || entry.rev !== task.rev) return []
    return [{ task: { ...entry.was, rev: task.rev + 1 }, was: task }]
  })
}

/** Open tasks of the visit as they would be if they appeared now: where a new date and a new responsible come from. */
function bornAnew({ deal, is, tasks, org, at }: Case): ReadonlyMap<string, Task> {
  const others = tasks.filter(
    (task) => task.status !== 'open' || task.visit !== deal.visit.no || task.template === null,
  )
  return new Map(seatTasks({ deal, rules: is, tasks: others, org, at }).open.map((task) => [task.id, task]))
}

function withRules(next: Task, task: Task, anew: Task | undefined, { was, is, org }: Case): Task {
  const before = templateOf(was, task)
  const after = templateOf(is, task)
  if (task.status !== 'open' || before === undefined || after === undefined || anew === undefined) return next
  const person = before.by !== after.by && task.role === before.by ? personOf(anew) : {}
  const dated = before.due.text !== after.due.text && task.dueWhy.by === undefined
  const texts = before === after ? {} : textsOf(before, after, task)
  const own = withFact(next, before, after)
  if (!dated && own === next && Object.keys(person).length + Object.keys(texts).length === 0) return next
  const { look: _look, ...rest } = own
  if (dated) return { ...rest, ...person, ...texts, ...dateOf(anew) }
  const { standsInFor: _standsInFor, fallback: _fallback, ...others } = own
  const base = Object.keys(person).length === 0 ? own : others
  const changed: Task = { ...base, ...person, ...texts }
  return withLookOf(changed, climbOf(changed, is.model, changed.responsible, org))
}

function templateOf({ stage }: StageRules, { template }: Task): TaskTemplate | undefined {
  return stage.tasks.find(({ id }) => id === template)
}

function personOf({ responsible, role, standsInFor, fallback }: Task): Partial<Task> {
  return {
    responsible,
    role,
    ...(standsInFor === undefined ? {} : { standsInFor }),
    ...(fallback === undefined ? {} : { fallback }),
  }
}

function dateOf({ dueAt, dueWhy, lateAtBirth, look }: Task): Partial<Task> & Pick<Task, 'dueAt'> {
  return { dueAt, dueWhy, lateAtBirth, ...(look === undefined ? {} : { look }) }
}

/** With what closes it by itself now, where the amendment changed that: one that somebody has opened again stays open. */
function withFact(task: Task, before: TaskTemplate, after: TaskTemplate): Task {
  const [was, is] = [before, after].map(({ doneWhen }) => (doneWhen === undefined ? '' : paperFactText(doneWhen)))
  if (was === is) return task
  const { closesWhen: _closesWhen, ...plain } = task
  return after.doneWhen === undefined ? plain : { ...plain, closesWhen: after.doneWhen }
}

/** Only what the amendment changed: what is ticked off stays ticked off. */
function textsOf(before: TaskTemplate, after: TaskTemplate, task: Task): Partial<Task> {
  const isDone = (text: string) => task.checklist.some((item) => item.text === text && item.done)
  const isSameList = before.checklist.join('\n') === after.checklist.join('\n')
  return {
    ...(before.do === after.do ? {} : { do: after.do }),
    ...(isSameList ? {} : { checklist: after.checklist.map((text) => ({ text, done: isDone(text) })) }),
    ...(before.optional === after.optional ? {} : { required: !after.optional }),
    ...(listed(before.mayAlso) === listed(after.mayAlso) ? {} : { mayAlso: [...(after.mayAlso ?? [])] }),
    ...(before.onLeave === after.onLeave ? {} : { onLeave: after.onLeave }),
    ...(before.escalate === after.escalate ? {} : { escalate: after.escalate }),
  }
}

function listed(names: readonly string[] = []): string {
  return names.join(' ')
}
