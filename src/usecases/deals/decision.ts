import type { DealChange } from '#ports/deals'
import type { Deal } from '#schemas/deal'
import type { EventDetail, EventName } from '#schemas/event'
import type { ShownLines } from '#schemas/money/deal-lines'
import type { Task } from '#schemas/task'

/** What a decision makes of a deal. `next` has no new version yet; `answer` is what the caller gets, the deal by default. */
export type Decision = {
  readonly was: Deal | undefined
  readonly next: Deal
  readonly name: EventName
  readonly detail: Omit<EventDetail, 'dealId' | 'deal'>
  readonly at: string
  readonly tasks?: DealChange['tasks']
  /** What is noted as the reason for it, and what the deal's clock becomes. */
  readonly notes?: DealChange['notes']
  readonly clock?: DealChange['clock']
  /** What it relied on beside the deal. */
  readonly sources?: DealChange['sources']
  readonly lines?: DealChange['lines']
  readonly finders?: DealChange['finders']
  readonly answer?: Task
  /** Whether closed months take part: the books are told in another currency, and nothing of them is corrected. */
  readonly keepsMonths?: true
  /** What the caller gets where that is neither the deal nor the task. */
  readonly told?: ShownLines
  /** Tasks that began or ceased to count as done. */
  readonly counted?: readonly Task[]
}
