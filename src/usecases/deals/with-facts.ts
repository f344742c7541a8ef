import { factsAsked, type StageRules } from '#domain/rules/stage-rules'
import { dateIn } from '#domain/time/zone'
import type { FactSource } from '#ports/gate-facts'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'

/**
 * The rules of a visit with the day it is, what its gate asks of other things than the deal, as it is now, and what that was read from:
 * who decides by it has to write on the condition that it still is so.
 */
export async function withFacts(
  { gateFacts, clock }: Pick<Ports, 'gateFacts' | 'clock'>,
  deal: Deal,
  rules: StageRules,
): Promise<{ readonly rules: StageRules; readonly sources: readonly FactSource[] }> {
  const names = factsAsked(rules.stage)
  const today = dateIn(rules.model.calendar.timezone, clock.now())
  if (names.length === 0) return { rules: { ...rules, today }, sources: [] }
  const { values, sources } = await gateFacts.find(deal, names)
  return { rules: { ...rules, today, facts: values }, sources }
}
