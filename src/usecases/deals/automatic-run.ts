import { createHash } from 'node:crypto'

import { systemCaller } from '#domain/kernel/access'
import type { RulesVersion } from '#ports/rules'
import type { Deal, FieldValue } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { AutomationRule } from '#schemas/model'
import type { Command } from '#usecases/command'

/** One run of one rule after one event. */
export type AutomaticRun = {
  readonly event: DomainEvent
  readonly rule: AutomationRule
  /** The version of the rules it is from. */
  readonly rules: RulesVersion
  /** The deal right after the event. */
  readonly state: Deal
  /** What the rules ask of the deal’s clients, as they are now. */
  readonly facts: Readonly<Record<string, FieldValue>>
  /** What an earlier attempt has caused, when that may be longer ago than answers are kept. */
  readonly caused: readonly DomainEvent[]
}

/** How many automatic steps lead to what this run causes. */
export function depthOf({ depth = 0 }: Pick<DomainEvent, 'depth'>): number {
  return depth + 1
}

/** The command with which a run does its action of that number: the same whenever it is tried again, so it is done once. */
export function commandOf(run: AutomaticRun, no: number): Command & { readonly once: NonNullable<Command['once']> } {
  const { event, rule } = run
  return {
    caller: systemCaller('automation', rule.id),
    correlationId: event.correlationId,
    causationId: event.id,
    depth: depthOf(event),
    once: { key: `auto#${event.id}#${rule.id}#${no}`, requestHash: 'automation', status: 200 },
  }
}

/** What makes ids of things that a run creates: the same at every attempt, so that they cannot exist twice. */
export function idOf(run: AutomaticRun, no: number): string {
  const text = `${run.event.id}#${run.rule.id}#${no}`
  return `0auto${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
}
