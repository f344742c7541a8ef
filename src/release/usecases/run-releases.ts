import { instantOf, msOf } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import { followRules } from './follow-rules'
import { publishScheduled } from './schedule-rules'

type Needs = Pick<
  Ports,
  | 'clock'
  | 'deals'
  | 'documents'
  | 'money'
  | 'files'
  | 'ids'
  | 'integrations'
  | 'language'
  | 'notices'
  | 'people'
  | 'ruleFiles'
  | 'rules'
  | 'gateFacts'
  | 'settings'
>

/** A run ends well before the next function that may run as long would be stopped; what is left has its turn then. */
const runMs = 600_000

/** What a run came to. `releasesFailed` counts publishings that could not be, and deals that could not be seated, each once. */
export type ReleasesRun = { readonly published: number; readonly seated: number; readonly releasesFailed: number }

/** Publishes what is due and lets deals follow the rules in force. With nothing to do it is two reads. */
export async function runReleases(ports: Needs): Promise<ReleasesRun> {
  const until = instantOf(msOf(ports.clock.now()) + runMs)
  // What cannot even be read must not keep deals from following what is in force.
  const [scheduled] = await Promise.allSettled([publishScheduled(ports)])
  const followed = await followRules(ports, { until, isAlarmed: true })
  if (scheduled.status === 'rejected') throw scheduled.reason
  const { published, failed } = scheduled.value
  return { published, seated: followed.seated, releasesFailed: failed + followed.failed }
}
