import type { DomainEvent } from '#schemas/event'
import { nameFor } from '#trial/company'
import { taskName, type TrialScene } from '#trial/trial-scene'
import type { SimulatedLine } from './simulated-line'
import type { SimulationWords } from './simulation-en'

/** A year of silence: after that nothing new comes. */
const longestMs = 366 * 86_400_000

/** What time alone brings about for the deal of a scene, which nobody does anything with. */
export async function idleLines(
  { world, dealId }: TrialScene,
  { depth, words }: { readonly depth: SimulatedLine['depth']; readonly words: SimulationWords },
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
      const text = textOf(event, { nameOf, task: taskOf(event), words })
      const { line } = event.detail.alert ?? {}
      return text === undefined ? [] : [{ at: event.at, depth, text, ...(line === undefined ? {} : { line }) }]
    })
}

function textOf(
  { name, detail: { alert } }: DomainEvent,
  ask: { readonly nameOf: (person: string) => string; readonly task: string; readonly words: SimulationWords },
): string | undefined {
  const { nameOf, task, words } = ask
  const people = (alert?.notify ?? []).map(nameOf)
  const told = people.length === 0 ? '' : words.told(people.join(', '), people.length)
  const step = { no: alert?.step, ladder: alert?.ladder, told }
  switch (name) {
    case 'task.overdue':
      return words.late(task)
    case 'task.escalated':
      return words.climbed(task, step, alert?.giveTo === undefined ? '' : words.given(nameOf(alert.giveTo)))
    case 'deal.stuck':
      return words.stuck(step)
    case 'deal.idle':
      return words.untouched(told)
    case 'deal.reply_late':
      return words.unanswered(told)
    default:
      return undefined
  }
}
