import type { EditorSchema } from './editor-schema'
import { weekdaysPattern } from './written-values'

const keys = [
  ['mon-fri', 'Hours from Monday to Friday.'],
  ['mon-sat', 'Hours from Monday to Saturday.'],
  ['mon', 'Hours on Monday.'],
  ['tue', 'Hours on Tuesday.'],
  ['wed', 'Hours on Wednesday.'],
  ['thu', 'Hours on Thursday.'],
  ['fri', 'Hours on Friday.'],
  ['sat', 'Hours on Saturday.'],
  ['sun', 'Hours on Sunday.'],
] as const

/** Hours by weekday: the days are offered one by one and as the usual spans, and may be written in any other way. */
export function weekdaysTable(day: EditorSchema): EditorSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map(([key, says]) => [key, { ...day, markdownDescription: says }])),
    patternProperties: { [weekdaysPattern]: day },
    additionalProperties: false,
    errorMessage: 'Write the days in front of their hours, such as “mon-fri: 09:00-20:00” and “sat: 10:00-15:00”.',
  }
}
