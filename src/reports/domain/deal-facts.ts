import { clientOnShelf } from '#reports/domain/deal-table/client-on-shelf'
import { isSameKey, keyOf, planOf } from '#domain/deals/contribution'
import { isErased } from '#domain/deals/erased-client'
import { lateBefore } from '#domain/deals/lateness'
import { monthOf } from '#domain/time/period'
import { msOf } from '#domain/time/zone'
import type { Deal, Won } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import { wholeAccount, type Account, type Telling } from './account'
import {
  channelKey,
  shelfNames,
  type About,
  type ListedFacts,
  type Made,
  type MonthFacts,
  type OpenFacts,
  type OpenTask,
  type TaskFact,
  type TaskFacts,
} from './facts'
import { writeListed } from './listed-wire'
import { writeTasks } from './task-wire'
import { writeMonth, writeOpen } from './wire'

/** Everything there is of a deal: itself, its events (oldest first, up to its version) and its tasks. */
export type DealRecord = {
  readonly deal: Deal
  readonly events: readonly DomainEvent[]
  readonly tasks: readonly Task[]
}

/** What a deal brings to each shelf, as text. The same deal always gives the same texts. */
export function dealFacts(record: DealRecord, telling: Telling): ReadonlyMap<string, string> {
  return factsBy(record, wholeAccount(record.deal, record.events, telling))
}

/** The same by an account of its past: of the months that the account knows. */
export function factsBy(record: Pick<DealRecord, 'deal' | 'tasks'>, account: Account): ReadonlyMap<string, string> {
  const shelves = new Map<string, string>()
  const open = openFacts(record)
  if (open !== undefined) shelves.set(shelfNames.open, writeOpen(open))
  for (const [month, facts] of monthFacts(record.deal, account)) {
    shelves.set(shelfNames.deals(month), writeMonth(facts))
  }
  for (const [month, facts] of taskFacts(record, account.zone)) shelves.set(shelfNames.tasks(month), writeTasks(facts))
  shelves.set(shelfNames.listed(monthOf(account.zone, record.deal.createdAt)), writeListed(listedFacts(record)))
  return shelves
}

function aboutOf({ id, pipeline, owner }: Deal): About {
  return { deal: id, pipeline, owner }
}

function monthFacts(deal: Deal, account: Account): ReadonlyMap<string, MonthFacts> {
  const { zone } = account
  const months = new Map<string, MonthFacts>()
  const add = (month: string, more: Partial<MonthFacts>) => {
    months.set(month, { ...(months.get(month) ?? aboutOf(deal)), ...more })
  }
  add(monthOf(zone, deal.createdAt), { made: madeOf(deal, account) })
  for (const [month, all] of Object.entries(account.months)) if (Object.keys(all).length > 0) add(month, all)
  const { closed } = deal
  const path = account.stages.map(([stage]) => stage)
  for (const { at, rate: _rate, ...books } of bookedWins(deal)) {
    const cycleMs = msOf(at) - msOf(deal.createdAt)
    const client = clientOnShelf(deal)
    add(books.month, { won: { ...books, at: msOf(at), title: titleOf(deal), client, cycleMs, path } })
  }
  if (deal.status === 'lost' && closed !== undefined) {
    const { stage, pipeline, owner, currency } = deal
    const reason = closed.reason ?? ''
    const lost = { at: msOf(closed.at), owner, stage, pipeline, reason, amountMinor: amountOf(deal), currency, path }
    add(monthOf(zone, closed.at), { lost })
  }
  return months
}

/**
 * What a deal counts as won for, as it is booked: of a month that is closed as it stood when it was, whatever has been
 * corrected since; at most once a month.
 */
function bookedWins(deal: Deal): readonly Won[] {
  const parts = planOf(deal).filter(({ count }) => count > 0)
  const known = [...(deal.corrections ?? []).map(({ won }) => won), deal.won].filter((won) => won !== undefined)
  return parts.flatMap(({ key, sumMinor }) => {
    const won = known.find((one) => isSameKey(keyOf(one), key))
    return won === undefined ? [] : [asBooked(won, sumMinor)]
  })
}

function asBooked(won: Won, baseMinor: number): Won {
  if (won.baseMinor === baseMinor) return won
  const isOwnCurrency = won.currency === won.baseCurrency
  return { ...won, baseMinor, ...(isOwnCurrency ? { amountMinor: baseMinor } : {}) }
}

function madeOf(deal: Deal, { first, stages }: Account): Made {
  const { source } = deal.fields
  const { firstReply, firstReplyDueAt } = deal
  return {
    at: msOf(deal.createdAt),
    owner: first.owner,
    source: typeof source === 'string' ? source : '',
    reached: stages,
    isImported: first.isImported,
    ...(firstReplyDueAt === undefined || firstReplyDueAt === null ? {} : { promisedAt: msOf(firstReplyDueAt) }),
    ...(firstReply === undefined
      ? {}
      : {
          reply: {
            at: msOf(firstReply.at),
            by: firstReply.by,
            working: firstReply.workingSeconds,
            wall: firstReply.wallSeconds,
            isInTime: firstReply.isInTime,
          },
        }),
    isClosed: deal.status !== 'open' && deal.status !== 'won',
  }
}

function taskFacts({ deal, tasks }: Pick<DealRecord, 'deal' | 'tasks'>, zone: string): ReadonlyMap<string, TaskFacts> {
  const months = new Map<string, TaskFact[]>()
  for (const task of tasks.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const fact = taskFact(task)
    const touched = [fact.createdAt, fact.endedAt, fact.deadline].filter((at) => at !== undefined)
    for (const month of new Set(touched.map((at) => monthOf(zone, new Date(at).toISOString())))) {
      months.set(month, [...(months.get(month) ?? []), fact])
    }
  }
  return new Map([...months].map(([month, all]) => [month, { deal: deal.id, tasks: all }]))
}

/** Work counts for whoever did it; for what is not done whoever is responsible has to answer. */
function whoseWork({ status, counted, responsible }: Task): string {
  return status === 'done' ? (counted?.employee ?? responsible) : responsible
}

/** A due date that has been missed stays missed, wherever the deadline moves afterwards. */
function taskFact(task: Task): TaskFact {
  const endedAt = task.status === 'done' ? task.doneAt : task.status === 'cancelled' ? task.cancelledAt : undefined
  const deadline = task.firstMissedDueAt ?? task.dueAt
  const isDoneLate = task.status === 'done' && !task.lateAtBirth && task.dueAt !== null && (endedAt ?? '') > task.dueAt
  const whose = whoseWork(task)
  // Whoever does what another was late with has not missed anything.
  const missedBy = task.firstMissedBy ?? (isDoneLate ? task.responsible : whose)
  return {
    id: task.id,
    template: task.template ?? '',
    pipeline: task.pipeline,
    stage: task.stage,
    responsible: whose,
    status: task.status,
    createdAt: msOf(task.createdAt),
    ...(endedAt === undefined ? {} : { endedAt: msOf(endedAt) }),
    ...(deadline === null ? {} : { deadline: msOf(deadline) }),
    isMissed: task.firstMissedDueAt !== undefined || isDoneLate,
    ...(missedBy === whose ? {} : { missedBy }),
    isBornLate: task.lateAtBirth,
  }
}

function openFacts({ deal, tasks }: Pick<DealRecord, 'deal' | 'tasks'>): OpenFacts | undefined {
  const open = tasks
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((task): OpenTask => {
      const { id, responsible, dueAt, stage, pipeline } = task
      const by = task.missed?.dueAt === dueAt ? lateBefore(task) : undefined
      const fact = [id, responsible, dueAt === null ? null : msOf(dueAt), stage, pipeline] as const
      return by === undefined ? fact : [...fact, by]
    })
  const isRunning = deal.status === 'open' || deal.status === 'won'
  if (!isRunning && open.length === 0) return undefined
  const expected = deal.fields['expected_close']
  return {
    ...aboutOf(deal),
    stage: deal.stage,
    status: deal.status === 'open' || deal.status === 'won' ? deal.status : 'closed',
    enteredAt: msOf(deal.visit.enteredAt),
    configVersion: deal.visit.configVersion,
    amountMinor: amountOf(deal),
    currency: deal.currency,
    expectedClose: typeof expected === 'string' ? expected : null,
    tasks: open,
  }
}

/** Of a longer text a list shows, and looks through, the beginning. */
const longestListed = 200

function listedFacts({ deal, tasks }: Pick<DealRecord, 'deal' | 'tasks'>): ListedFacts {
  const open = tasks.filter(({ status }) => status === 'open')
  const due = open.flatMap(({ dueAt }) => dueAt ?? []).toSorted()[0]
  const fields = Object.entries(deal.fields)
    .filter((one): one is [string, string | number | boolean] => one[1] !== null && one[1] !== '')
    .filter(([, value]) => !isErased(deal.client) || !isText(value))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, value]) => [id, typeof value === 'string' ? value.slice(0, longestListed) : value] as const)
  return {
    ...aboutOf(deal),
    stage: deal.stage,
    status: deal.status,
    currency: deal.currency,
    title: titleOf(deal),
    client: clientOnShelf(deal),
    createdAt: msOf(deal.createdAt),
    enteredAt: msOf(deal.visit.enteredAt),
    closedAt: deal.closed === undefined ? null : msOf(deal.closed.at),
    reason: deal.closed?.reason ?? null,
    nextDueAt: due === undefined ? null : msOf(due),
    tasks: open.length,
    fields: { ...Object.fromEntries(fields), ...(deal.channel === undefined ? {} : { [channelKey]: deal.channel }) },
  }
}

/** What people called a deal may name its client: of one who is erased, lists show what is left of the name. */
function titleOf({ title, client }: Deal): string {
  return isErased(client) ? (client.name ?? '') : title
}

/** Whether people may have written anything there: ids of lists and people, days and instants say nothing of anybody. */
function isText(value: string | number | boolean): boolean {
  return typeof value === 'string' && !/^([a-z][a-z0-9_]*|\d{4}-\d{2}-\d{2}(T[0-9:.]+Z)?)$/.test(value)
}

function amountOf({ fields }: Deal): number {
  const { amount } = fields
  return typeof amount === 'number' ? Math.round(amount) : 0
}
