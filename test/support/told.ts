import { errorText } from '#cli/error-text'
import { Refusal } from '#domain/kernel/refusal'
import { inEnglish, type Reason } from '#import/say'
import type { Language } from '#schemas/language-names'

/** What whoever typed a command is told when it goes wrong; empty when it does not. */
export async function toldBy(run: () => unknown, language: Language = 'en'): Promise<string> {
  try {
    await run()
    return ''
  } catch (error) {
    return errorText(error, language)
  }
}

/** Why a line was left out, in English. */
export function reasonText(reasons: readonly Reason[]): string {
  return reasons.map((one) => (one instanceof Refusal ? one.message : inEnglish(one))).join(' ')
}
