import { plainText } from '#domain/rules/task-text'
import type { DomainEvent, EventName } from '#schemas/event'
import type { noticeEvents } from '#schemas/notice-names'
import type { Notice, NoticeKind } from '#schemas/notice'
import { noticeId } from '#domain/people/notice-id'

/** Somebody who is told, and what. */
export type Told = { readonly employee: string; readonly notice: Notice }

/** How long a notice is kept; an event that is older tells nobody anything any more. */
export const noticeDays = 180

const kindOf: Readonly<Partial<Record<EventName, NoticeKind>>> = {
  'task.overdue': 'task_overdue',
  'task.escalated': 'task_escalated',
  'deal.stuck': 'deal_stuck',
  'deal.idle': 'deal_idle',
  'deal.reply_late': 'reply_late',
  'automation.run': 'automation',
  'task.added': 'task_given',
  'task.reassigned': 'task_given',
  'deal.created': 'deal_given',
  'deal.owner_changed': 'deal_given',
  'deal.commented': 'mentioned',
} satisfies Record<(typeof noticeEvents)[number], NoticeKind>

/** Who is told what after an event, each once. Imported history tells nobody, and nobody is told what they did themselves. */
export function noticesOf(event: DomainEvent): readonly Told[] {
  const kind = kindOf[event.name]
  if (kind === undefined || event.actor.kind === 'import') return []
  const { untaken } = event.detail
  const told = [...new Set(toldOf(event))]
    .filter((employee) => employee !== untaken?.told)
    .map((employee) => ({ employee, notice: noticeOf(event, kind) }))
  if (untaken?.told === undefined) return told
  const { role, line } = untaken
  return [...told, { employee: untaken.told, notice: { ...noticeOf(event, 'lead_untaken'), role, line } }]
}

function toldOf({ name, actor, detail }: DomainEvent): readonly string[] {
  if (detail.alert !== undefined) return detail.alert.notify
  if (detail.attached !== undefined) return (detail.attached.mentions ?? []).filter((one) => one !== actor.id)
  const isTask = name === 'task.added' || name === 'task.reassigned'
  const given = isTask ? detail.task?.responsible : givenDeal(name, detail.deal.owner)
  return given === undefined || given === actor.id ? [] : [given]
}

function givenDeal(name: EventName, owner: string): string | undefined {
  return name === 'deal.created' || name === 'deal.owner_changed' ? owner : undefined
}

function noticeOf(event: DomainEvent, kind: NoticeKind): Notice {
  const { task, alert, run, title, dealId } = event.detail
  const rule = run?.rule ?? alert?.ladder
  const line = run?.line ?? alert?.line
  const why = run?.actions.find((action) => !action.done && action.why !== undefined)?.why
  return {
    id: noticeId(event.at, `${event.id}#${kind}`),
    kind,
    at: event.at,
    event: event.id,
    deal: { id: dealId, title: title ?? '' },
    ...(task === undefined ? {} : { task: { id: task.id, do: plainText(task.do), dueAt: task.dueAt } }),
    ...(event.actor.kind === 'employee' ? { by: event.actor.id } : {}),
    ...(alert === undefined ? {} : { since: alert.since }),
    ...(rule === undefined ? {} : { rule }),
    ...(line === undefined ? {} : { line }),
    ...(run === undefined ? {} : { outcome: run.outcome }),
    ...(why === undefined ? {} : { why }),
  }
}
