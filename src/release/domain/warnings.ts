import { own } from '#domain/kernel/own'
import { addDays } from '#domain/time/days'
import type { Model } from '#schemas/model'
import type { ReleaseChange, Renaming } from '#schemas/release'
import { touchedBy, type Alive, type LiveFacts } from './live-facts'
import { placeAfter } from '#domain/rules/place-after'

/** Over so many days it is counted how often deals enter a stage. */
export const weekDays = 7

/** Roles that the new rules give tasks to and nobody is in, as of now: their tasks go to the owners’ heads. */
export function emptyRolesOf(after: Model, renaming: Renaming, org: LiveFacts['org']): readonly string[] {
  const taken = new Set(
    Object.values(org.employees)
      .filter(({ active }) => active)
      .flatMap(({ roles }) => roles.map((role) => own(renaming.roles, role) ?? role)),
  )
  const asked = Object.values(after.pipelines).flatMap(({ stages }) =>
    stages.flatMap(({ tasks }) => tasks.map(({ by }) => by)),
  )
  return [...new Set(asked)].filter((role) => Object.hasOwn(after.roles, role) && !taken.has(role))
}

/**
 * Says of every empty role how many tasks a week would have no one. Measured by the deals that came into the stages of its
 * tasks within the last seven days: each brings one task of every template of the role.
 */
export function emptyRoles(after: Model, renaming: Renaming, alive: Alive): readonly ReleaseChange[] {
  const since = addDays(alive.facts.at.slice(0, 10), -weekDays)
  return emptyRolesOf(after, renaming, alive.facts.org).map((role) => {
    let week = 0
    for (const { id, stages } of Object.values(after.pipelines)) {
      for (const stage of stages) {
        const templates = stage.tasks.filter(({ by }) => by === role).length
        if (templates > 0) week += templates * entriesOf({ pipeline: id, stage: stage.id }, { since, renaming, alive })
      }
    }
    const names = { role, name: after.roles[role]?.name ?? role, week: String(week), days: String(weekDays) }
    const line = after.roles[role]?.origin.line
    return {
      code: 'role-empty',
      key: `roles.${role}`,
      names,
      ...(line === undefined ? {} : { line }),
      ...touchedBy([], []),
    }
  })
}

/** Open deals that rules of long ago still judge; that is as it should be, and good to know. */
export function oldVersions(from: number, { deals }: LiveFacts): readonly ReleaseChange[] {
  const old = deals.filter(({ visit }) => visit.configVersion < from)
  if (old.length === 0) return []
  const oldest = Math.min(...old.map(({ visit }) => visit.configVersion))
  return [
    {
      code: 'old-versions-alive',
      key: 'versions',
      names: { oldest: String(oldest), from: String(from) },
      ...touchedBy(old, []),
    },
  ]
}

/** How many stays in a stage began within the week: those of deals that are in it, and those that left tasks. */
function entriesOf(
  place: { readonly pipeline: string; readonly stage: string },
  { since, renaming, alive }: { since: string; renaming: Renaming; alive: Alive },
): number {
  const isHere = (one: { readonly pipeline: string; readonly stage: string }) => {
    const now = placeAfter(one, [renaming])
    return now.pipeline === place.pipeline && now.stage === place.stage
  }
  const { deals, tasks, done = [] } = alive.facts
  const stays = new Set<string>()
  for (const deal of deals) if (deal.visit.enteredAt >= since && isHere(deal)) stays.add(`${deal.id}#${deal.visit.no}`)
  for (const task of [...tasks, ...done]) {
    if (task.template !== null && task.createdAt >= since && isHere(task)) stays.add(`${task.dealId}#${task.visit}`)
  }
  return stays.size
}
