import type { MonthClosing, NotedCorrection } from '#schemas/plan'

/** A closing with the revision it has: each act is one more. */
export type KeptClosing = MonthClosing & { readonly rev: number; readonly zone: string }

/** A month as a decision saw it: nobody closes or opens it before that is written. */
export type SeenClosing = { readonly month: string; readonly rev: number | undefined }

/** Months in a row, the last one included. */
export type MonthSpan = { readonly from: string; readonly to: string }

/** Which months are closed, and what was corrected of them since. */
export type ClosingStore = {
  readonly closing: (month: string) => Promise<KeptClosing | undefined>
  readonly closings: (months: MonthSpan) => Promise<readonly KeptClosing[]>
  /** False when somebody else was first. */
  readonly keepClosing: (closing: KeptClosing) => Promise<boolean>
  /** What was corrected of some closed months, the oldest first. */
  readonly correctionsOf: (months: MonthSpan) => Promise<readonly NotedCorrection[]>
  /** What was corrected in some months, of closed ones before. */
  readonly correctionsIn: (months: MonthSpan) => Promise<readonly NotedCorrection[]>
}
