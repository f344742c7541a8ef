/** Whose look it was and on which day. */
export type ReadingDay = { readonly reader: string; readonly day: string }

/** A look at a card: the first of its reader on that day. */
export type KeptLook = ReadingDay & { readonly client: string; readonly at: string; readonly isOwn: boolean }

/** Who allowed somebody to read on, and why. */
export type KeptAllowance = { readonly by: string; readonly reason: string; readonly at: string }

/** What somebody read on a day. */
export type KeptReading = {
  readonly looks: readonly KeptLook[]
  readonly reveals: number
  readonly allowed?: KeptAllowance
}

/** Who read which clients. */
export type ReadingStore = {
  /** Keeps a look, one write, and tells whether it was the first of that day; a repeat costs nothing where it is remembered. */
  readonly look: (look: KeptLook) => Promise<boolean>
  readonly revealed: (on: ReadingDay) => Promise<void>
  readonly allow: (on: ReadingDay, allowance: KeptAllowance) => Promise<void>
  readonly day: (on: ReadingDay) => Promise<KeptReading>
  /** Of these days those on which the client was looked at. */
  readonly looksAt: (client: string, days: readonly ReadingDay[]) => Promise<readonly KeptLook[]>
  /** Keeps with each client who looked at them: what days that are over are turned round to. */
  readonly turn: (looks: readonly KeptLook[]) => Promise<void>
  /** Looks at a client that have been turned round, the newest first. */
  readonly turned: (client: string) => Promise<readonly KeptLook[]>
}
