import type { FieldValue } from './field'
import type { Duration, Origin } from './length'

/** One line of a condition. Values are parsed to the field's own unit (money to minor units). */
export type Test =
  | { readonly field: string; readonly op: 'is' | 'not'; readonly values: readonly FieldValue[] }
  | { readonly field: string; readonly op: 'filled' | 'empty' }
  | {
      readonly field: string
      readonly op: 'at_least' | 'at_most' | 'more_than' | 'less_than'
      readonly value: number | string
    }
  | {
      readonly field: string
      readonly op: 'at_least' | 'at_most' | 'more_than' | 'less_than'
      /** Another field of the same type, `@today`: the day it is, or `@now`: the moment it is. */
      readonly than: string
    }
  /** From today, or from now where hours or minutes are counted, up to that much later, both ends included. */
  | { readonly field: string; readonly op: 'within'; readonly duration: Duration }
  | { readonly field: string; readonly op: 'between'; readonly from: number | string; readonly to: number | string }

/** All of `all` hold, and, where there is `any`, at least one of those conditions holds. `text` per test is for people. */
export type Condition = {
  readonly all: readonly (Test & { readonly text: string; readonly origin?: Origin })[]
  readonly any?: readonly Condition[]
}
