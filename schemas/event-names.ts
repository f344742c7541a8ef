/** Everything that can happen to a deal, one event a version: outbox, timeline and audit at once. */
export const eventNames = [
  'deal.created',
  'deal.updated',
  'deal.moved',
  'deal.lost',
  'deal.cancelled',
  'deal.reopened',
  'deal.owner_changed',
  'deal.event_posted',
  'deal.reattributed',
  'task.added',
  'task.done',
  'task.reopened',
  'task.reassigned',
  'task.rescheduled',
  'task.checked',
  'task.cancelled',
] as const
export type EventName = (typeof eventNames)[number]
