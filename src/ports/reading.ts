/** Whose look it was and on which day. */
export type ReadingDay = { readonly reader: string; readonly day: string }

/** A look at a card: the first of its reader on that day. */
export type KeptLook = ReadingDay & { readonly client: string; readonly at: string; readonly isOwn: boolean }

/** Who allowed somebody to read on, and why. */
export type KeptAllowance = { readonly by: string; readonly reason: string; readonly at: string }

/** How many numbers were shown, rows of other people's clients listed or taken out, and searches made on a day. */
export type ReadCounts = { readonly reveals: number; readonly rows: number; readonly searches: number }

/** What somebody read on a day. */
export type KeptReading = ReadCounts & {
  readonly looks: readonly KeptLook[]
  readonly allowed?: KeptAllowance
  /** From how many cards on it is much for this reader; null where the days before cannot tell, absent until it is asked for. */
  readonly much?: number | null
}

/** Who read which clients. */
export type ReadingStore = {
  /**
   * Keeps the first look of a day, one write, and gives it; undefined where it was none. A repeat costs nothing where it is
   * remembered: whose client it is is asked for what is not.
   */
  readonly look: (look: Omit<KeptLook, 'isOwn'>, isOwn: () => Promise<boolean>) => Promise<KeptLook | undefined>
  /** Adds to what was read on a day, one write, and gives what it comes to. */
  readonly add: (on: ReadingDay, read: Partial<ReadCounts>) => Promise<ReadCounts>
  /** Whether somebody searches for something else than before, as far as this process knows: typing on is the same search. */
  readonly isNewSearch: (reader: string, text: string) => Promise<boolean>
  readonly keepMuch: (on: ReadingDay, much: number | null) => Promise<void>
  readonly allow: (on: ReadingDay, allowance: KeptAllowance) => Promise<void>
  readonly day: (on: ReadingDay) => Promise<KeptReading>
  /** Of these days those on which the client was looked at. */
  readonly looksAt: (client: string, days: readonly ReadingDay[]) => Promise<readonly KeptLook[]>
  /** Keeps with each client who looked at them: what days that are over are turned round to. */
  readonly turn: (looks: readonly KeptLook[]) => Promise<void>
  /** Looks at a client that have been turned round, the newest first. */
  readonly turned: (client: string) => Promise<readonly KeptLook[]>
}
