import type { KeepLine } from './request-names'
import type { SubjectRequest } from './requests'

/** A request as it is kept, with the task that says so. */
export type KeptRequest = SubjectRequest & { readonly rev: number; readonly task: string }

/** That a client was announced to be erased by the rules. */
export type KeptByRule = {
  readonly client: string
  readonly line: KeepLine
  readonly announcedAt: string
  readonly until: string
}

/** How far a round through all cards is: which list and after which card it goes on. */
export type KeepProgress = {
  readonly beganOn: string
  /** The lengths it was begun with: others begin it anew. */
  readonly by: string
  readonly endedOn?: string
  readonly owner?: string | null
  readonly after?: string
  readonly looked: number
  readonly announced: number
  readonly rev: number
}

/** Whom other rules would erase that are kept so far; of the cards that were looked at, where there are too many. */
export type ErasedSooner = {
  readonly cards: number
  readonly looked: number
  readonly isMore: boolean
  /** The day after which the first of them is erased; absent where it is nobody. */
  readonly firstOn?: string
}
