import type { Ports } from '#ports/ports'

/** Something done by the clock: declared once, read by CDK, the local scheduler and the tests. */
export type Schedule = {
  readonly name: string
  /** Every so many minutes, or a cron line of five fields: minute, hour, day of month, month, day of week by name. */
  readonly when: { readonly everyMinutes: number } | { readonly cron: string }
  /** On one machine, where looking costs nothing, it may be done more often. */
  readonly locally?: Schedule['when'] | Often
  /** In AWS a function of its own does it: what it loads is large, or what it waits for is slow. */
  readonly apart?: true
  /** The time zone the cron line is read in. */
  readonly zone: string
  /** Does the work as of the instant `at`; it must be right when it runs twice. */
  readonly run: (ports: Ports, at: string) => Promise<unknown>
}

/** Every so many seconds: on one machine alone, no scheduler of AWS is so quick. */
export type Often = { readonly everySeconds: number }

/** A schedule as it is declared: in which zone its cron line is read is for the company to say. */
export type Timed = Omit<Schedule, 'zone'>

/** Schedules in a company's zone. */
export function inZone(declared: readonly Timed[], zone: string): readonly Schedule[] {
  return declared.map((one) => ({ ...one, zone }))
}

const cronFields = ['minute', 'hour', 'day of month', 'month', 'day of week'] as const
const weekdays = /^(\*|(SUN|MON|TUE|WED|THU|FRI|SAT)([-,](SUN|MON|TUE|WED|THU|FRI|SAT))*)$/

/** Says when the schedule is due, in the words of EventBridge Scheduler. */
export function schedulerExpression({ name, when }: Pick<Schedule, 'name' | 'when'>): string {
  if ('everyMinutes' in when) return `rate(${when.everyMinutes} ${when.everyMinutes === 1 ? 'minute' : 'minutes'})`
  const fields = when.cron.split(' ')
  const [minute, hour, dayOfMonth, month, dayOfWeek = ''] = fields
  // Days of the week have other numbers in AWS (1 is Sunday) than in cron (1 is Monday), so they go by name.
  if (fields.length !== cronFields.length || !weekdays.test(dayOfWeek)) {
    throw new Error(`The schedule ${name} is due at “${when.cron}”: write ${cronFields.join(', ')} (MON-FRI or *).`)
  }
  if (dayOfMonth !== '*' && dayOfWeek !== '*') {
    throw new Error(`The schedule ${name} names both a day of the month and of the week: leave one of them as *.`)
  }
  const days = dayOfWeek === '*' ? `${dayOfMonth} ${month} ?` : `? ${month} ${dayOfWeek}`
  return `cron(${minute} ${hour} ${days} *)`
}
