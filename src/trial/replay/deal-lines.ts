import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import { shownTime } from '#trial/judge'
import { replayEn } from './replay-en'
import type { ReplayWords } from './replay-en'
import type { Replayed } from './replaying'

/** One line in the life of a deal. */
export type LifeLine = { readonly at: string; readonly text: string }

/** The life of a replayed deal in words: where it went, what was stopped, which tasks came, were done or were missed. */
export function lifeLines(
  { history, tasks, stops, refused, lost }: Replayed,
  zone: string,
  { life } = replayEn,
): readonly LifeLine[] {
  const lines: LifeLine[] = [
    ...history.flatMap((event) => eventLine(event, life) ?? []),
    ...stops.map(({ at, to, missing }) => ({ at, text: life.stopped(to, missing.join(', ')) })),
    ...refused.map(({ at, value, ...one }) => ({ at, text: life.refused({ ...one, values: [value] }) })),
    ...tasks.flatMap((task) => taskLines(task, zone, life)),
    ...(lost === undefined ? [] : [{ at: lost.at, text: life.lost(lost.what) }]),
  ]
  return lines
    .map((line, no) => ({ line, no }))
    .toSorted((a, b) => (a.line.at < b.line.at ? -1 : a.line.at > b.line.at ? 1 : a.no - b.no))
    .map(({ line }) => line)
}

type LifeWords = ReplayWords['life']

function eventLine(event: DomainEvent, words: LifeWords): LifeLine | undefined {
  const text = eventText(event, words)
  return text === undefined ? undefined : { at: event.at, text }
}

function eventText({ name, detail, actor }: DomainEvent, words: LifeWords): string | undefined {
  const { deal, alert, run } = detail
  switch (name) {
    case 'deal.created':
      return `→ ${deal.pipeline}: ${deal.stage}`
    case 'deal.moved': {
      const by = actor.kind === 'automation' ? words.rule(actor.id) : actor.id
      return `→ ${deal.status === 'completed' ? words.completed : deal.stage} (${by})`
    }
    case 'deal.lost':
      return words.closed('lost', detail.reason)
    case 'deal.cancelled':
      return words.closed('cancelled', detail.reason)
    case 'deal.reopened':
      return words.closed('reopened', detail.reason)
    case 'deal.event_posted':
      return words.event(detail.event)
    case 'deal.owner_changed':
      return words.owner(deal.owner)
    case 'deal.replied':
      return words.answered
    case 'automation.run':
      return words.run(run?.rule, run?.outcome)
    default:
      return alertText(name, detail.task, { alert, words })
  }
}

function alertText(
  name: DomainEvent['name'],
  task: DomainEvent['detail']['task'],
  { alert, words }: { readonly alert: DomainEvent['detail']['alert']; readonly words: LifeWords },
): string | undefined {
  const people = (alert?.notify ?? []).join(', ')
  switch (name) {
    case 'deal.stuck':
      return words.alert('stuck', people)
    case 'deal.idle':
      return words.alert('idle', people)
    case 'deal.reply_late':
      return words.alert('reply_late', people)
    case 'task.escalated': {
      const told = people === '' ? '' : words.told(people)
      return `${words.late(task?.template ?? task?.do ?? '')}${told}${alert?.giveTo === undefined ? '' : words.given(alert.giveTo)}`
    }
    default:
      return undefined
  }
}

function taskLines(task: Task, zone: string, words: LifeWords): readonly LifeLine[] {
  const name = task.template ?? task.createdBy
  const due = task.dueAt === null ? undefined : shownTime(zone, task.dueAt)
  const opened = { at: task.createdAt, text: words.opened(name, task.responsible, due) }
  if (task.status === 'done' && task.doneAt !== undefined) {
    return [opened, { at: task.doneAt, text: words.done(name, task.firstMissedDueAt !== undefined) }]
  }
  if (task.status === 'cancelled' && task.cancelledAt !== undefined) {
    return [opened, { at: task.cancelledAt, text: words.dropped(name, task.cancelReason) }]
  }
  return [opened]
}
