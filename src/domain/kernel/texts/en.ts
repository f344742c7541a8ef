import type { Notice, PlanStanding } from '#schemas/notice'
import type { Format } from './format'
import type { NoticeTexts } from './notice-texts'

const tasks = { one: 'task', other: 'tasks' }

const outcomes: Readonly<Record<string, string>> = {
  done: 'did its work',
  stopped: 'was stopped',
  too_deep: 'was stopped because rules set off one another',
  paused: 'did nothing because it is paused',
}

/** Everything Norma tells people, in English. */
export const en: NoticeTexts = {
  notices: {
    task_overdue: (notice, format) => ({
      title: `Overdue: ${taskOf(notice)}`,
      text: lines(dealLine(notice), dueLine(notice, format)),
    }),
    task_escalated: (notice, format) => ({
      title:
        notice.count === undefined
          ? `Still not done: ${taskOf(notice)}`
          : `Nobody reached in ${format.counted(notice.count, { one: 'try', other: 'tries' })}: ${taskOf(notice)}`,
      text: lines(dealLine(notice), dueLine(notice, format), nextLine(notice), paymentsLine(notice)),
    }),
    reminded: (notice, format) => ({
      title: `The deal waits for you: ${notice.field?.name ?? taskOf(notice)}`,
      text: lines(dealLine(notice), dueLine(notice, format), byLine(notice)),
    }),
    read_much: (notice) => ({
      title: `${notice.by ?? ''} reads more clients than usual`,
      text: 'More cards or numbers of other people’s clients were opened today than the budget of a day. At twice the budget nothing more is shown until you allow it.',
    }),
    clients_over: ({ count = 0 }, format) => ({
      title: `${format.counted(count, { one: 'client is', other: 'clients are' })} to be erased by the rules`,
      text: 'The time to keep them is over in some days. Look on Company, Personal data, and on their cards: whatever happens with them until then keeps them.',
    }),
    key_ends: ({ key, since, at }, format) => ({
      title: `The API key “${key?.name ?? ''}” ends ${format.instant(since ?? at)}`,
      text: 'The program that uses it will be turned away from then on. Give it a new secret on Company, API keys.',
    }),
    key_unused: ({ key, since, at }, format) => ({
      title: `Nobody uses the API key “${key?.name ?? ''}”`,
      text: `It was last used, or made, ${format.instant(since ?? at)}. Take it away on Company, API keys, where it is not needed.`,
    }),
    key_left: ({ key, by, since, at }, format) => ({
      title: `Nobody answers for the API key “${key?.name ?? ''}”`,
      text: lines(
        by === undefined ? undefined : `${by} has left.`,
        `It works until ${format.instant(since ?? at)}. Give it to somebody else on Company, API keys.`,
      ),
    }),
    mentioned: (notice) => ({
      title: `You are mentioned in a comment: ${dealOf(notice)}`,
      text: lines(byLine(notice)),
    }),
    task_given: (notice, format) => ({
      title: `A task for you: ${taskOf(notice)}`,
      text: lines(dealLine(notice), dueLine(notice, format), byLine(notice), paymentsLine(notice)),
    }),
    deal_stuck: (notice, format) => ({
      title: `Stuck: ${dealOf(notice)}`,
      text: lines(`It has stayed in its stage too long since ${sinceOf(notice, format)}.`, nextLine(notice)),
    }),
    deal_idle: (notice, format) => ({
      title: `Nothing happens in ${dealOf(notice)}`,
      text: lines(
        `Nobody has done anything since ${sinceOf(notice, format)}, and nothing is planned.`,
        nextLine(notice),
      ),
    }),
    reply_late: (notice, format) => ({
      title: `No answer yet: ${dealOf(notice)}`,
      text: lines(`The client should have been answered by ${sinceOf(notice, format)}.`, nextLine(notice)),
    }),
    deal_given: (notice) => ({ title: `A deal for you: ${dealOf(notice)}`, text: lines(byLine(notice)) }),
    lead_untaken: (notice) => ({
      title: `Nobody to take it: ${dealOf(notice)}`,
      text: lines(
        `Nobody active is in the role “${notice.role ?? ''}”, so the new deal went to whoever is next. Put somebody in the role.`,
      ),
    }),
    automation: (notice) => ({
      title: `Automation ${outcomes[notice.outcome ?? ''] ?? 'ran'}: ${dealOf(notice)}`,
      text: lines(notice.why),
    }),
    plan_behind: ({ plan }, format) => ({
      title: plan === undefined ? 'Behind the plan' : `Behind the plan: ${nameOf(plan)}, ${format.period(plan.period)}`,
      text: plan === undefined ? '' : lines(standing(plan, format), belowLine(plan, format)),
    }),
    my_day: ({ day }, format) => ({
      title: day === undefined ? 'Your day' : `Your ${format.day(day.on)}`,
      text:
        day === undefined
          ? ''
          : lines(
              `Overdue: ${format.counted(day.overdue, tasks)}. Today: ${format.counted(day.today, tasks)}. Without a date: ${format.counted(day.undated, tasks)}.`,
              day.isMore ? 'There are more than were counted.' : undefined,
              ...day.first.map(
                (task) => `• ${task.do}${task.dueAt === null ? '' : ` (${format.instant(task.dueAt)})`}`,
              ),
              day.plan && standing(day.plan, format),
            ),
    }),
    team_week: ({ week }, format) => ({
      title: week === undefined ? 'Your team’s week' : `The week of ${week.department}`,
      text:
        week === undefined
          ? ''
          : lines(
              week.plan && standing(week.plan, format),
              ...week.people.map(
                ({ name, percent, overdue }) =>
                  `• ${name}: ${percent === null ? 'no plan' : format.percent(percent)}, overdue ${format.counted(overdue, tasks)}`,
              ),
            ),
    }),
    channel_failed: ({ channel, why }) => ({
      title: `We could not reach you by ${channel === 'email' ? 'e-mail' : (channel ?? 'a channel')}`,
      text: lines(why, 'Everything is in the inbox. Check your notification settings.'),
    }),
    integration_silent: ({ integration, since }, format) => ({
      title: `Nothing comes any more by “${integration?.name ?? 'an integration'}”`,
      text: lines(
        since === undefined
          ? undefined
          : `The last came ${format.instant(since)}. Usually there is more in working time.`,
        'Look on Company, Integrations, and in the account of the provider: what clients send meanwhile is lost there.',
      ),
    }),
    exchange_silent: ({ integration, since }, format) => ({
      title: `“${integration?.name ?? '1C'}” has not exchanged with Norma for a working day`,
      text: lines(
        since === undefined ? undefined : `The last exchange that ended well was ${format.instant(since)}.`,
        'Look on “Exchange with 1C” and at the schedule of the exchange in 1C: invoices do not get there meanwhile.',
      ),
    }),
    file_loaded: ({ load, why }, format) => ({
      title: `${why === undefined ? '' : 'Not loaded: '}${load?.what === 'statement' ? 'statement' : 'register'} “${load?.name ?? ''}”`,
      text:
        why ??
        lines(
          `New: ${format.number(load?.added ?? 0)}. Here before: ${format.number(load?.known ?? 0)}. Not taken: ${format.number(load?.refused ?? 0)}.`,
          (load?.asks ?? 0) === 0
            ? undefined
            : `${format.counted(load?.asks ?? 0, { one: 'payment waits', other: 'payments wait' })} to be matched: page Payments.`,
        ),
    }),
    hidden_calls: ({ count = 0 }, format) => ({
      title: `${format.counted(count, { one: 'missed call', other: 'missed calls' })} with a hidden number`,
      text: lines('Nobody can be called back.', 'Whoever rings again and gets through is owed nothing more.'),
    }),
    message_failed: ({ integration, why }) => ({
      title: `Your message was not delivered${integration === undefined ? '' : ` by “${integration.name}”`}`,
      text: lines(why, 'The client still waits: call them, or write by another way.'),
    }),
    webhook_disabled: ({ webhook, why }) => ({
      title: `The webhook to ${webhook?.url ?? 'a receiver'} was switched off`,
      text: lines(
        why,
        'What happens meanwhile is kept. Switch the webhook on again when the receiver works, and send what it missed.',
      ),
    }),
    publish_failed: ({ why, since, at }, format) => ({
      title: 'The scheduled rules were not published',
      text: lines(
        `They were due ${format.instant(since ?? at)}. The rules in force are as they were.`,
        why,
        'norma status shows what waits; plan and publish them again.',
      ),
    }),
  },
  digest: (count, format) =>
    format.counted(count, { one: 'notification from Norma', other: 'notifications from Norma' }),
  answerable: 'Answer this mail, and your answer becomes a comment on the deal.',
  footer: 'Norma. Choose what is sent to you in your notification settings.',
}

const taskOf = ({ task }: Notice): string => task?.do ?? 'a task'
const dealOf = ({ deal }: Notice): string => deal?.title ?? 'a deal'
const nameOf = ({ name, scope }: PlanStanding): string => (scope === 'company' ? 'the company' : name)
const dealLine = ({ deal }: Notice): string | undefined => deal && `Deal: ${deal.title}.`
const byLine = ({ by }: Notice): string | undefined => by && `From: ${by}.`
const sinceOf = ({ since, at }: Notice, format: Format): string => format.instant(since ?? at)

function paymentsLine({ task }: Notice): string | undefined {
  return task?.statement === undefined ? undefined : 'All payments that wait are on the page Payments.'
}

function dueLine({ task }: Notice, format: Format): string | undefined {
  if (task === undefined) return undefined
  return task.dueAt === null ? 'It has no date yet.' : `Due: ${format.instant(task.dueAt)}.`
}

const people: Readonly<Record<string, string>> = { owner: 'the deal’s owner', owner_manager: 'the owner’s head' }

/** What comes next where nothing changes. */
function nextLine({ next }: Notice): string | undefined {
  if (next === undefined) return undefined
  const names = next.to.map((one) => people[one] ?? `“${one}”`).join(', ')
  return next.gives
    ? `If nothing changes, it goes on to: ${names}.`
    : `If nothing changes, next to hear of it: ${names}.`
}

function standing(plan: PlanStanding, format: Format): string {
  const { fact, percent, needPerDay } = plan
  const parts = [
    `${format.period(plan.period)}: ${format.planned(fact, plan)}${plan.plan === null ? '' : ` of ${format.planned(plan.plan, plan)}`}`,
    ...(percent === null ? [] : [format.percent(percent)]),
    ...(needPerDay === null || needPerDay <= 0 ? [] : [`${format.planned(needPerDay, plan)} needed each working day`]),
  ]
  return `${parts.join(', ')}.`
}

function belowLine(plan: PlanStanding, format: Format): string | undefined {
  if (plan.expected === null) return undefined
  return `By working days it should be ${format.planned(plan.expected, plan)} today; you are told below ${format.percent(plan.below ?? 100)} of that.`
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n')
}
