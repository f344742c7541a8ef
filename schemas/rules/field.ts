import type { Origin } from './length'

/**
 * Money is minor units (integer), percent and number are numbers, dates `YYYY-MM-DD`, moments instants in UTC with
 * milliseconds, a person is the id of an employee, a link the id of a deal, a file is its address.
 */
export type FieldValue = string | number | boolean | null

export type FieldType =
  | 'text'
  | 'number'
  | 'money'
  | 'percent'
  | 'date'
  | 'date_time'
  | 'person'
  | 'link'
  | 'choice'
  | 'yes_no'
  | 'file'

export type Field = {
  readonly id: string
  readonly name: string
  readonly type: FieldType
  /** Option ids with what people call them, in the order of the file. Only for `choice`. */
  readonly options?: Readonly<Record<string, string>>
  /** Choices that earlier rules had and these have not, by the name they had last; kept when a version is published. */
  readonly former?: Readonly<Record<string, string>>
  readonly min?: number
  readonly max?: number
  /** A computed field: CEL text, already type-checked. */
  readonly formula?: string
  /** The fields a formula reads. */
  readonly reads?: readonly string[]
  /** Who alone writes it: `owner`, `owner_manager` or role ids; whoever may change the deal where it is absent. */
  readonly writtenBy?: readonly string[]
  /** The zone in which the file writes its moments. Only for `date_time`. */
  readonly zone?: string
  /** The direction whose deals it names. Only for `link`. */
  readonly to?: string
  readonly builtIn: boolean
  readonly origin?: Origin
}
