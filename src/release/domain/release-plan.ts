import type { Model } from '#schemas/model'
import type { ReleaseChange, ReleasePlan, Renaming } from '#schemas/release'
import { behindDifferences } from './behind-win'
import { blockedBy, reusedIds } from './blocked'
import { channelFindings, goneChannels } from './channel-findings'
import { erasedSoon, rewordedConsents, silentAlarms } from './client-findings'
import { differencesOf } from './differences'
import type { Difference } from '#domain/rules/difference'
import { aliveOf, type Alive, type LiveFacts } from './live-facts'
import { effectOf } from './now-effects'
import type { Renamed } from '#domain/rules/renaming'
import { emptyRoles, oldVersions } from './warnings'

/** What is planned: the rules in force, the new ones, what changes its name between them, and what shall apply at once. */
export type Proposal = {
  readonly from: number
  readonly before: Model
  readonly after: Model
  readonly renamed: Renamed
  /** Everything that was called otherwise before. */
  readonly renamings: readonly Renaming[]
  readonly hash: string
  readonly isSame: boolean
  readonly now: readonly string[]
  /** Going back to rules that were in force before: their ids mean what they meant. */
  readonly isRollback?: boolean
}

/** What publishing would do to the deals that are open: five groups, and what somebody should know beside. */
export function planRelease(proposal: Proposal, facts: LiveFacts): ReleasePlan {
  const { from, before, after, renamed, now, hash, isSame } = proposal
  const alive = aliveOf(facts)
  const steps = [...proposal.renamings, renamed.renaming]
  const reused = proposal.isRollback === true ? [] : reusedIds(before, after, steps)
  const inUse = [...blockedBy(before, after, renamed, alive), ...goneChannels(after, alive)]
  const asked = new Set(inUse.map(({ key }) => key))
  // What has to be answered for the deals that are in it answers for its old name, too.
  const blocked = [...inUse, ...reused.filter(({ to }) => !asked.has(to ?? ''))]
  const told = new Set(blocked.map(({ key }) => key))
  const differences = differencesOf(before, after, renamed)
  const changes = [...differences, ...behindDifferences(proposal, facts, differences)]
    .filter((one) => !isToldAsBlocked(one, told))
    .map((one) => ({ group: one.group, change: changeOf(one, proposal, alive) }))
  const inGroup = (group: Difference['group']): ReleaseChange[] =>
    changes.filter((one) => one.group === group).map(({ change }) => change)
  return {
    from,
    hash,
    at: facts.at,
    deals: facts.deals.length,
    tasks: facts.tasks.length,
    publishable: blocked.length === 0,
    changed: !isSame,
    now: [...now],
    blocked: [...blocked],
    warnings: [
      ...emptyRoles(after, renamed.renaming, alive),
      ...channelFindings(after, renamed.renaming, alive),
      ...silentAlarms(after, renamed.renaming.roles, alive),
      ...rewordedConsents(before, after),
      ...erasedSoon(alive),
      ...oldVersions(from, facts),
    ],
    moves: inGroup('moves'),
    nextEntry: inGroup('nextEntry'),
    newDeals: inGroup('newDeals'),
    atOnce: inGroup('atOnce'),
  }
}

/** The keys of a plan that may be applied to deals in the stage. */
export function nowKeysOf(plan: ReleasePlan): readonly string[] {
  return [...plan.nextEntry, ...plan.atOnce].flatMap(({ now }) => (now === undefined ? [] : [now.key]))
}

function changeOf(one: Difference, proposal: Proposal, alive: Alive): ReleaseChange {
  const { code, key, names, from, to, line } = one
  const { touched, now } = effectOf(one, proposal, alive, proposal.now)
  return {
    code,
    key,
    names: { ...names },
    ...(line === undefined || line === 0 ? {} : { line }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...touched,
    ...(now === undefined ? {} : { now }),
  }
}

/** What is gone is told once, where it has to be answered. */
function isToldAsBlocked({ code, key, names, at = [] }: Difference, told: ReadonlySet<string>): boolean {
  if (code === 'stage-removed') {
    const stage = names['stage'] ?? ''
    return told.has(stage) || (at.length > 0 && at.every(({ pipeline }) => told.has(`${pipeline}.${stage}`)))
  }
  const isRemoval = [
    'pipeline-removed',
    'role-removed',
    'field-removed',
    'option-removed',
    'channel-removed',
    'paper-removed',
  ].includes(code)
  return isRemoval && told.has(key)
}
