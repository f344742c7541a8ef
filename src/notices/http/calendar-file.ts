import ical from 'ical-generator'

import { withoutOddSigns } from '#domain/kernel/text'

import type { CalendarTask } from '#notices/usecases/share-calendar'

/** How long before it is due a task begins in the calendar. */
const lengthMs = 1_800_000

/** The tasks as an iCalendar file (RFC 5545): each ends when it is due and keeps its identity when it moves. */
export function calendarFile(
  { name, tasks }: { readonly name: string; readonly tasks: readonly CalendarTask[] },
  now: string,
): string {
  const calendar = ical({
    name: withoutOddSigns(`Norma: ${name}`, 'line'),
    prodId: { company: 'Norma', product: 'Tasks' },
    ttl: 900,
  })
  for (const { task, title } of tasks) {
    if (task.dueAt === null) continue
    const end = new Date(task.dueAt)
    calendar.createEvent({
      id: `${task.id}@norma`,
      sequence: task.rev,
      stamp: new Date(now),
      start: new Date(end.getTime() - lengthMs),
      end,
      summary: withoutOddSigns(task.do, 'line'),
      ...(title === '' ? {} : { description: withoutOddSigns(title, 'line') }),
    })
  }
  return `${calendar.toString().trimEnd()}\r\n`
}
