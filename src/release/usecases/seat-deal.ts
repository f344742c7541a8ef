import { again, whileOthersWrite } from '#usecases/while-others-write'
import { eventId } from '#domain/kernel/event-id'
import { Refusal } from '#domain/kernel/refusal'
import { amendTasks, restoredTasks, type TaskChange } from '#release/domain/amend'
import { isOfEverybody, isTakenBack, isWonNow, keptAmendments, pendingKeys } from '#release/domain/pending'
import { redatedByCalendar } from '#release/domain/redate'
import { isUnseated, nextSeat } from '#domain/rules/renamed-words'
import { withWon, wonNow } from '#domain/deals/winning'
import type { StageRules } from '#domain/rules/stage-rules'
import type { Ports } from '#ports/ports'
import type { RulesVersion, Reseating } from '#ports/rules'
import type { Deal, Visit, Won } from '#schemas/deal'
import type { EventDetail } from '#schemas/event'
import type { Task } from '#schemas/task'
import type { Command } from '#usecases/command'
import { commit, notBefore } from '#usecases/deals/commit'
import { timelineOf } from '#usecases/deals/deal-as-of'
import { rulesFor } from '#usecases/deals/deal-file'
import { winningVersions } from './winning-versions'

export type SeatNeeds = Pick<Ports, 'clock' | 'ids' | 'deals' | 'people' | 'rules' | 'gateFacts' | 'settings'>

type Amended = NonNullable<Visit['amended']>
type Work = { readonly command: Command; readonly work: Reseating }

/**
 * Puts one deal where the rules in force have it, in one transaction with the event that says so: place, fields, what was
 * brought to its visit on purpose and the tasks that follows from. Its id, tasks, due dates, history, entry time and the
 * version that judges its visit stay. False when there was nothing to do. `read` is the deal where it was read just now; it
 * is written on the condition that it still is what was read, and read again when it is not.
 */
export async function seatDeal(ports: SeatNeeds, one: Work, dealId: string, read?: Deal): Promise<boolean> {
  return whileOthersWrite(`The deal ${dealId} was changed`, async (look) => {
    const deal = look === 1 && read !== undefined ? read : await ports.deals.find(dealId)
    if (deal === undefined || !isRunning(deal)) return false
    const seated = await decide(ports, one, deal)
    if (seated === undefined) return false
    try {
      await write(ports, one.command, deal, seated)
      return true
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'version_conflict') throw error
      return again
    }
  })
}

type Seated = {
  readonly rules: number
  readonly amended?: Amended
  readonly won?: Won
  readonly tasks: readonly TaskChange[]
  readonly at: string
}

async function decide(ports: SeatNeeds, { work }: Work, deal: Deal): Promise<Seated | undefined> {
  const newest = await ports.rules.current()
  const at = notBefore(ports.clock.now(), deal)
  const won = await winningOf(ports, deal, { work, newest, at })
  const bare = { rules: newest.version, at, tasks: [], ...(won === undefined ? {} : { won }) }
  const isNamed = work.amends.length === 0 && !work.undo
  if (isNamed) return isUnseated(deal) ? bare : undefined
  const tasks = await ports.deals.tasksOf(deal.id)
  const amended = await amendmentsOf(ports, deal, { work, newest, tasks })
  if (amended === undefined) return isUnseated(deal) || won !== undefined ? bare : undefined
  return { ...bare, amended, tasks: await tasksFor(ports, deal, { newest, tasks, amended, at }) }
}

/** The books of a deal that is won at once, because the stage after which it is won has moved to before where it stands. */
async function winningOf(
  ports: SeatNeeds,
  deal: Deal,
  { work, newest, at }: { readonly work: Reseating; readonly newest: RulesVersion; readonly at: string },
): Promise<Won | undefined> {
  const winning = await winningVersions(ports, work, newest)
  if (!winning.some((since) => isWonNow(deal, since, newest))) return undefined
  const [{ employees }, money] = await Promise.all([ports.people.load(), ports.settings.load()])
  return wonNow(deal, at, { model: newest.model, employees, money })
}

/** What applies to the visit from now on; undefined when that is what applies to it already. */
async function amendmentsOf(
  ports: SeatNeeds,
  deal: Deal,
  { work, newest, tasks }: { work: Reseating; newest: RulesVersion; tasks: readonly Task[] },
): Promise<Amended | undefined> {
  const kept = keptAmendments(deal.visit, newest.undone ?? [])
  const versions = await Promise.all(work.amends.map((version) => ports.rules.version(version)))
  const fresh = await Promise.all(
    versions.map(async (version) => {
      const keys = [
        ...pendingKeys({ ...deal, visit: { ...deal.visit, amended: kept } }, version, newest),
        ...(await everybodysKeys(ports, deal, { version, tasks })),
      ]
      return keys.length === 0 ? [] : [{ rules: version.version, at: version.at, keys, deal: deal.version + 1 }]
    }),
  )
  const all = [...kept, ...fresh.flat()]
  return all.length === (deal.visit.amended ?? []).length && fresh.flat().length === 0 ? undefined : all
}

/** Ladders and calendars concern a deal by its open tasks. */
async function everybodysKeys(
  ports: SeatNeeds,
  { visit }: Deal,
  { version, tasks }: { version: RulesVersion; tasks: readonly Task[] },
): Promise<readonly string[]> {
  const keys = (version.now ?? []).filter(isOfEverybody)
  if (keys.length === 0 || (visit.amended ?? []).some(({ rules }) => rules === version.version)) return []
  const dated = keys.some((key) => key.startsWith('calendar')) ? await redated(ports, tasks, version) : []
  return keys.filter((key) => {
    if (key.startsWith('calendar')) return dated.length > 0
    const ladder = key.slice('escalations.'.length)
    return tasks.some((task) => task.status === 'open' && task.escalate === ladder)
  })
}

async function tasksFor(
  ports: SeatNeeds,
  deal: Deal,
  { newest, tasks, amended, at }: { newest: RulesVersion; tasks: readonly Task[]; amended: Amended; at: string },
): Promise<readonly TaskChange[]> {
  const org = await ports.people.load()
  const restored = await takenBack(ports, deal, { newest, tasks })
  const now = withChanges(tasks, restored)
  const [was, is] = await Promise.all([rulesFor(ports, deal), rulesFor(ports, amendedDeal(deal, amended))])
  const isTakenBack = amended.length < (deal.visit.amended ?? []).length
  // What is taken back was recorded as it was; everything else about open tasks is a promise and stays.
  const before: StageRules = isTakenBack ? is : was
  const changes = amendTasks({ deal: amendedDeal(deal, amended), was: before, is, tasks: now, org, at })
  const fresh = amended.filter(({ deal: version }) => version === deal.version + 1)
  const dates = await Promise.all(
    fresh
      .filter(({ keys }) => keys.some((key) => key.startsWith('calendar')))
      .map(async ({ rules }) => redated(ports, withChanges(now, changes), await ports.rules.version(rules))),
  )
  return joined(tasks, [...restored, ...changes, ...dates.flat()])
}

/** What amendments that are taken back did to tasks, where nobody has touched those since. */
async function takenBack(
  { deals }: SeatNeeds,
  deal: Deal,
  { newest, tasks }: { newest: RulesVersion; tasks: readonly Task[] },
): Promise<readonly TaskChange[]> {
  const gone = (deal.visit.amended ?? []).filter(({ rules }) => isTakenBack(rules, newest.undone ?? []))
  if (gone.length === 0) return []
  const versions = new Set(gone.map(({ deal: version }) => eventId(deal.id, version)))
  const events = (await timelineOf(deals, deal.id)).filter(({ id }) => versions.has(id))
  // The newest first: each brings tasks back to where the one before it had left them.
  let now = tasks
  for (const event of events.toReversed()) {
    const back = restoredTasks(now, journalOf(event.detail))
    now = withChanges(
      now,
      back.map(({ task, was }) => ({
        task: { ...task, rev: revBefore(event.detail, task, was) },
        ...(was && { was }),
      })),
    )
  }
  return now.flatMap((task) => {
    const was = tasks.find(({ id }) => id === task.id)
    return was === undefined || was === task ? [] : [{ task: { ...task, rev: was.rev + 1 }, was }]
  })
}

function journalOf({ reseated }: EventDetail) {
  return reseated?.tasks ?? []
}

/** The revision a task had before the amendment, so that the journal of an earlier one fits it again. */
function revBefore({ reseated }: EventDetail, task: Task, was: Task | undefined): number {
  return reseated?.tasks?.find(({ id }) => id === task.id)?.was?.rev ?? was?.rev ?? task.rev
}

async function redated(
  { people, rules }: SeatNeeds,
  tasks: readonly Task[],
  version: RulesVersion,
): Promise<readonly TaskChange[]> {
  const org = await people.load()
  const open = tasks.filter(({ status }) => status === 'open')
  const versions = [...new Set(open.map(({ dueWhy }) => dueWhy.configVersion))]
  const read = await Promise.all(versions.map((no) => rules.version(no)))
  const models = new Map(read.map(({ version: no, model }) => [no, model]))
  return open.flatMap((was) => {
    const task = redatedByCalendar(was, { after: version.model, at: version.at, org, models })
    return task === undefined ? [] : [{ task: { ...task, rev: was.rev + 1 }, was }]
  })
}

async function write(ports: SeatNeeds, command: Command, deal: Deal, seated: Seated): Promise<void> {
  const { rules, amended, won, tasks, at } = seated
  const seat = amended === undefined ? nextSeat(deal, rules) : { rules, from: deal.version + 1, to: deal.version + 1 }
  const { pipeline, stage } = deal
  const was = {
    rules: Math.max(deal.visit.configVersion, isUnseated(deal) ? 0 : (deal.seat?.rules ?? 0)),
    pipeline,
    stage,
  }
  const journal = tasks.map(({ task, was: before }) => ({ id: task.id, rev: task.rev, ...(before && { was: before }) }))
  const reseated = {
    rules,
    was,
    ...(amended === undefined ? {} : { amended }),
    ...(journal.length === 0 ? {} : { tasks: journal }),
  }
  await commit(ports, command, {
    was: deal,
    next: { ...wonDeal(amendedDeal(deal, amended), won), seat },
    name: 'deal.reseated',
    detail: { reseated, ...(won === undefined ? {} : { became: 'won' }) },
    at,
    tasks: tasks.map(({ task, was: before }) => ({ task, ...(before && { wasRev: before.rev }) })),
  })
}

function amendedDeal(deal: Deal, amended: Amended | undefined): Deal {
  if (amended === undefined) return deal
  const { amended: _amended, ...visit } = deal.visit
  return { ...deal, visit: amended.length === 0 ? visit : { ...visit, amended } }
}

function wonDeal(deal: Deal, won: Won | undefined): Deal {
  return won === undefined ? deal : withWon({ ...deal, status: 'won' }, won)
}

function withChanges(tasks: readonly Task[], changes: readonly TaskChange[]): readonly Task[] {
  const now = new Map(tasks.map((task) => [task.id, task]))
  for (const { task } of changes) now.set(task.id, task)
  return [...now.values()]
}

/** Several changes of one task are one: from what it is in the store to what it becomes. */
function joined(tasks: readonly Task[], changes: readonly TaskChange[]): readonly TaskChange[] {
  const stored = new Map(tasks.map((task) => [task.id, task]))
  const last = new Map(changes.map(({ task }) => [task.id, task]))
  return [...last.values()].map((task) => {
    const was = stored.get(task.id)
    return was === undefined ? { task: { ...task, rev: 1 } } : { task: { ...task, rev: was.rev + 1 }, was }
  })
}

function isRunning({ status }: Deal): boolean {
  return status === 'open' || status === 'won'
}
