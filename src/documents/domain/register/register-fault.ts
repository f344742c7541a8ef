import type { Model } from '#schemas/model'
import type { Saying } from '#schemas/saying'
import type { RegisterColumn } from './register-columns'

/** Something wrong in a register that somebody sent, and where. */
export type RegisterFault = {
  readonly line: number
  readonly cell?: string
  /** What the column is called. */
  readonly column?: string
  /** `fault`: the row is not taken; `warning`: it is. */
  readonly weight: 'fault' | 'warning'
  readonly about: Saying
}

/** Says something of a row, at the cell of a column where it has one. */
export type FaultAt = (
  line: number,
  column: RegisterColumn,
  about: Saying,
  weight?: RegisterFault['weight'],
) => RegisterFault

/** The rules that rows are read by, the day it is, and what the rows are where the table does not say it. */
export type RegisterScene = {
  readonly model: Model
  readonly today: string
  readonly kind?: string
  readonly language: 'en' | 'ru'
}
