/** A queue as it stands. */
export type QueueStand = {
  readonly consumer: string
  readonly waiting: number
  /** How long the oldest of what waits has been waiting; 0 where nothing waits. */
  readonly behindSeconds: number
  readonly deadLetters: number
}

/** How far what runs behind the API has come. */
export type BackstageStand = {
  /** What was written and has not been handed on yet. */
  readonly stream: { readonly waiting: number; readonly behindSeconds: number }
  readonly queues: readonly QueueStand[]
  /** When each schedule ran last, by its name. */
  readonly schedules: Readonly<Record<string, string>>
}

/** An event that a consumer could not handle and that was put aside. */
export type PutAside = {
  readonly consumer: string
  readonly id: string
  readonly event: string
  readonly dealId: string | null
  readonly why: string
  readonly at: string
}

/** What can be told of how the product runs, from where it is asked. */
export type Backstage = {
  /** Asks the store for something small, past everything that is remembered. */
  readonly touchStore: () => Promise<void>
  /** Undefined where stream, queues and schedules are somebody else's, as in AWS: there alarms watch them. */
  readonly stand: () => BackstageStand | undefined
  /** What was put aside; undefined where it lies in somebody else’s queues, as in AWS. */
  readonly deadLetters: () => readonly PutAside[] | undefined
  /** Gives what was put aside to its consumers again; answers how much. */
  readonly redrive: (consumer?: string, ids?: readonly string[]) => number
}
