import { say } from '#config/messages/say'
import type { Phrase } from '#config/messages/say'
import { withoutLookAlikes } from '#domain/deals/suggest'

/** What makes a word look like the one that is meant though it is another: letters of another alphabet, signs that cannot be seen, quotes of a text. */
export function unseen(text: string, meant: string | undefined): Phrase | undefined {
  if (meant === undefined || text === meant) return undefined
  if (withoutLookAlikes(text) === meant) return say('lookalike', { text })
  if (withoutUnseen(text) === meant) return say('invisible-in-word', { text: meant })
  return withoutQuotes(text) === meant ? say('quotes-in-word', { text: meant }) : undefined
}

/** The word without signs that cannot be seen and without the quotes that a text processor puts around it. */
export function plainly(text: string): string {
  return withoutQuotes(withoutUnseen(text))
}

function withoutUnseen(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
}

function withoutQuotes(text: string): string {
  return /^[«“„‘'"](.*)[»”“’'"]$/.exec(text)?.[1] ?? text
}
