/** English: lengths of time, due dates and what they count from. */
export const enTime = {
  'duration-wrong-word': ({ word }: { readonly word: string }) => `“${word}” cannot stand in a length of time.`,
  'duration-otherwise': ({ text }: { readonly text: string }) => `“${text}” is written in other words here.`,
  'less-than-nothing': ({ text }: { readonly text: string }) => `“${text}” is less than no time at all.`,
  'too-long-a-time': ({ text }: { readonly text: string }) => `“${text}” is longer than anything that is counted here.`,
  'two-lengths': ({ text }: { readonly text: string }) => `“${text}” is two lengths of time; there must be one.`,
  'counts-from-entering': ({ text }: { readonly text: string }) =>
    `“${text}” need not be said: time counts from entering the stage anyway.`,
  'one-length': () => 'Write one length in the smaller unit, such as “12 working hours”.',
  'write-up-to': ({ most }: { readonly most: number }) => `Write a number up to ${most}.`,
  'no-anchor-here': ({ key }: { readonly key: string }) =>
    `“${key}” counts from entering the stage or from the arrival of the deal, not from something else.`,
  'not-a-duration': ({ text }: { readonly text: string }) => `“${text}” is not a length of time.`,
  'write-duration': () => 'Write a number, “working” or “calendar”, and a unit, such as “3 working days”.',
  'iso-duration': ({ text }: { readonly text: string }) =>
    `“${text}” is computer shorthand; lengths of time are written in words here.`,
  'write-length': () => 'Write a length such as “3 working days”.',
  'write-both': ({ working, calendar }: { readonly working: string; readonly calendar: string }) =>
    `Write “${working}” or “${calendar}”.`,
  'duration-ambiguous': ({ text, unit }: { readonly text: string; readonly unit: string }) =>
    `“${text}” does not say whether working or calendar ${unit} are meant.`,
  'no-time-at-all': ({ text }: { readonly text: string }) => `“${text}” is no time at all.`,
  'write-at-once': () => 'Write “at once” where that is possible, or 1 and more.',
  'not-whole': ({ count }: { readonly count: string }) =>
    `“${count}” is not a whole number; lengths of time are counted in whole ones.`,
  'smaller-unit': () => 'Use a smaller unit, such as “90 working minutes”.',
  'not-a-time': ({ text }: { readonly text: string }) => `“${text}” is not a time of day.`,
  'write-time': () => 'Write hours and minutes, such as “15:00”.',
  'at-once-with-time': ({ text }: { readonly text: string }) => `“${text}” says both “at once” and a time of day.`,
  'once-or-same-day': ({ at }: { readonly at: string }) => `Write “at once” or “same day at ${at}”.`,
  'no-time-of-day': ({ word }: { readonly word: string }) => `“${word}” is a day without a time of day.`,
  'relation-needs-date': ({
    relation,
    word,
    kind,
  }: {
    readonly relation: string
    readonly word: string
    readonly kind: 'task' | 'event'
  }) => `“${relation}” counts from a date, but “${word}” is ${kind === 'task' ? 'a task' : 'an event'}.`,
  'no-anchor': ({ word, onlyDates }: { readonly word: string; readonly onlyDates: boolean }) =>
    `There is no ${onlyDates ? 'date field' : 'task of this stage, event or date field'} “${word}” to count from.`,
  'anchor-type': ({ name, type }: { readonly name: string; readonly type: string }) =>
    `“${name}” is a field of the type ${type}; time is counted only from dates.`,
  'anchor-elsewhere': ({ name }: { readonly name: string }) =>
    `“${name}” is a task of a stage; here time can be counted only from events and date fields.`,
  'anchor-other-stage': ({ name, stage }: { readonly name: string; readonly stage: string }) =>
    `“${name}” is a task of another stage; time is counted only from tasks of the same stage, “${stage}”.`,
  'count-from': ({ known }: { readonly known: readonly string[] }) =>
    known.length === 0
      ? 'Leave “after …” out: then time counts from entering the stage.'
      : `Time can be counted here from: ${known.join(', ')}.`,
  'holiday-not-worked': ({ day, weekday }: { readonly day: string; readonly weekday: number }) =>
    `${day} is a ${weekdays[weekday - 1] ?? 'day off'}, which is not worked anyway.`,
  'day-twice': ({ day, lists }: { readonly day: string; readonly lists: readonly string[] }) =>
    lists.length < 2
      ? `${day} stands twice under “${lists[0] ?? ''}”.`
      : `${day} stands under ${lists.map((list) => `“${list}”`).join(' and ')}: it can be only one of them.`,
  'day-once': ({ day }: { readonly day: string }) => `Leave ${day} in one place only.`,
  'extra-day-worked': ({ day, weekday }: { readonly day: string; readonly weekday: number }) =>
    `${day} is a ${weekdays[weekday - 1] ?? 'day'}, which is worked anyway.`,
  'short-day-usual': ({ day, hours }: { readonly day: string; readonly hours: string }) =>
    `${day} has the hours ${hours} anyway.`,
  'weekday-twice': ({ day }: { readonly day: string }) => `“${day}” has hours in two lines.`,
  'weekday-once': () => 'Give every weekday its hours in one line only.',
  'week-and-hours': ({ day, isWorked }: { readonly day: string; readonly isWorked: boolean }) =>
    isWorked
      ? `“work_week” names “${day}”, but “hours” says no hours for it; the usual ones hold.`
      : `“hours” says when “${day}” is worked, but “work_week” does not name it; it is worked.`,
  'leave-week-out': () => 'Leave “work_week” out: hours that name the days say which are worked.',
  'calendar-behind': ({ calendar, years }: { readonly calendar: string; readonly years: readonly number[] }) =>
    `The calendar “${calendar}” has no holiday in ${years.join(' and ')}.`,
  'write-holidays': ({ year }: { readonly year: number }) =>
    `Write the holidays under “holidays”; “norma holidays RU ${year} --write” puts those of a country there.`,
  'zone-sign': ({ text, means }: { readonly text: string; readonly means: string }) =>
    `“${text}” means ${means}: in zones of this kind the sign is the other way round.`,
  'write-place-or-turned': ({ turned, means }: { readonly turned: string; readonly means: string }) =>
    `Write the place, such as “Europe/Moscow”, or “${turned}” if ${means} is meant.`,
  'leave-day-out': ({ day }: { readonly day: string }) => `Leave ${day} out, or check the year.`,
  'calendar-without-time': ({
    calendar,
    from,
    days,
  }: {
    readonly calendar: string
    readonly from: string | undefined
    readonly days: number
  }) =>
    `The calendar “${calendar}” has no working time ${from === undefined ? 'in any week' : `from ${from} on`} for more than ${days} days, so nothing could ever be due.`,
  'write-working-time': () => 'Write the days that are worked under “work_week” and the opening hours under “hours”.',
} as const

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
