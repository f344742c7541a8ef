import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

import { Refusal } from '#domain/kernel/refusal'
import { planAsText } from '#release/domain/plan-text'
import type { ReleasePlan } from '#schemas/release'
import { commandEnvironment, exitCodes, langOf, rulesPathOf, rulesTextOf, UsageError } from '#cli/environment'
import { keysOf, orFaulty } from './plan-command'
import { oddSignIn, trimmed } from '#domain/kernel/text'
import { sentenceIn } from '#domain/kernel/saying'
import type { PlanAsk } from '#release/usecases/plan-rules'
import { keepBeside } from './files-beside'
import type { RulesDoor } from './rules-port'
import { withRules, type Where } from './rules-door'
import { printSaid, saidIn, say } from '#cli/say'
import { showProgress } from '#cli/show-progress'

const { lang } = commandEnvironment

/** What can be said to `norma publish`. */
export type PublishOptions = Where & {
  readonly note?: string
  readonly now?: string | readonly string[]
  readonly at?: string
  readonly plan?: string
  readonly expected?: number | string
  readonly lang?: string
}

/**
 * `norma publish`: makes the file the rules in force, at once or at a time. Exit code 0 done, 1 faults, 3 blocked, 4 when
 * the plan it rests on is stale: somebody published, or the file changed, in between.
 */
export async function publishCommand(file: string | undefined, options: PublishOptions): Promise<void> {
  const note = noteOf(options.note)
  const at = options.at === undefined ? undefined : instantOf(options.at)
  const text = rulesTextOf(file)
  const now = keysOf(options.now)
  const seen = seenPlan(options.plan, text)
  if (seen === 'stale') return stale(await saidIn(lang, say('file_not_planned')))
  await withRules(options, showProgress(), (door) =>
    orRefused(file, options.lang, async () => {
      const files = await keepBeside(rulesPathOf(file), text, door.keep)
      const beside = files === undefined ? {} : { files }
      const expected =
        expectedOf(options.expected) ??
        seen?.from ??
        (await planned(door, file, { text, now, ...beside }, options.lang))
      const keys = [...(options.now === undefined ? (seen?.now ?? now) : now)]
      if (at !== undefined) return scheduled(door, { text, note, expected, now: keys, at, ...beside })
      const version = await door.publish({ text, note, expected, now: keys, ...beside })
      await printSaid(lang, say(version === expected ? 'in_force_already' : 'in_force', { version }))
      await tellFollowed(door, version)
    }),
  )
}

function noteOf(given: string | undefined): string {
  const note = trimmed(given ?? '')
  if (note === '') throw new UsageError(say('note_missing'))
  const sign = oddSignIn(note, 'prose')
  if (sign !== undefined) throw new UsageError(say('note_sign', { sign }))
  return note
}

/** What can be said to `norma rollback`. */
export type RollbackOptions = Where & { readonly note?: string; readonly lang?: string }

/** `norma rollback`: goes back to what an earlier version said, the one before the newest by default. */
export async function rollbackCommand(version: string | undefined, options: RollbackOptions): Promise<void> {
  if (version !== undefined && !/^[1-9]\d{0,8}$/.test(version)) {
    throw new UsageError(say('version', { written: version }))
  }
  await withRules(options, showProgress(), (door) =>
    orRefused(undefined, options.lang, async () => {
      const { current } = await door.status()
      const to = version === undefined ? current.version - 1 : Number(version)
      if (to < 1) throw new UsageError(say('one_version'))
      const plan = await door.plan({ rollbackTo: to })
      show(plan, `v${to}`, options.lang)
      const note =
        options.note === undefined ? await saidIn(lang, say('back_to', { version: to })) : noteOf(options.note)
      const next = await door.rollback({ to, note, expected: plan.from })
      await printSaid(lang, say('back_in_force', { version: next, to }))
      await tellFollowed(door, next)
    }),
  )
}

/** `norma unschedule`: calls a scheduled publishing off. */
export async function unscheduleCommand(id: string, options: Where): Promise<void> {
  await withRules(options, showProgress(), (door) => door.cancel(id))
  await printSaid(lang, say('called_off', { id }))
}

async function planned(
  door: RulesDoor,
  file: string | undefined,
  ask: PlanAsk,
  chosen: string | undefined,
): Promise<number> {
  const plan = await door.plan(ask)
  show(plan, file ?? 'pipelines.yaml', chosen)
  return plan.from
}

async function scheduled(door: RulesDoor, input: Parameters<RulesDoor['schedule']>[0]): Promise<void> {
  const release = await door.schedule(input)
  await printSaid(lang, say('scheduled', { at: release.at, id: release.id }))
}

async function tellFollowed(door: RulesDoor, version: number): Promise<void> {
  const { done, left } = await door.follow(version)
  if (done > 0) await printSaid(lang, say('followed', { count: done }))
  if (left) await printSaid(lang, say('not_all_followed'))
}

async function orRefused(
  file: string | undefined,
  chosen: string | undefined,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await orFaulty(file, run)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'version_conflict') return stale(await sentenceIn(lang, error))
    if (error.code !== 'rules_blocked') throw error
    show(error.extra['plan'] as ReleasePlan, file ?? 'pipelines.yaml', chosen)
    process.stderr.write(`norma: ${await sentenceIn(lang, error)}\n`)
    process.exitCode = exitCodes.blocked
  }
}

function show(plan: ReleasePlan, file: string, chosen: string | undefined): void {
  process.stdout.write(planAsText(plan, { file, lang: langOf(chosen), colour: commandEnvironment.hasColour }))
}

async function stale(why: string): Promise<void> {
  process.stderr.write(`norma: ${await saidIn(lang, say('nothing_published'))} ${why}\n`)
  process.exitCode = exitCodes.stale
}

/** The plan in a file that `norma plan --format json` wrote; a text it was not made of makes it stale. */
function seenPlan(file: string | undefined, text: string): ReleasePlan | 'stale' | undefined {
  if (file === undefined) return undefined
  if (!existsSync(file)) throw new UsageError(say('file_missing', { files: [file] }))
  const plan = readPlan(file)
  return plan.hash === createHash('sha256').update(text).digest('hex') ? plan : 'stale'
}

function readPlan(file: string): ReleasePlan {
  try {
    const plan = JSON.parse(readFileSync(file, 'utf8')) as ReleasePlan
    if (Number.isInteger(plan.from) && typeof plan.hash === 'string') return plan
  } catch {
    // Whatever is wrong with it, the sentence below says what it should be.
  }
  throw new UsageError(say('no_plan', { file }))
}

function expectedOf(written: number | string | undefined): number | undefined {
  if (written === undefined) return undefined
  const expected = Number(written)
  if (Number.isInteger(expected) && expected >= 0) return expected
  throw new UsageError(say('expected', { written: String(written) }))
}

function instantOf(written: string): string {
  const ms = Date.parse(written)
  if (Number.isNaN(ms) || !/(Z|[+-]\d{2}:\d{2})$/.test(written)) throw new UsageError(say('release_at', { written }))
  if (ms <= Date.now()) throw new UsageError(say('release_past', { written }))
  return new Date(ms).toISOString()
}
