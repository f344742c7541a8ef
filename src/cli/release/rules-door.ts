import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { keepTemplate } from '#documents/usecases/keep-template'
import type { Command } from '#usecases/command'
import { followRules } from '#release/usecases/follow-rules'
import { countingErased, planRules } from '#release/usecases/plan-rules'
import { publishRules, rollbackRules } from '#release/usecases/publish-rules'
import { readReleaseStatus } from '#release/usecases/read-release-status'
import { cancelScheduled, scheduleRules } from '#release/usecases/schedule-rules'
import { commandEnvironment, RefusedUsage, UsageError } from '#cli/environment'
import { remoteRules } from './remote-rules'
import { saidIn, say } from '#cli/say'
import type { ShowsProgress } from '#cli/show-progress'
import type { RulesDoor } from './rules-port'
import { withNorma, type Access } from '#cli/with-norma'

/** Where a Norma is: a data folder, or the address of one that runs elsewhere with a token for it. */
export type Where = { readonly data: string; readonly url?: string; readonly token?: string }

/** Refusals that say the command was typed wrongly: a key, a version or a release that does not exist. */
const usage: ReadonlySet<string> = new Set(['now_unknown', 'rules_unknown', 'release_unknown', 'field_value'])

/** Does something with the rules of the Norma that the options name. */
export async function withRules<T>(
  where: Where,
  progress: ShowsProgress,
  work: (door: RulesDoor) => Promise<T>,
): Promise<T> {
  try {
    return await withDoor(where, progress, work)
  } catch (error) {
    if (error instanceof Refusal && usage.has(error.code)) throw new RefusedUsage(error)
    throw error
  }
}

function withDoor<T>(where: Where, progress: ShowsProgress, work: (door: RulesDoor) => Promise<T>): Promise<T> {
  const url = where.url ?? commandEnvironment.url
  if (url === undefined) {
    return withNorma(where.data, async (norma) => work(await localRules(norma, progress)))
  }
  const token = where.token ?? commandEnvironment.token
  if (token === undefined) throw new UsageError(say('who_asks', { url }))
  return work(remoteRules({ url, token }, progress))
}

const { lang: language } = commandEnvironment
const command: Command = {
  caller: systemCaller('system', 'command line'),
  correlationId: 'cor_command_line',
  language,
}

async function localRules({ ports, idle }: Access, progress: ShowsProgress): Promise<RulesDoor> {
  const [lookingAt, seating] = [await saidIn(language, say('looking')), await saidIn(language, say('seating'))]
  const looking = (done: number, total: number) => progress.show(lookingAt, done, total)
  return {
    plan: async (ask) => {
      const { plan } = await planRules(ports, command, { ...ask, erasedSooner: countingErased(ports) }, looking)
      progress.end()
      return plan
    },
    publish: async (input) => {
      const { version } = await publishRules(ports, command, input, looking)
      progress.end()
      return version
    },
    rollback: async (input) => {
      const { version } = await rollbackRules(ports, command, input, looking)
      progress.end()
      return version
    },
    schedule: (input) => scheduleRules(ports, command, input),
    cancel: async (id) => {
      await cancelScheduled(ports, command, id)
    },
    keep: async (path, bytes) => (await keepTemplate(ports, path, bytes)).sha256,
    status: () => readReleaseStatus(ports),
    follow: async () => {
      const followed = await followRules(ports, { tell: (done, total) => progress.show(seating, done, total) })
      progress.end()
      if (followed.seated > 0) await idle()
      return { done: followed.seated, left: followed.stuck > 0 }
    },
  }
}
