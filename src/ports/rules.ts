import type { Manifest } from './rule-files'
import type { Model } from '#schemas/model'
import type { Renaming, ScheduledRelease, Undone, VersionHead } from '#schemas/release'

/** One published version of the rules. */
export type RulesVersion = {
  readonly version: number
  readonly model: Model
  readonly text: string
  readonly hash: string
  readonly author: string
  readonly note: string
  readonly at: string
  /** Everything that was ever called otherwise, oldest first; absent while nothing was. */
  readonly renamings?: readonly Renaming[]
  /** The files it was published with, such as templates of documents; absent where it names none. */
  readonly files?: Manifest
  /** What of it was applied to visits that were under way. */
  readonly now?: readonly string[]
  /** The earlier version whose text it is, when it took back what came after. */
  readonly restores?: number
  /** Every version that took something back, and to which one; absent while none did. */
  readonly undone?: readonly Undone[]
}

/** The published versions of the rules, and how far deals have come in following the newest. */
export type RulesStore = {
  /** The newest version that can be loaded. Throws `rules_unknown` when nothing was ever published. */
  readonly current: () => Promise<RulesVersion>
  readonly version: (no: number) => Promise<RulesVersion>
  /**
   * Compare-and-set on the pointer; throws `version_conflict` when somebody published in between. What deals have to
   * follow because of it is noted in the same write.
   */
  readonly publish: (next: RulesVersion, expected: number, reseating?: Reseating) => Promise<void>
  /** The published versions without their texts, the newest first. */
  readonly versions: () => Promise<readonly VersionHead[]>
  /** How far deals have followed the newest rules; undefined before anything ever had to be moved. */
  readonly reseating: () => Promise<Reseating | undefined>
  /** Notes how far it is, from the revision it was read at; false when somebody else was first. */
  readonly noteReseating: (next: Reseating, wasRev: number | undefined) => Promise<boolean>
  /** What is to be published later, by its time. */
  readonly scheduled: () => Promise<readonly KeptRelease[]>
  readonly schedule: (release: KeptRelease) => Promise<void>
  /** False when it is not there any more: called off, or published by another. */
  readonly unschedule: (id: string) => Promise<boolean>
}

/** The work of bringing deals to where the rules in force have them. */
export type Reseating = {
  readonly rev: number
  /** The rules the deals follow. */
  readonly version: number
  readonly state: 'running' | 'watching' | 'done'
  readonly total: number
  readonly done: number
  /** Versions whose `now` is still being brought to visits that are under way. */
  readonly amends: readonly number[]
  /** Something that came to such visits is taken back. */
  readonly undo: boolean
  /** Fields or options have other names, so that every deal has to be looked into. */
  readonly fields: boolean
  readonly startedAt: string
  /** When a whole look around has last found something to do. */
  readonly busyAt: string
  readonly finishedAt?: string
  /** Deals that could not be seated at the last try. */
  readonly stuck?: readonly StuckDeal[]
}

/** A deal that could not be seated, what stood in its way, and whether the alarm has rung for it. */
export type StuckDeal = { readonly deal: string; readonly why: string; readonly rung?: boolean }

/** A scheduled publishing with its text. */
export type KeptRelease = ScheduledRelease & { readonly text: string; readonly files?: Manifest }
