import type { Deal } from '#schemas/deal'

/** The ETag of a deal: its version. */
export function versionTag(deal: Deal): string {
  return `"${deal.version}"`
}

/** An instant as everything inside has it: UTC with milliseconds, so that texts sort like times. */
export function inUtc<T extends string | null>(instant: T): T {
  return (instant === null ? null : new Date(instant).toISOString()) as T
}
