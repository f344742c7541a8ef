import type { DealNote } from '#ports/deals'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { DealClock } from '#schemas/deal-clock'
import type { Task } from '#schemas/task'
import type { Command } from '#usecases/command'

/** What looking at what is due needs. */
export type DueNeeds = Pick<Ports, 'clock' | 'deals' | 'ids' | 'notices' | 'people' | 'rules' | 'talks'>

/** One sweep: as of when, for whom the system acts, and the people of the company. */
export type DueScene = {
  readonly ports: DueNeeds
  readonly at: string
  readonly people: People
  readonly command: Command
}

/** A task or the clock of a deal, as it is now. */
export type DueThing =
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'clock'; readonly clock: DealClock }

/** What looking at a thing leads to. `give` hands something over: it changes the deal, so it is decided on the whole one. */
export type DueOutcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'quiet'; readonly thing: DueThing }
  | { readonly kind: 'note'; readonly thing: DueThing; readonly note: DealNote }
  | { readonly kind: 'give'; readonly thing: DueThing; readonly give: (deal: Deal) => Promise<Deal> }
