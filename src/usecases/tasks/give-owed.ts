import { withLookOf, withMiss } from '#domain/deals/lateness'
import { reasonOf, withReason } from '#domain/deals/task-reasons'
import { askedOf, climbOf } from '#domain/deals/seating'
import { subjectOfTask } from '#domain/kernel/subject'
import { noticeId } from '#domain/people/notice-id'
import type { Ports } from '#ports/ports'
import type { Task } from '#schemas/task'
import { tell, type TellPorts } from '#usecases/people/tell'
import { again, whileOthersWrite } from '#usecases/while-others-write'

type Needs = TellPorts & Pick<Ports, 'deals'>

/** Whom a task goes to: for good, for as long as somebody is away, or back to whoever was. */
type Giving = {
  readonly to: string
  readonly how: 'for_good' | 'meanwhile' | 'back'
  /** Who gives it: whoever takes it themselves is not told of it. */
  readonly by?: string | null
  /** What was said when it was given, and by whom. */
  readonly said?: { readonly text: string; readonly by: string }
}

/**
 * Gives an open task of another subject than a deal to somebody, who is told; its date does not move, and what was missed
 * stays with whoever had it. False where it has changed hands or is not open any more: then nothing is written.
 */
export async function giveOwed(ports: Needs, task: Task, { to, how, by, said }: Giving): Promise<boolean> {
  const at = ports.clock.now()
  const [{ model }, people] = await Promise.all([ports.rules.current(), ports.people.load()])
  const isGiven = await whileOthersWrite(`The task ${task.id} was written`, async () => {
    const all = await ports.deals.tasksOfSubject(subjectOfTask(task))
    const now = all.find(({ id }) => id === task.id)
    const isSame = now?.responsible === task.responsible && now.standsInFor === task.standsInFor
    if (now?.status !== 'open' || !isSame) return false
    const { calendar } = climbOf(now, model, now.responsible, people)
    const { standsInFor: _standsInFor, ...own } = withMiss(
      withReason(now, reasonOf(said?.text, said?.by ?? '', at)),
      at,
      calendar,
    )
    const manner = {
      for_good: { ...askedOf(now), role: '' },
      meanwhile: { standsInFor: now.responsible },
      back: {},
    }[how]
    const next = withLookOf({ ...own, ...manner, responsible: to }, climbOf(now, model, to, people))
    return (await ports.deals.adjustTask({ ...next, rev: now.rev + 1 }, now.rev)) ? true : again
  })
  if (!isGiven) return false
  if (to === by) return true
  const told = { id: task.id, do: task.do, dueAt: task.dueAt }
  await tell(ports, to, { id: noticeId(at, `${task.id}#given#${task.rev}`), kind: 'task_given', at, task: told })
  return true
}
