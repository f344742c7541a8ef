/** One way a value may match, as EventBridge writes it; only these are used, because the local bus knows only these. */
export type Matcher =
  | string
  | number
  | boolean
  | null
  | { readonly prefix: string | EqualsIgnoreCase }
  | { readonly suffix: string | EqualsIgnoreCase }
  | EqualsIgnoreCase
  | { readonly wildcard: string }
  | { readonly numeric: readonly (string | number)[] }
  | { readonly exists: boolean }
  | { readonly 'anything-but': AnythingBut }

type EqualsIgnoreCase = { readonly 'equals-ignore-case': string }
type Words = string | readonly string[]
type AnythingBut =
  | string
  | number
  | readonly (string | number)[]
  | { readonly prefix: Words }
  | { readonly suffix: Words }
  | { readonly wildcard: Words }
  | { readonly 'equals-ignore-case': Words }

/** A pattern on a nested object: every field must match, each by any of its matchers; `$or` holds alternatives. */
export type FieldPattern = { readonly [field: string]: readonly Matcher[] | readonly FieldPattern[] | FieldPattern }

/** A pattern on an event as the bus delivers it. */
export type EventPattern = {
  readonly source: readonly string[]
  readonly 'detail-type': readonly string[]
  readonly detail?: FieldPattern
}
