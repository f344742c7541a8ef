import type { AutomationRun, DomainEvent } from '#schemas/event'

/** A rule of the automation that somebody has stopped. */
export type Pause = { readonly rule: string; readonly at: string; readonly by: string; readonly reason: string }

export type AutomationStore = {
  /** The rules whose run after that version of the deal is on its timeline. */
  readonly runsAfter: (dealId: string, version: number) => Promise<readonly string[]>
  /** Puts the note of a run on the deal's timeline; false when it is there already. */
  readonly note: (event: DomainEvent & { readonly detail: { readonly run: AutomationRun } }) => Promise<boolean>
  /** Which rules are paused, as of now. */
  readonly pauses: () => Promise<readonly Pause[]>
  readonly pause: (pause: Pause) => Promise<void>
  readonly resume: (rule: string) => Promise<void>
}
