import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { isPlausible } from '#domain/kernel/money'
import { eventId } from '#domain/kernel/event-id'
import type { Caller } from '#domain/kernel/access'
import type { DomainEvent, EventDetail, EventName } from '#schemas/event'
import type { Deal, DealCard } from '#schemas/deal'
import type { Language } from '#schemas/language-names'
import type { Answer } from '#ports/deals'
import type { Ports } from '#ports/ports'

/** Who asks for a command and under which conditions it may have its effect. */
export type Command = {
  readonly caller: Caller
  readonly correlationId: string
  readonly causationId?: string
  /** How many automatic steps led here from what a person did; absent when a person or an integration asks. */
  readonly depth?: number
  /** The version the caller has seen, or several; another one refuses with `precondition_failed`. */
  readonly ifMatch?: number | readonly number[]
  /** The language of whoever asks, English where nothing is said. */
  readonly language?: Language
  /** Idempotency-Key of the request: the effect happens once and its first answer is given again. */
  readonly once?: { readonly key: string; readonly requestHash: string; readonly status: number }
}

/** The event that makes `deal` what it now is. */
export function eventOf(
  name: EventName,
  deal: DealCard,
  command: Command,
  detail: Omit<EventDetail, 'dealId' | 'deal'>,
): DomainEvent {
  return {
    id: eventId(deal.id, deal.version),
    name,
    schemaVersion: 1,
    at: deal.updatedAt,
    actor: command.caller.actor,
    configVersion: deal.visit.configVersion,
    correlationId: command.correlationId,
    causationId: command.causationId ?? null,
    ...(command.depth === undefined ? {} : { depth: command.depth }),
    detail: {
      dealId: deal.id,
      deal: {
        status: deal.status,
        pipeline: deal.pipeline,
        stage: deal.stage,
        visit: deal.visit.no,
        owner: deal.owner,
        amountMinor: amountOf(deal),
        currency: deal.currency,
      },
      ...detail,
    },
  }
}

/**
 * The amount of a deal in minor units of its currency, 0 while it is empty. One that nobody can mean, from before amounts
 * had a bound, counts as 0 too: it costs its own figure and no sum that it would be part of.
 */
export function amountOf(deal: Pick<Deal, 'fields'>): number {
  const amount = deal.fields['amount']
  return typeof amount === 'number' && isPlausible(amount) ? Math.round(amount) : 0
}

/** Refuses with `precondition_failed` when the caller has seen another version than the one there is. */
export function expectVersion(deal: Deal, command: Command): void {
  const { ifMatch } = command
  if (ifMatch === undefined) return
  const seen = [ifMatch].flat()
  if (seen.some((version) => version === deal.version || isSeenBeforeSeating(deal, version))) return
  throw dealRefusal('precondition_failed', { now: deal.version, seen: Math.max(...seen) }, { version: deal.version })
}

/** Being put where the new rules call it so changes nothing that somebody decides on: what they have seen is still so. */
function isSeenBeforeSeating({ seat, version }: Deal, seen: number): boolean {
  return seat !== undefined && seat.to === version && seen >= seat.from
}

/** The stored answer a command leaves behind, when it came with an Idempotency-Key. */
export function answerWith(command: Command, body: unknown): { readonly answer?: Answer } {
  if (command.once === undefined) return {}
  return { answer: { ...command.once, body } }
}

/** Runs a command once: a repeated Idempotency-Key gives the first answer, with another request it is refused. */
export async function once<T>({ deals }: Pick<Ports, 'deals'>, command: Command, run: () => Promise<T>): Promise<T> {
  if (command.once === undefined) return run()
  const { key, requestHash } = command.once
  const before = await deals.answerOf(key)
  if (before !== undefined) return repeated<T>(before, requestHash)
  try {
    return await run()
  } catch (error) {
    // Two requests with one key at the same time: the loser finds the winner's answer instead of a conflict.
    const now = await deals.answerOf(key)
    if (now === undefined) throw error
    return repeated<T>(now, requestHash)
  }
}

function repeated<T>(answer: Answer, requestHash: string): T {
  if (answer.requestHash === requestHash) return answer.body as T
  throw dealRefusal('idempotency_key_reused')
}
