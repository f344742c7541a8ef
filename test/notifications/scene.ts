import type { DomainEvent } from '#schemas/event'
import type { NotificationSettings } from '#schemas/notice'
import { defaultSettings } from '#domain/people/quiet'
import type { OutgoingMessage, SendMessage } from '#ports/notices'
import type { Ports } from '#ports/ports'

/** A note that a task of a deal is overdue, for these people. */
export function overdueEvent(more: { readonly notify: readonly string[] } & Partial<DomainEvent>): DomainEvent {
  const { notify, ...rest } = more
  return {
    id: 'deal_1:3~overdue-task_1',
    name: 'task.overdue',
    schemaVersion: 1,
    at: '2026-12-01T09:00:00.000Z',
    actor: { kind: 'system', id: 'sweep-due' },
    configVersion: 1,
    correlationId: 'cor_1',
    causationId: null,
    detail: {
      dealId: 'deal_1',
      deal: { status: 'open', pipeline: 'b2b_new', stage: 'presentation', visit: 1, owner: 'anna', amountMinor: 0 },
      title: 'Coffee machines',
      task: {
        id: 'task_1',
        template: 'send_deck',
        do: 'Send the deck',
        visit: 1,
        responsible: 'anna',
        dueAt: '2026-12-01T08:59:00.000Z',
      },
      alert: { reason: 'overdue', since: '2026-12-01T08:59:00.000Z', notify: [...notify] },
    },
    ...rest,
  }
}

/** Settings that differ from those of somebody who has said nothing. */
export function settingsWith(more: Partial<NotificationSettings>): NotificationSettings {
  return { ...defaultSettings, ...more }
}

/** Everything that lies in somebody's inbox, the newest first. */
export async function inboxOf(ports: Ports, employee: string) {
  return (await ports.notices.inbox(employee, { limit: 100 })).items
}

/** A channel that keeps what it was given, and fails as long as it is told to. */
export function aChannel(): {
  send: SendMessage
  sent: OutgoingMessage[]
  failWith: (error: Error | undefined) => void
} {
  const sent: OutgoingMessage[] = []
  let failure: Error | undefined
  return {
    sent,
    failWith: (error) => {
      failure = error
    },
    send: (message) => {
      if (failure !== undefined) return Promise.reject(failure)
      sent.push(message)
      return Promise.resolve()
    },
  }
}
