import type { ReleaseCode, ReleaseGroup } from '#schemas/release-names'

/** One thing that is otherwise in the new rules: in which directions, and what `--now` would bring to which key. */
export type Difference = {
  readonly group: ReleaseGroup
  readonly code: ReleaseCode
  readonly key: string
  readonly names: Readonly<Record<string, string>>
  readonly from?: string | null
  readonly to?: string | null
  readonly line?: number
  /** Where deals are touched by it, as they are called now; absent where it touches none in particular. */
  readonly at?: readonly { readonly pipeline: string; readonly stage?: string; readonly template?: string }[]
  /** Whether it may be applied to visits that are under way. */
  readonly mayBeNow?: boolean
}
