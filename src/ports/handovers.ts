import type { Answer } from './deals'
import type { HandedThing, HandoverRow } from '#schemas/workday/handover'

/** A handover as it is kept: its plan lies in steps beside it, of which so many are done. */
export type KeptHandover = HandoverRow & { readonly steps: number; readonly done: number; readonly rev: number }

/** Handovers and their plans. */
export type HandoverStore = {
  readonly all: () => Promise<readonly KeptHandover[]>
  /** Ids of those that are not at their end, or come back on a day. May lag by moments in AWS. */
  readonly underWay: () => Promise<readonly string[]>
  readonly find: (id: string) => Promise<KeptHandover | undefined>
  /**
   * Writes a revision over the one before it, with the answer to the request that asked for it; false when somebody else did,
   * or where that answer is kept already.
   */
  readonly save: (handover: KeptHandover, answer?: Answer) => Promise<boolean>
  readonly step: (id: string, no: number) => Promise<readonly HandedThing[]>
  readonly steps: (id: string) => Promise<readonly HandedThing[]>
  readonly saveStep: (id: string, no: number, things: readonly HandedThing[]) => Promise<void>
}
