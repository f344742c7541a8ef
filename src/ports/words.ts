import type { FoundKind, WordRecord } from '#schemas/search-names'
import type { Page } from './page'

/** A thing found by one of its words; `words` are all of them but ends of numbers. */
export type FoundWord = WordRecord & { readonly word: string }

/** What is kept of the words of a thing, and the revision to write over. */
export type KeptWords = { readonly rev: number; readonly isDone: boolean; readonly record: WordRecord }

/**
 * The words of everything that can be found. They are made of deals and clients and can be made anew; lists may lag by
 * moments in AWS.
 */
export type WordStore = {
  readonly find: (kind: FoundKind, id: string) => Promise<KeptWords | undefined>
  /**
   * Makes a thing be found by these words and no others, over what was read before; false when somebody else has written
   * meanwhile: then it is looked at again. Killed in between, it is finished by whoever comes next.
   */
  readonly keep: (record: WordRecord, over: KeptWords | undefined) => Promise<boolean>
  /** Lets a thing be found no more; false where it was not. */
  readonly forget: (kind: FoundKind, id: string) => Promise<boolean>
  /** What has a word that begins so: the word itself first, of each word the newest first. */
  readonly starting: (ask: { start: string; limit: number; cursor?: string }) => Promise<Page<FoundWord>>
}
