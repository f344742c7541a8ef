/** What was owed to one client who could not get through, from the first missed call to the talk that paid it. */
export type CallBackFact = {
  /** Absent where it was forgotten. */
  readonly talk?: string
  /** The channel of the file they called by, where the number belongs to one. */
  readonly channel?: string
  /** When each of the calls that nobody took was, the first first. */
  readonly missedAt: readonly string[]
  readonly since: string
  readonly due: string
  /** Calls to the client that nobody took there. */
  readonly attempts: number
  /** Whoever called back, else whoever owes it; empty where that is nobody of the company. */
  readonly person: string
  readonly closed?: {
    readonly at: string
    readonly how: 'called_back' | 'got_through'
    /** From somebody’s own phone, as they told of it. */
    readonly isAsTold: boolean
  }
}
