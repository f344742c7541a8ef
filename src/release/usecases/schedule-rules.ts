import { sentenceIn } from '#domain/kernel/saying'
import { releaseRefusal } from '#release/words/release-refusal'
import { systemCaller } from '#domain/kernel/access'
import { noticeId } from '#domain/people/notice-id'
import { Refusal } from '#domain/kernel/refusal'
import type { Ports } from '#ports/ports'
import type { KeptRelease } from '#ports/rules'
import type { SchedulePublish, ScheduledRelease } from '#schemas/release'
import type { Command } from '#usecases/command'
import { planRules, refuseRight, type PlanNeeds } from './plan-rules'
import { publishRules } from './publish-rules'
import { releaseView } from './read-release-status'
import { tell } from '#usecases/people/tell'

/**
 * Puts rules down to be published at a time. They are checked and planned now, so that nobody waits for what cannot be, and
 * again when their time has come.
 */
export async function scheduleRules(
  ports: PlanNeeds,
  command: Command,
  input: SchedulePublish,
): Promise<ScheduledRelease> {
  refuseRight(command, 'publish')
  const at = new Date(input.at).toISOString()
  if (at <= ports.clock.now()) {
    throw releaseRefusal('field_value.at_past', { at: input.at })
  }
  const asked = { text: input.text, now: input.now, files: input.files }
  const { plan, current, files } = await planRules(ports, command, asked)
  if (current.version !== input.expected) {
    throw releaseRefusal('version_conflict.schedule', { expected: input.expected, current: current.version })
  }
  if (!plan.publishable) {
    throw releaseRefusal('rules_blocked.scheduled', {}, { plan })
  }
  const release: KeptRelease = {
    id: `${at}~${plan.hash.slice(0, 8)}`,
    at,
    expected: input.expected,
    hash: plan.hash,
    author: command.caller.actor.id,
    note: input.note,
    now: [...(input.now ?? [])],
    state: 'waiting',
    text: input.text,
    ...(files === undefined ? {} : { files }),
  }
  await ports.rules.schedule(release)
  return releaseView(release)
}

/** Calls a scheduled publishing off. */
export async function cancelScheduled(
  { rules }: Pick<Ports, 'rules'>,
  command: Command,
  id: string,
): Promise<{ readonly cancelled: string }> {
  refuseRight(command, 'publish')
  if (await rules.unschedule(id)) return { cancelled: id }
  const known = (await rules.scheduled()).map((release) => release.id)
  throw releaseRefusal('release_unknown', { id, known }, { known })
}

type Needs = PlanNeeds & Pick<Ports, 'ids' | 'notices'>

/** What became of the publishings whose time had come. */
export type ScheduledRun = { readonly published: number; readonly failed: number }

/**
 * Publishes what is due, as its author would now. What cannot be published changes nothing: it stays on the list with the
 * reason, and everybody who may publish is told.
 */
export async function publishScheduled(ports: Needs): Promise<ScheduledRun> {
  const now = ports.clock.now()
  const due = (await ports.rules.scheduled()).filter(({ state, at }) => state === 'waiting' && at <= now)
  let published = 0
  let failed = 0
  for (const release of due) {
    const { text, note, expected, author, files } = release
    const caller = systemCaller('system', author)
    const command = { caller, correlationId: ports.ids.next('cor') }
    try {
      // oxlint-disable-next-line no-await-in-loop -- each is based on the version before it
      await publishRules(ports, command, { text, note, expected, now: release.now, files })
      await ports.rules.unschedule(release.id)
      published += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // oxlint-disable-next-line no-await-in-loop -- see above
      if (await isOut(ports, release)) {
        await ports.rules.unschedule(release.id)
        continue
      }
      failed += 1
      const said = error.told === undefined ? {} : { said: [...error.told.sayings] }
      // oxlint-disable-next-line no-await-in-loop -- see above
      await ports.rules.schedule({ ...release, state: 'failed', why: error.message, ...said })
      // oxlint-disable-next-line no-await-in-loop -- see above
      await tellPublishers(ports, release, error)
    }
  }
  return { published, failed }
}

/** Whether another run has published it at the same moment. */
async function isOut({ rules }: Pick<Ports, 'rules'>, { expected, hash, author, note }: KeptRelease): Promise<boolean> {
  const next = (await rules.versions()).find(({ version }) => version === expected + 1)
  return next?.hash === hash && next.author === author && next.note === note
}

async function tellPublishers(ports: Needs, release: KeptRelease, refusal: Refusal): Promise<void> {
  const [why, whyRu] = [refusal.message, await sentenceIn('ru', refusal)]
  const { employees } = await ports.people.load()
  const at = ports.clock.now()
  const told = Object.values(employees).filter(
    ({ id, active, rights }) => active && (rights?.rules_edit === 'all' || id === release.author),
  )
  for (const { id } of told) {
    const once = `publish_failed#${release.id}`
    const notice = {
      id: noticeId(at, `${once}#${id}`),
      kind: 'publish_failed',
      at,
      why,
      whyRu,
      since: release.at,
    } as const
    // oxlint-disable-next-line no-await-in-loop -- a handful of people
    await tell(ports, id, notice, { once, urgent: true })
  }
}
