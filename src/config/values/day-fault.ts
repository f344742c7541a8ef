import type { Fault } from '#config/context'
import { say } from '#config/messages/say'
import { dayOtherwise, daysOfRange } from './parse-value'

/** Says why a text is not a day of the calendar, and how the day it means is written. */
export function dayFault(text: string, code: Fault['code'], example: string): Fault {
  const better = dayOtherwise(text)
  if (better !== undefined)
    return {
      code,
      message: say('day-otherwise', { text }),
      help: say('write', { text: better }),
      fix: { text: better },
    }
  const days = daysOfRange(text)
  if (days !== undefined)
    return { code, message: say('day-range', { text }), help: say('write', { text: days.join(', ') }) }
  return { code, message: say('not-a-day', { text }), help: say('write-day', { day: example }) }
}
