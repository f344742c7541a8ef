import Type from 'typebox'

import { loadKinds } from './lists/load-kinds'
import { metrics, planScopes } from './plan-names'
import { languages } from './language-names'
import { channelNames, noticeKinds } from './notice-names'
import { Saying } from './saying'
import { day, instant, line, nullable, shape, words } from './shape'

export type { ChannelName, NoticeKind } from './notice-names'

/** Where a row of the plan stood when somebody was told. Sums in minor units of company currency. */
export type PlanStanding = Type.Static<typeof PlanStanding>
export const PlanStanding = shape('PlanStanding', {
  period: Type.String(),
  metric: words(metrics),
  scope: words(planScopes),
  id: Type.String(),
  name: Type.String(),
  currency: Type.String(),
  plan: nullable(Type.Integer()),
  fact: Type.Integer(),
  percent: nullable(Type.Number({ description: 'Fact over plan' })),
  expected: nullable(Type.Integer({ description: 'Where the fact should be by working days' })),
  needPerDay: nullable(Type.Integer({ description: 'What each remaining working day must bring' })),
  below: Type.Optional(Type.Number({ description: 'The step of when_behind: percent of the pace' })),
  line: Type.Optional(Type.Integer({ description: 'Line of the step in the file' })),
})

/** A task as a notice names it. */
export const NoticeTask = shape('NoticeTask', {
  id: Type.String(),
  do: Type.String(),
  dueAt: nullable(Type.String()),
  statement: Type.Optional(
    Type.String({ description: 'The statement that its payment came with: told once for all payments of it' }),
  ),
})

/** What somebody's day begins with. */
export type MyDay = Type.Static<typeof MyDay>
export const MyDay = shape('MyDay', {
  on: day('The day it is about'),
  overdue: Type.Integer(),
  today: Type.Integer(),
  undated: Type.Integer(),
  isMore: Type.Boolean({ description: 'There are more tasks than were counted' }),
  first: Type.Array(NoticeTask, { description: 'The tasks to begin with, at most 10' }),
  plan: Type.Optional(PlanStanding),
})

/** What a head's week begins with. */
export type TeamWeek = Type.Static<typeof TeamWeek>
export const TeamWeek = shape('TeamWeek', {
  on: day('The day it is told'),
  department: Type.String({ description: 'Name of the department' }),
  plan: Type.Optional(PlanStanding),
  people: Type.Array(
    shape('TeamMember', {
      id: Type.String(),
      name: Type.String(),
      percent: nullable(Type.Number()),
      overdue: Type.Integer(),
    }),
  ),
})

/** One thing somebody is told, as it is kept. */
export type Notice = Type.Static<typeof Notice>
export const Notice = shape('Notice', {
  id: Type.String(),
  kind: words(noticeKinds),
  at: instant('When it happened'),
  deal: Type.Optional(shape('NoticeDeal', { id: Type.String(), title: Type.String() })),
  task: Type.Optional(NoticeTask),
  field: Type.Optional(
    shape(
      'NoticeField',
      { id: Type.String(), name: Type.String(), builtIn: Type.Boolean() },
      'The field that waits to be filled in',
    ),
  ),
  event: Type.Optional(Type.String({ description: 'The event it follows from' })),
  by: Type.Optional(Type.String({ description: 'Name of whoever did it' })),
  since: Type.Optional(Type.String({ description: 'Instant since which it is late' })),
  rule: Type.Optional(Type.String({ description: 'Automation rule or ladder of the file' })),
  next: Type.Optional(
    shape(
      'NoticeNext',
      {
        to: Type.Array(Type.String(), { description: 'Roles of the file by name; owner, owner_manager' }),
        gives: Type.Boolean({ description: 'They get the task' }),
      },
      'Who is told next where nothing changes',
    ),
  ),
  line: Type.Optional(Type.Integer({ description: 'Line of the rule in its version of the file' })),
  role: Type.Optional(Type.String({ description: 'The role that nobody active is in' })),
  outcome: Type.Optional(Type.String({ description: 'What became of an automatic run' })),
  plan: Type.Optional(PlanStanding),
  day: Type.Optional(MyDay),
  week: Type.Optional(TeamWeek),
  channel: Type.Optional(words(channelNames, { description: 'The channel that could not be reached' })),
  integration: Type.Optional(shape('NoticeIntegration', { id: Type.String(), name: Type.String() })),
  load: Type.Optional(
    shape(
      'NoticeLoad',
      {
        what: words(loadKinds),
        name: Type.String(),
        added: Type.Integer({ description: 'What it brought' }),
        known: Type.Integer({ description: 'What was here before' }),
        refused: Type.Integer({ description: 'What could not be taken' }),
        asks: Type.Integer({ description: 'Payments of which somebody has to say something' }),
      },
      'A file that was loaded in the background',
    ),
  ),
  key: Type.Optional(shape('NoticeKey', { id: Type.String(), name: Type.String() })),
  webhook: Type.Optional(shape('NoticeWebhook', { id: Type.String(), url: Type.String() })),
  why: Type.Optional(Type.String({ description: 'Why, in the words of whoever said no' })),
  whyRu: Type.Optional(Type.String({ description: 'The same in Russian, where it is known' })),
  count: Type.Optional(Type.Integer({ description: 'How many there were' })),
  readAt: Type.Optional(instant('When it was read')),
})

/** A notice in the words of the person's language. */
export type InboxItem = Type.Static<typeof InboxItem>
export const InboxItem = shape('InboxItem', { notice: Notice, title: Type.String(), text: Type.String() })

/** A page of the inbox, the newest first. */
export const InboxPage = shape('InboxPage', {
  items: Type.Array(InboxItem),
  unread: Type.Integer({ description: 'How many are unread, of the last half year; 100 means 100 or more' }),
})

/** Marks a notice as read, or as unread again. */
export type MarkRead = Type.Static<typeof MarkRead>
export const MarkRead = shape('MarkRead', { read: Type.Optional(Type.Boolean({ description: 'true where absent' })) })

/** Marks everything as read. */
export type MarkAllRead = Type.Static<typeof MarkAllRead>
export const MarkAllRead = shape('MarkAllRead', {
  until: Type.Optional(instant('Only what happened up to then; everything where absent')),
})

/** How many were marked. */
export const MarkedRead = shape('MarkedRead', { marked: Type.Integer() })

const switchOf = (description: string) => Type.Boolean({ description })

/** How somebody wants to be told. */
export type NotificationSettings = Type.Static<typeof NotificationSettings>
export const NotificationSettings = shape('NotificationSettings', {
  language: words(languages),
  email: switchOf('Tell by e-mail, to the address of the employee'),
  telegram: nullable(
    Type.String({ pattern: '^-?\\d{1,20}$', description: 'Id of the chat with the bot; null: not by Telegram' }),
  ),
  webhook: nullable(line({ maxLength: 1000, description: 'https address that is posted to; null: none' })),
  digest: switchOf('What comes close together is one message'),
  quiet: switchOf('Nothing outside working time by the person’s own calendar'),
  myDay: switchOf('What the day holds, when it opens'),
  inboxOnly: Type.Optional(
    Type.Array(words(noticeKinds), {
      uniqueItems: true,
      maxItems: noticeKinds.length,
      description: 'What stays in the inbox and is sent by no channel; nothing where absent',
    }),
  ),
})

/** One message on its way to somebody, or what became of it. */
export type Delivery = Type.Static<typeof Delivery>
export const Delivery = shape('Delivery', {
  id: Type.String({ description: 'Notice it carries, and channel' }),
  channel: words(channelNames),
  state: words(['waiting', 'sent', 'given_up']),
  createdAt: instant('When it was written'),
  nextAt: Type.Optional(instant('When it is tried, or tried again')),
  attempts: Type.Integer(),
  sentAt: Type.Optional(instant('When the channel took it')),
  error: Type.Optional(Type.String({ description: 'What went wrong last' })),
  said: Type.Optional(Type.Array(Saying, { description: 'The same by the keys of its sentences, where it has them' })),
  message: Type.Optional(Type.String({ description: 'The message it went out in: the same for a whole digest' })),
})
export const DeliveryPage = shape('DeliveryPage', { items: Type.Array(Delivery) })

/** Whether the tasks of the caller can be read as a calendar, and where; the address is shown once, when it is made. */
export type CalendarFeed = Type.Static<typeof CalendarFeed>
export const CalendarFeed = shape('CalendarFeed', {
  shared: Type.Boolean(),
  since: Type.Optional(instant('When the address was made')),
  path: Type.Optional(Type.String({ description: 'Path of the feed: whoever knows it can read the tasks' })),
})

/** Makes a new address for the calendar (the old one ceases), or takes it away. */
export type ShareCalendar = Type.Static<typeof ShareCalendar>
export const ShareCalendar = shape('ShareCalendar', { shared: Type.Boolean() })

/** An iCalendar file (RFC 5545). */
export const CalendarFile = shape('CalendarFile', { text: Type.String() })
