import type { Fields } from '#schemas/deal'
import type { Task } from '#schemas/task'
import { completeTask } from '#usecases/tasks/complete-task'
import { updateDeal } from '#usecases/deals/update-deal'
import { byWriters, fieldsOfTask } from './fill-fields'
import { randomOf } from './random'
import { byEmployee, look, minutesUntil, wait, type Scene } from './demo-scene'
import { wordsOf } from './company/demo-words'

/** How work on a stage ended: everything is done, the deal went on by itself, or now has come first. */
export type Worked = 'done' | 'moved' | 'over'

const mostTasks = 15

/** Does the tasks of the stage a deal is in, each by its responsible, most in time and some late. */
export async function doTasks(scene: Scene, dealId: string, amountMinor: number): Promise<Worked> {
  const { visit } = look(scene)
  const passedOver = new Set<string>()
  for (let count = 0; count < mostTasks; count += 1) {
    const deal = look(scene)
    if (deal.visit.no !== visit.no || (deal.status !== 'open' && deal.status !== 'won')) return 'moved'
    // oxlint-disable-next-line no-await-in-loop -- a task may bring the next one
    const task = next(scene, await scene.ports.deals.tasksOf(dealId), visit.no, passedOver)
    if (task === undefined) return 'done'
    if (!wait(scene, minutesFor(scene, task))) return 'over'
    scene.hands.add(task.responsible)
    // oxlint-disable-next-line no-await-in-loop -- what others write is there before the task is done
    const fields = await writtenByOthers(scene, fieldsOfTask(scene, deal, task.template, amountMinor), task.responsible)
    const comment = scene.random.chance(0.2) ? { comment: scene.random.pick(wordsOf(scene).comments) } : {}
    // oxlint-disable-next-line no-await-in-loop -- as above
    await scene.act(() =>
      completeTask(scene.ports, byEmployee(scene, task.responsible), task.id, {
        ...comment,
        ...(Object.keys(fields).length === 0 ? {} : { fields }),
      }),
    )
  }
  return 'done'
}

/** Lets those write their fields who alone may; what is left is for whoever is at it. */
export async function writtenByOthers(scene: Scene, fields: Fields, actor: string): Promise<Fields> {
  const deal = look(scene)
  const { own, others } = byWriters(scene, deal, fields, actor)
  for (const [writer, theirs] of others) {
    // oxlint-disable-next-line no-await-in-loop -- each changes the version of the deal
    await scene.act(() => updateDeal(scene.ports, byEmployee(scene, writer), deal.id, { fields: theirs }))
  }
  return own
}

/** The open task of the visit that is due first; of the optional ones only some are ever done. */
function next({ random }: Scene, tasks: readonly Task[], visit: number, passedOver: Set<string>): Task | undefined {
  const open = tasks
    .filter((task) => task.status === 'open' && task.visit === visit && !passedOver.has(task.id))
    .toSorted((a, b) => ((a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1))
  return open.find((task) => {
    if (task.required || random.chance(0.6)) return true
    passedOver.add(task.id)
    return false
  })
}

function minutesFor(scene: Scene, task: Task): number {
  const { random } = scene
  const left = task.dueAt === null ? 600 : minutesUntil(scene, task.dueAt)
  // Some people are always late; the same ones in every deal.
  const punctual = 0.68 + 0.3 * randomOf(task.responsible).next()
  if (random.chance(punctual)) return Math.max(10, left * (0.15 + random.next() * 0.8))
  return left + random.around(400, 0.9)
}
