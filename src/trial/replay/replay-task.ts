import { Refusal } from '#domain/kernel/refusal'
import { dealIdOf } from '#domain/kernel/task-id'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import { addTask } from '#usecases/tasks/add-task'
import { cancelTask } from '#usecases/tasks/cancel-task'
import { checkItem } from '#usecases/tasks/check-item'
import { completeTask } from '#usecases/tasks/complete-task'
import { reassignTask } from '#usecases/tasks/reassign-task'
import { reopenTask } from '#usecases/tasks/reopen-task'
import { rescheduleTask } from '#usecases/tasks/reschedule-task'
import { updateDeal } from '#usecases/deals/update-deal'
import { recordedCommand } from './replay-world'
import { dealNow, type Replaying } from './replaying'
import { takenValues } from './taken-values'

/** What a task is known by in another replay: its template, the rule that added it, or its own id. */
function nameOf(task: Pick<Task, 'id' | 'template' | 'createdBy'> | undefined, id: string): string {
  if (task?.template !== undefined && task.template !== null) return task.template
  const suffix = id.replace(/^task_[^-]+-\d+-/, '')
  // Ids of what the automation adds hang on the version of the deal, which need not be the same in a replay.
  return suffix.startsWith('0auto') ? (task?.createdBy ?? suffix) : /^[a-z][a-z0-9_]*$/.test(suffix) ? suffix : id
}

function recordedTask({ recorded }: Replaying, id: string): Task | undefined {
  return recorded.tasks.find((task) => task.id === id)
}

/** The task of the replay that a recorded one stands for, in the stay the deal is in, or kept from an earlier one. */
async function taskOf(replaying: Replaying, id: string): Promise<Task | undefined> {
  const { world, recorded } = replaying
  const name = nameOf(recordedTask(replaying, id), id)
  const tasks = await world.ports.deals.tasksOf(recorded.id)
  const deal = await dealNow(replaying)
  const same = tasks.filter((task) => task.id === id || nameOf(task, task.id) === name)
  const own = same.toSorted((a, b) => b.visit - a.visit)
  return (
    own.find(({ status, visit }) => status === 'open' && visit === deal.visit.no) ??
    own.find(({ status }) => status === 'open') ??
    own[0]
  )
}

/** That task, where it is still to be done. */
export async function openTaskOf(replaying: Replaying, id: string): Promise<Task | undefined> {
  const task = await taskOf(replaying, id)
  return task?.status === 'open' ? task : undefined
}

/** A task done on record that is not there yet is done when it appears, in the stay the deal is in. */
export function rememberDone(replaying: Replaying, id: string, { actor }: DomainEvent): void {
  replaying.doneBefore.set(nameOf(recordedTask(replaying, id), id), actor)
}

/** Does what was done on record before it appeared here. */
export async function doLate(replaying: Replaying): Promise<void> {
  const { world, recorded, doneBefore, people } = replaying
  for (let round = 0; round < 10 && doneBefore.size > 0; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- doing one task may bring the next
    const tasks = await world.ports.deals.tasksOf(recorded.id)
    const ready = tasks.find((task) => task.status === 'open' && doneBefore.has(nameOf(task, task.id)))
    const actor = ready === undefined ? undefined : doneBefore.get(nameOf(ready, ready.id))
    if (ready === undefined || actor === undefined) return
    doneBefore.delete(nameOf(ready, ready.id))
    // oxlint-disable-next-line no-await-in-loop -- the same
    await quietly(() => completeTask(world.ports, recordedCommand(actor, people), ready.id, {}))
    // oxlint-disable-next-line no-await-in-loop -- the same
    await world.settle()
  }
}

/** Does to a task what was done to it. What the rules do not ask for any more is left out. */
export async function replayOnTask(replaying: Replaying, event: DomainEvent): Promise<void> {
  const { world, people, recorded } = replaying
  const told = event.detail.task
  if (told === undefined) return
  const command = recordedCommand(event.actor, people)
  if (event.name === 'task.added') return quietly(() => add(replaying, event))
  const task = await taskOf(replaying, told.id)
  const { ports } = world
  const reason = event.detail.reason ?? 'As it was'
  switch (event.name) {
    case 'task.done':
      return done(replaying, event, task)
    case 'task.reopened':
      return task === undefined ? undefined : quietly(() => reopenTask(ports, command, task.id, { reason }))
    case 'task.cancelled':
      return task === undefined ? undefined : quietly(() => cancelTask(ports, command, task.id, { reason }))
    case 'task.reassigned':
      return task === undefined || task.responsible === told.responsible
        ? undefined
        : quietly(() => reassignTask(ports, command, task.id, { responsible: told.responsible, reason }))
    case 'task.rescheduled':
      return task === undefined
        ? undefined
        : quietly(() => rescheduleTask(ports, command, task.id, { dueAt: told.dueAt, reason }))
    case 'task.checked': {
      const item = task?.checklist.findIndex(({ text }) => text === told.was?.['item']) ?? -1
      if (task === undefined || item < 0) return undefined
      return quietly(() => checkItem(ports, command, task.id, { item, done: told.was?.['done'] !== true }))
    }
    default:
      throw new Error(`Nothing can be done again for ${event.name} of ${recorded.id}.`)
  }
}

async function done(replaying: Replaying, event: DomainEvent, task: Task | undefined): Promise<void> {
  const { world, people, recorded } = replaying
  const command = recordedCommand(event.actor, people)
  const fields = await takenValues(replaying, event, await dealNow(replaying))
  if (task?.status === 'open') return quietly(() => completeTask(world.ports, command, task.id, { fields }))
  if (task === undefined && event.detail.task !== undefined) rememberDone(replaying, event.detail.task.id, event)
  // What was written down with it is known all the same.
  if (Object.keys(fields).length > 0) await quietly(() => updateDeal(world.ports, command, recorded.id, { fields }))
}

async function add(replaying: Replaying, event: DomainEvent): Promise<unknown> {
  const { world, people, recorded } = replaying
  const told = event.detail.task
  if (told === undefined || dealIdOf(told.id) !== recorded.id) return undefined
  const suffix = told.id.replace(/^task_[^-]+-\d+-/, '')
  const was = recordedTask(replaying, told.id)
  replaying.nameNext(`task_${suffix}`)
  return addTask(world.ports, recordedCommand(event.actor, people), recorded.id, {
    do: told.do,
    responsible: told.responsible,
    ...(told.dueAt === null ? { due: '1 working day' } : { dueAt: told.dueAt }),
    ...(was === undefined ? {} : { required: was.required, keep: was.onLeave === 'keep' }),
  })
}

/** Whoever is refused something of no weight in a replay is refused it silently: the deal goes on without it. */
export async function quietly(run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
