import type { RecordedPapers } from './replayed-papers'
import type { Refusal } from '#domain/kernel/refusal'
import type { People } from '#ports/people'
import type { Deal } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import { missingIn } from '#trial/look'
import type { ReplayNames } from './replay-names'
import type { ReplayWorld } from './replay-world'

/** A deal as it is on record: everything that happened to it, the oldest first, and its tasks. */
export type RecordedDeal = {
  readonly id: string
  readonly title: string
  readonly events: readonly DomainEvent[]
  readonly tasks: readonly Task[]
  /** Its documents and invoices; absent where the rules have no kinds of them. */
  readonly papers?: RecordedPapers
  /** The directions of the deals that its fields have named, by their ids; absent where they named none. */
  readonly linked?: Readonly<Record<string, string>>
}

/** A recorded step that the rules say no to: it is let through, as it was, and counted. */
export type Stop = {
  readonly at: string
  readonly by: string
  readonly kind: 'move' | 'other'
  readonly pipeline: string
  readonly from: string
  readonly to: string
  /** Tasks, fields and stages that are missing; the code of the refusal where it was none of these. */
  readonly missing: readonly string[]
  readonly line: number
}

/** A recorded value that the rules would not have taken. */
export type Refused = {
  readonly at: string
  readonly by: string
  readonly field: string
  /** writer: somebody else alone writes it; value: the field does not hold such a value; computed: it follows from others. */
  readonly why: 'writer' | 'value' | 'computed'
  /** The value as the file writes it. */
  readonly value: string
  /** Line of the rules with the field. */
  readonly line: number
  /** Who alone writes it. */
  readonly writers?: readonly string[]
}

/** What became of a recorded deal under some rules. */
export type Replayed = {
  readonly deal: Deal
  readonly tasks: readonly Task[]
  /** Everything that happened in the replay, alerts included, in order. */
  readonly history: readonly DomainEvent[]
  readonly stops: readonly Stop[]
  readonly refused: readonly Refused[]
  /** Moves on record that were made or found made. */
  readonly moves: number
  /** Where the rules have no place for the deal from some moment on. */
  readonly lost?: { readonly at: string; readonly what: string }
  /** Fields on record that the rules do not know. */
  readonly unknownFields: readonly string[]
}

/** A replay under way. What it comes to grows as it goes on. */
export type Replaying = ReplayWorld & {
  readonly people: People
  readonly recorded: RecordedDeal
  /** What things on record are called in the rules that are in force at the moment. */
  names: ReplayNames
  readonly stops: Stop[]
  readonly refused: Refused[]
  /** Tasks done on record that are not there yet, by template: they are done as soon as they appear. */
  readonly doneBefore: Map<string, DomainEvent['actor']>
  readonly unknownFields: Set<string>
  readonly moves: { count: number }
}

/** The deal as it is in the replay. */
export async function dealNow({ world, recorded }: Pick<Replaying, 'world' | 'recorded'>): Promise<Deal> {
  const deal = await world.ports.deals.find(recorded.id)
  if (deal === undefined) throw new Error(`The deal ${recorded.id} is not there in its replay.`)
  return deal
}

/** What a refusal lacked, in short. */
export function missingWords(refusal: Refusal): readonly string[] {
  const { tasks, fields, must, skipped } = missingIn(refusal)
  const words = [
    ...tasks.map(({ id, template }) => template ?? id),
    ...fields,
    ...must.map(({ field }) => field),
    ...skipped,
  ]
  return words.length === 0 ? [refusal.code] : [...new Set(words)]
}
