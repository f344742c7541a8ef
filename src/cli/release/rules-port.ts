import type { PlanAsk } from '#release/usecases/plan-rules'
import type { PublishRules } from '#release/usecases/publish-rules'
import type { ReleasePlan, ReleaseStatus, RollbackRules, ScheduledRelease, SchedulePublish } from '#schemas/release'

/** What the command line may do with the rules of a Norma, wherever it is. */
export type RulesDoor = {
  readonly plan: (ask: PlanAsk) => Promise<ReleasePlan>
  /** Answers the version that is in force then. */
  readonly publish: (input: PublishRules) => Promise<number>
  readonly rollback: (input: RollbackRules) => Promise<number>
  readonly schedule: (input: SchedulePublish) => Promise<ScheduledRelease>
  readonly cancel: (id: string) => Promise<void>
  /** Keeps a file that rules name, and answers the SHA-256 by which they are published with it. */
  readonly keep: (path: string, bytes: Uint8Array) => Promise<string>
  readonly status: () => Promise<ReleaseStatus>
  /** Waits until deals have followed a version, and says how many; what is left then goes on by itself. */
  readonly follow: (version: number) => Promise<{ readonly done: number; readonly left: boolean }>
}
