/** Where a rule stands in the file: 1-based line and column of its key, and the keys that lead there. */
export type Origin = { readonly line: number; readonly column: number; readonly path: string }

export type DurationUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months'

/** `3 working days`: a length of time that is only meaningful with a calendar. `text` is what the analyst wrote. */
export type Duration = {
  readonly count: number
  readonly kind: 'working' | 'calendar'
  readonly unit: DurationUnit
  readonly text: string
}
