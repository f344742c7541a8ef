/** What a value is, which says how it may be printed. */
export type ValueKind = 'text' | 'money' | 'number' | 'percent' | 'date' | 'yes_no'

/** A value to be printed with what it is; money in kopecks, days as `YYYY-MM-DD`. One that is not there is null. */
export type PrintedValue = readonly [kind: ValueKind, value: string | number | boolean | null]

/** A word in another case: suggested, or as somebody has confirmed it. */
export type WordForm = { readonly text: string; readonly form: string; readonly isConfirmed: boolean }

/** Everything that is printed into one document, by the names that templates call it. */
export type Printed = {
  readonly language: 'en' | 'ru'
  readonly values: Readonly<Record<string, PrintedValue>>
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, PrintedValue>>[]>>
  /** Genitives, by the names of the values. */
  readonly forms: Readonly<Record<string, WordForm>>
}
