import type { RefusalCode } from '#domain/kernel/refusal'
import type { Deal } from '#schemas/deal'

/** What every command on a deal may refuse, whatever it is. */
export const refusedAnyCommand = [
  'deal_unknown',
  'forbidden',
  'version_conflict',
  'rules_unknown',
  'stage_unknown',
] as const satisfies readonly RefusalCode[]

/** What a command that carries fields may refuse. */
export const refusedFields = [
  'field_unknown',
  'field_value',
  'field_computed',
] as const satisfies readonly RefusalCode[]

/** The ETag of a deal: its version. */
export function versionTag(deal: Deal): string {
  return `"${deal.version}"`
}

/** An instant as everything inside has it: UTC with milliseconds, so that texts sort like times. */
export function inUtc<T extends string | null>(instant: T): T {
  return (instant === null ? null : new Date(instant).toISOString()) as T
}
