import type { DomainEvent } from '#schemas/event'
import { nameFor } from './company'
import { taskName, type TrialScene } from './scene'
import type { SimulatedLine } from './simulate-deal'

/** How it is told that a client was promised an answer and has none. */
export const awaited = 'the client still waits for an answer'

/** A year of silence: after that nothing new comes. */
const longestMs = 366 * 86_400_000

/** What time alone brings about for the deal of a scene, which nobody does anything with. */
export async function idleLines(
  { world, dealId }: TrialScene,
  depth: SimulatedLine['depth'],
): Promise<readonly SimulatedLine[]> {
  const before = world.history().length
  await world.passTo(new Date(Date.parse(world.now()) + longestMs).toISOString())
  const [deal, tasks, people] = await Promise.all([
    world.ports.deals.find(dealId),
    world.ports.deals.tasksOf(dealId),
    world.ports.people.load(),
  ])
  const owner = deal?.owner ?? ''
  const nameOf = (person: string): string => nameFor(person, owner, people)
  const taskOf = ({ detail }: DomainEvent): string => {
    const task = tasks.find(({ id }) => id === detail.task?.id)
    return task === undefined ? (detail.task?.do ?? '') : taskName(task)
  }
  return world
    .history()
    .slice(before)
    .flatMap((event) => {
      const text = textOf(event, { nameOf, task: taskOf(event) })
      const { line } = event.detail.alert ?? {}
      return text === undefined ? [] : [{ at: event.at, depth, text, ...(line === undefined ? {} : { line }) }]
    })
}

function textOf(
  { name, detail: { alert } }: DomainEvent,
  { nameOf, task }: { readonly nameOf: (person: string) => string; readonly task: string },
): string | undefined {
  const told = (alert?.notify ?? []).map(nameOf).join(', ')
  const tells = told === '' ? '' : `, ${told} ${(alert?.notify.length ?? 0) > 1 ? 'are' : 'is'} told`
  switch (name) {
    case 'task.overdue':
      return `! ${task} is late`
    case 'task.escalated':
      return `! ${task}, step ${alert?.step} of ${alert?.ladder}${tells}${alert?.giveTo === undefined ? '' : `, given to ${nameOf(alert.giveTo)}`}`
    case 'deal.stuck':
      return alert?.step === undefined
        ? '! the deal is stuck'
        : `! stuck, step ${alert.step} of ${alert.ladder}${tells}`
    case 'deal.idle':
      return `! nobody touches the deal${tells}`
    case 'deal.reply_late':
      return `! ${awaited}${tells}`
    default:
      return undefined
  }
}
