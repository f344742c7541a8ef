import { say } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'

/** The sentence that offers a word; nothing when there is none to offer. */
export function didYouMean(guess: string | undefined): { readonly help?: Phrase } {
  return guess === undefined ? {} : { help: say('did-you-mean', { guess }) }
}

/** The sentence that offers a word or, without one, lists what there is, as far as it can be taken in at once. */
export function didYouMeanOf(guess: string | undefined, known: readonly string[]): { readonly help?: Phrase } {
  if (guess !== undefined || known.length === 0) return didYouMean(guess)
  return { help: say('it-can-be', { known: known.slice(0, mostListed), isMore: known.length > mostListed }) }
}

const mostListed = 12
