import { holds } from '#domain/formula/condition'
import { factsAsked, factsIn, valuesOf, type StageRules } from '#domain/rules/stage-rules'
import type { FactSource } from '#ports/gate-facts'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { Condition, Model } from '#schemas/model'

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
  return { rules: { ...rules, now, facts: { ...rules.facts, ...values } }, sources }
}

/** Whether a condition holds for a deal, with what it asks of the deal’s clients; one that is not there always does. */
export async function holdsFor(
  { gateFacts }: Pick<Ports, 'gateFacts'>,
  deal: Deal,
  condition: Condition | undefined,
  model: Model,
): Promise<boolean> {
  if (condition === undefined) return true
  const names = factsIn(condition)
  const facts = names.length === 0 ? {} : (await gateFacts.find(deal, names)).values
  return holds(condition, { ...facts, ...valuesOf(deal, model) })
}
