import { factsAsked, type StageRules } from '#domain/rules/stage-rules'
import type { FactSource } from '#ports/gate-facts'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'

/**
 * The rules of a visit with the moment it is, what its gate asks of other things than the deal, as it is now, and what that was read from:
 * who decides by it has to write on the condition that it still is so.
 */
export async function withFacts(
  { gateFacts, clock }: Pick<Ports, 'gateFacts' | 'clock'>,
  deal: Deal,
  rules: StageRules,
): Promise<{ readonly rules: StageRules; readonly sources: readonly FactSource[] }> {
  const names = factsAsked(rules.stage)
  const now = clock.now()
  if (names.length === 0) return { rules: { ...rules, now }, sources: [] }
  const { values, sources } = await gateFacts.find(deal, names)
  return { rules: { ...rules, now, facts: values }, sources }
}
