import type { Proposal } from '#schemas/clients/kept-merge'

import type { PreparedCard } from './card'
import type { Known } from './score'
import { verdictOn, type MatchRules } from './verdict'

/** What is proposed of two cards; nothing where they are left alone. Parts of one company come last. */
export function proposalOf(
  one: PreparedCard,
  other: PreparedCard,
  known: Known,
  rules: MatchRules,
): Proposal | undefined {
  const verdict = verdictOn(one, other, known, rules)
  if (verdict.is === 'other') return undefined
  const [first = '', second = ''] = [one.id, other.id].toSorted()
  if (verdict.is === 'branch') return { one: first, other: second, is: 'branch', score: 0, reasons: [] }
  const reasons = verdict.reasons.map(({ why }) => why)
  return { one: first, other: second, is: 'same', score: Math.max(0, Math.round(verdict.score * 10) / 10), reasons }
}

/** Two cards as one text, in either order. */
export function pairText(one: string, other: string): string {
  return [one, other].toSorted().join('#')
}
