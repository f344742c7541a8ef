import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import { shownTime } from './judge'
import type { Replayed } from './replaying'

/** One line in the life of a deal. */
export type LifeLine = { readonly at: string; readonly text: string }

/** The life of a replayed deal in words: where it went, what was stopped, which tasks came, were done or were missed. */
export function lifeLines({ history, tasks, stops, lost }: Replayed, zone: string): readonly LifeLine[] {
  const lines: LifeLine[] = [
    ...history.flatMap((event) => eventLine(event) ?? []),
    ...stops.map(({ at, to, missing }) => ({ at, text: `✗ stopped on the way to ${to}: ${missing.join(', ')}` })),
    ...tasks.flatMap((task) => taskLines(task, zone)),
    ...(lost === undefined ? [] : [{ at: lost.at, text: `✗ there is no ${lost.what} any more` }]),
  ]
  return lines
    .map((line, no) => ({ line, no }))
    .toSorted((a, b) => (a.line.at < b.line.at ? -1 : a.line.at > b.line.at ? 1 : a.no - b.no))
    .map(({ line }) => line)
}

function eventLine({ name, at, detail, actor }: DomainEvent): LifeLine | undefined {
  const { deal, alert, run } = detail
  const by = actor.kind === 'automation' ? `rule ${actor.id}` : actor.id
  switch (name) {
    case 'deal.created':
      return { at, text: `→ ${deal.pipeline}: ${deal.stage}` }
    case 'deal.moved':
      return { at, text: `→ ${deal.status === 'completed' ? 'completed' : deal.stage} (${by})` }
    case 'deal.lost':
    case 'deal.cancelled':
    case 'deal.reopened':
      return { at, text: `${name.slice('deal.'.length)}${detail.reason === undefined ? '' : `: ${detail.reason}`}` }
    case 'deal.event_posted':
      return { at, text: `event ${detail.event}` }
    case 'deal.owner_changed':
      return { at, text: `owner ${deal.owner}` }
    case 'deal.replied':
      return { at, text: 'answered' }
    case 'automation.run':
      return { at, text: `rule ${run?.rule}: ${run?.outcome}` }
    case 'deal.stuck':
    case 'deal.idle':
    case 'deal.reply_late':
      return { at, text: `! ${name.slice('deal.'.length)}, told ${(alert?.notify ?? []).join(', ')}` }
    case 'task.escalated': {
      const given = alert?.giveTo === undefined ? '' : `, given to ${alert.giveTo}`
      const told = (alert?.notify ?? []).length === 0 ? '' : `, told ${alert?.notify.join(', ')}`
      return { at, text: `! ${detail.task?.template ?? detail.task?.do} late${told}${given}` }
    }
    default:
      return undefined
  }
}

function taskLines(task: Task, zone: string): readonly LifeLine[] {
  const name = task.template ?? task.createdBy
  const due = task.dueAt === null ? 'no date' : `due ${shownTime(zone, task.dueAt)}`
  const opened = { at: task.createdAt, text: `+ ${name} (${task.responsible}, ${due})` }
  if (task.status === 'done' && task.doneAt !== undefined) {
    return [opened, { at: task.doneAt, text: `✓ ${name}${task.firstMissedDueAt === undefined ? '' : ', late'}` }]
  }
  if (task.status === 'cancelled' && task.cancelledAt !== undefined) {
    return [opened, { at: task.cancelledAt, text: `– ${name} (${task.cancelReason})` }]
  }
  return [opened]
}
