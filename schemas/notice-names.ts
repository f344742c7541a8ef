/** Why somebody is told something. */
export const noticeKinds = [
  'task_overdue',
  'task_escalated',
  'task_given',
  'deal_stuck',
  'deal_idle',
  'reply_late',
  'deal_given',
  'lead_untaken',
  'automation',
  'plan_behind',
  'my_day',
  'team_week',
  'channel_failed',
  'webhook_disabled',
  'publish_failed',
  'mentioned',
  'reminded',
  'read_much',
  'clients_over',
  'key_ends',
  'key_unused',
  'key_left',
  'integration_silent',
  'exchange_silent',
  'file_loaded',
  'hidden_calls',
  'message_failed',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Ways to tell somebody beside the inbox. */
export const channelNames = ['email', 'telegram', 'webhook'] as const
export type ChannelName = (typeof channelNames)[number]

/** The events after which somebody is told. */
export const noticeEvents = [
  'task.overdue',
  'task.escalated',
  'deal.stuck',
  'deal.idle',
  'deal.reply_late',
  'automation.run',
  'task.added',
  'task.reassigned',
  'deal.created',
  'deal.owner_changed',
  'deal.commented',
] as const
