import { releaseRefusal } from '#release/words/release-refusal'
import { Refusal } from '#domain/kernel/refusal'
import { nowKeysOf } from '#release/domain/release-plan'
import { isChosen } from '#release/domain/now-effects'
import { withFormerNames } from '#release/domain/with-former-names'
import { isEmptyRenaming, type Renamed } from '#domain/rules/renaming'
import type { Ports } from '#ports/ports'
import type { Manifest } from '#ports/rule-files'
import type { RulesVersion, Reseating } from '#ports/rules'
import type { ReleasePlan } from '#schemas/release'
import type { Command } from '#usecases/command'
import { checkedModel, hashOf, planRules, refuseRight, type PlanNeeds } from './plan-rules'
import type { Tell } from './read-live-facts'
import { checkedFiles } from './rule-files'
import { rememberingRules } from './remembering-rules'

/**
 * What is to be published: the text, why, the version it is based on (0 for the first one), and what of it shall apply to
 * deals in their stage.
 */
export type PublishRules = {
  readonly text: string
  readonly note: string
  readonly expected: number
  readonly now?: readonly string[] | undefined
  /** The files that the text names, as they were kept before; those of the version in force where absent. */
  readonly files?: Manifest | undefined
}

/**
 * Publishes a text as the next version of the rules. It is checked and planned here again, whatever the caller has done: a
 * fault refuses with `rules_faulty`, deals that would lose their place with `rules_blocked` and the plan, somebody who
 * published in between with `version_conflict` and who that was. The text that is current already changes nothing.
 */
export async function publishRules(
  ports: PlanNeeds,
  command: Command,
  input: PublishRules,
  tell?: Tell,
): Promise<RulesVersion> {
  refuseRight(command, 'publish')
  const { text, note, expected, now, files: given } = input
  const current = await currentOf(ports)
  if (current === undefined) return publishFirst(ports, command, input)
  const model = await checkedModel(ports, command, text)
  const files = await checkedFiles(ports, command, model, { given, before: current.files })
  if (current.hash === hashOf(text, files)) return current
  await refuseStale(ports, current, expected)
  const { plan, renamed, current: planned } = await planRules(ports, command, { text, now, files }, tell)
  return publishPlanned(ports, command, { plan, current: planned, renamed, text, model, note, expected, files })
}

/** Goes back to what an earlier version said: a new version with its text, and everything that was renamed since turned round. */
export async function rollbackRules(
  ports: PlanNeeds,
  command: Command,
  { to, note, expected }: { readonly to: number; readonly note: string; readonly expected: number },
  tell?: Tell,
): Promise<RulesVersion> {
  refuseRight(command, 'publish')
  await refuseStale(ports, await ports.rules.current(), expected)
  const planned = await planRules(ports, command, { rollbackTo: to }, tell)
  return publishPlanned(ports, command, { ...planned, note, expected, restores: to })
}

type Publishing = {
  readonly plan: ReleasePlan
  readonly current: RulesVersion
  readonly renamed: Renamed
  readonly text: string
  readonly model: RulesVersion['model']
  readonly note: string
  readonly expected: number
  readonly restores?: number
  readonly files?: Manifest | undefined
}

async function publishPlanned(ports: PlanNeeds, command: Command, one: Publishing): Promise<RulesVersion> {
  const { plan, current, renamed, text, model, note, expected, restores, files } = one
  // It was planned on what is in force; the caller has seen something else.
  await refuseStale(ports, current, expected)
  refuseBlocked(plan)
  const renamings = [...(current.renamings ?? []), ...(isEmptyRenaming(renamed.renaming) ? [] : [renamed.renaming])]
  const taken = restores === undefined ? [] : [{ version: current.version + 1, to: restores }]
  const undone = [...(current.undone ?? []), ...taken]
  const keys = nowKeysOf(plan).filter((key) => isChosen(key, plan.now))
  const next: RulesVersion = {
    version: current.version + 1,
    model: withFormerNames(model, await rememberingRules(ports, current)),
    text,
    hash: plan.hash,
    author: command.caller.actor.id,
    note,
    at: ports.clock.now(),
    ...(files === undefined ? {} : { files }),
    ...(renamings.length === 0 ? {} : { renamings }),
    ...(keys.length === 0 ? {} : { now: keys }),
    ...(restores === undefined ? {} : { restores }),
    ...(undone.length === 0 ? {} : { undone }),
  }
  const reseating = await workOf(ports, next, renamed)
  try {
    await ports.rules.publish(next, current.version, reseating)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'version_conflict') throw error
    throw await staleOf(ports, current.version)
  }
  return next
}

/** What deals have to follow: what this publishing renames and applies at once, and what an earlier one has not finished. */
async function workOf(
  { rules }: Pick<Ports, 'rules'>,
  next: RulesVersion,
  { renaming }: Renamed,
): Promise<Reseating | undefined> {
  const before = await rules.reseating()
  const unfinished = before === undefined || before.state === 'done' ? undefined : before
  const isKept = (version: number) => next.restores === undefined || version <= next.restores
  const amends = [...(unfinished?.amends ?? []).filter(isKept), ...(next.now === undefined ? [] : [next.version])]
  const undo = next.restores !== undefined || unfinished?.undo === true
  const isRenamed = !isEmptyRenaming(renaming)
  if (!isRenamed && amends.length === 0 && !undo && unfinished === undefined) return undefined
  const hasFields = Object.keys(renaming.fields).length + Object.keys(renaming.options).length > 0
  return {
    rev: (before?.rev ?? 0) + 1,
    version: next.version,
    state: 'running',
    total: 0,
    done: 0,
    amends,
    undo,
    fields: hasFields || unfinished?.fields === true,
    startedAt: next.at,
    busyAt: next.at,
  }
}

function refuseBlocked(plan: ReleasePlan): void {
  if (plan.publishable) return
  throw releaseRefusal('rules_blocked', { keys: plan.blocked.map(({ key }) => key) }, { plan })
}

async function refuseStale(ports: Pick<Ports, 'rules'>, current: RulesVersion, expected: number): Promise<void> {
  if (current.version !== expected) throw await staleOf(ports, expected)
}

/** Who published since the version that somebody planned on. */
async function staleOf({ rules }: Pick<Ports, 'rules'>, expected: number): Promise<Refusal> {
  const since = (await rules.versions()).filter(({ version }) => version > expected)
  const who = since.map(({ version, author, at, note }) => ({ version, author, at, note }))
  return releaseRefusal('version_conflict.in_force', { expected, since: who }, { since })
}

async function publishFirst(ports: PlanNeeds, command: Command, input: PublishRules): Promise<RulesVersion> {
  const { text, note, expected } = input
  const model = await checkedModel(ports, command, text)
  const files = await checkedFiles(ports, command, model, { given: input.files })
  const author = command.caller.actor.id
  const kept = { hash: hashOf(text, files), ...(files === undefined ? {} : { files }) }
  const next = { version: expected + 1, model, text, ...kept, author, note, at: ports.clock.now() }
  await ports.rules.publish(next, expected)
  return next
}

async function currentOf({ rules }: Pick<Ports, 'rules'>): Promise<RulesVersion | undefined> {
  try {
    return await rules.current()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rules_unknown') return undefined
    throw error
  }
}
