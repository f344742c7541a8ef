import { value, oneOrMore, required, optional } from '#config/shape/parts'
import type { Shape } from '#config/shape/shape'

const hours = oneOrMore('opening hours such as 09:00-18:00', 'hours')
const weekHours: Shape = { ...hours, block: { is: 'table', keys: 'weekdays', of: hours } }

/** What `work_week` is for; it may be left out where the hours name the days. */
export const workWeekSays = 'The days of the week that are worked; hours that name the days say it as well.'

/** The keys of a calendar. */
export const calendarKeys = {
  timezone: required(value('a time zone such as Europe/Moscow', 'zone'), 'The time zone of the office.'),
  work_week: optional(oneOrMore('days such as mon-fri', 'weekdays'), workWeekSays),
  hours: required(
    weekHours,
    'Opening hours; several intervals are possible, a night shift such as 22:00-06:00, and hours by weekday.',
  ),
  holidays: optional({ is: 'list', of: value('a date such as 2027-01-01', 'day') }, 'Days that are not worked.'),
  extra_working_days: optional(
    { is: 'list', of: value('a date such as 2027-02-20', 'day') },
    'Days off that are worked this time.',
  ),
  short_days: optional({ is: 'table', keys: 'days', of: hours }, 'Days with hours of their own.'),
}
