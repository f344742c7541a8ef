import type { Session } from '#schemas/entry'

/** A password as it is kept: nobody can read it out of this. */
export type KeptPassword = {
  readonly salt: string
  readonly hash: string
  /** What it cost to make: `scrypt` with these numbers. */
  readonly cost: { readonly N: number; readonly r: number; readonly p: number }
  readonly at: string
}

/** A passkey of somebody: its public half. */
export type Passkey = {
  readonly id: string
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly at: string
}

/** A link that somebody was sent: the hash of its secret. */
export type KeptInvitation = {
  readonly hash: string
  readonly expiresAt: string
  readonly by: string
  readonly at: string
}

/** Who somebody is at the company's provider: bound at the first sign-in. */
export type Identity = { readonly issuer: string; readonly subject: string; readonly at: string }

/** How somebody may come in. */
export type Entry = {
  readonly rev: number
  readonly password?: KeptPassword
  readonly passkeys: readonly Passkey[]
  readonly invitation?: KeptInvitation
  readonly identity?: Identity
}

/** How often somebody failed to sign in under a name, and when they did last. */
export type Failures = { readonly count: number; readonly at: string }

/** What is kept of a company's beginning. */
export type Beginning = {
  /** Whether anybody may choose who to be: a demo company. */
  readonly isDemo: boolean
  /** Whether nobody has said yet what the company is called and who works there. */
  readonly isNew: boolean
  /** Whether it has a name already, and its first people are what is missing. */
  readonly isNamed?: boolean
}

/** How people come in, on one machine. */
export type EntryStore = {
  /** With revision 0 and nothing in it where nothing is kept. */
  readonly find: (employee: string) => Promise<Entry>
  readonly findMany: (employees: readonly string[]) => Promise<Readonly<Record<string, Entry>>>
  /** Writes a revision over the one before it; false when somebody else did. */
  readonly save: (employee: string, entry: Entry) => Promise<boolean>
  /** The same, and keeps whose identity it is, instead of another one; false when it is somebody's already. */
  readonly bind: (
    employee: string,
    entry: Entry & { readonly identity: Identity },
    instead?: Identity,
  ) => Promise<boolean>
  readonly boundTo: (issuer: string, subject: string) => Promise<string | undefined>
  /** Forgets how somebody comes in, and ends every session of theirs. */
  readonly close: (employee: string) => Promise<void>
  readonly addSession: (session: Session) => Promise<void>
  readonly session: (employee: string, id: string) => Promise<Session | undefined>
  readonly sessions: (employee: string) => Promise<readonly Session[]>
  /** Notes when a session was used; one that has ended stays ended. */
  readonly touch: (session: Session) => Promise<void>
  /** False when there was none. */
  readonly endSession: (employee: string, id: string) => Promise<boolean>
  /** What was tried under a name in vain; the name is kept as a hash, for a day. */
  readonly failures: (name: string) => Promise<Failures | undefined>
  readonly saveFailures: (name: string, failures: Failures) => Promise<void>
  readonly forgetFailures: (name: string) => Promise<void>
  readonly beginning: () => Promise<Beginning>
  readonly saveBeginning: (beginning: Beginning) => Promise<void>
}

/** By what people come in here: links they are sent, the company's provider, a choice of who to be, or something outside of Norma. */
export type Ways = { readonly by: 'link' | 'provider' | 'picker' | 'elsewhere' }
