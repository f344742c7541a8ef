import { automationSentence } from '#automation/words/automation-refusal'
import { dealSentence } from '#domain/deals/words/deal-refusal'
import { en } from '#domain/deals/words/en'
import type { Saying } from '#schemas/saying'

/** Why a step was not done or had nothing to do, as a run keeps it: in English, and by its key. */
export function whyOf(saying: Saying): { readonly why: string; readonly said: Saying[] } {
  return { why: Object.hasOwn(en, saying.say) ? dealSentence(saying) : automationSentence(saying), said: [saying] }
}
