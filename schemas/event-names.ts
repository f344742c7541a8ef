/** Everything that can happen to a deal, one event a version: outbox, timeline and audit at once. */
export const changeNames = [
  'deal.created',
  'deal.updated',
  'deal.moved',
  'deal.lost',
  'deal.cancelled',
  'deal.reopened',
  'deal.owner_changed',
  'deal.event_posted',
  'deal.reattributed',
  'deal.replied',
  'deal.reseated',
  'task.added',
  'task.done',
  'task.reopened',
  'task.reassigned',
  'task.rescheduled',
  'task.checked',
  'task.cancelled',
] as const

/**
 * What Norma notes beside a deal without changing it: that time has passed, that a rule ran. A note has the id
 * `<dealId>:<version>~<what>` after the version it was made at, and does not make a new one.
 */
export const noteNames = [
  'task.overdue',
  'task.escalated',
  'deal.stuck',
  'deal.idle',
  'deal.reply_late',
  'automation.run',
  'deal.commented',
  'deal.file_added',
] as const

export const eventNames = [...changeNames, ...noteNames] as const
export type EventName = (typeof eventNames)[number]

/** What happens to other subjects than deals. */
export const subjectEventNames = [
  'client.created',
  'client.changed',
  'client.merged',
  'client.unmerged',
  'arrival.received',
  'message.queued',
  'exchange.received',
  'load.asked',
] as const
export type SubjectEventName = (typeof subjectEventNames)[number]
