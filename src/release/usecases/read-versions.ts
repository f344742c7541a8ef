import { textDifference } from '#release/domain/text-difference'
import type { Difference } from '#release/domain/text-difference'
import type { Ports } from '#ports/ports'
import type { ScheduledRelease, VersionHead } from '#schemas/release'
import { releaseView } from './read-release-status'

/** The published versions, the newest first, which of them is in force, and what is to be published later. */
export type Versions = {
  readonly current: number
  readonly versions: readonly VersionHead[]
  readonly scheduled: readonly ScheduledRelease[]
}

/** Reads what was published and what will be. */
export async function readVersions({ rules }: Pick<Ports, 'rules'>): Promise<Versions> {
  const [{ version }, versions, scheduled] = await Promise.all([rules.current(), rules.versions(), rules.scheduled()])
  return { current: version, versions, scheduled: scheduled.map(releaseView) }
}

/** What a version changed in the text of the one before it; of the first version, nothing. Throws `rules_unknown`. */
export async function readDifference({ rules }: Pick<Ports, 'rules'>, version: number): Promise<readonly Difference[]> {
  if (version <= 1) {
    await rules.version(version)
    return []
  }
  const [before, after] = await Promise.all([rules.version(version - 1), rules.version(version)])
  return textDifference(before.text, after.text)
}
