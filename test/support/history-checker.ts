import { isDeepStrictEqual } from 'node:util'

import { ScanCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { keyOf } from '#domain/deals/contribution'
import { foldDeal, isNote } from '#domain/deals/fold'
import { missedTasks, seatTasks } from '#domain/deals/seating'
import { taskIdOf } from '#domain/kernel/task-id'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Deal, LedgerKey } from '#schemas/deal'
import type { DomainEvent } from '#schemas/event'
import type { Task } from '#schemas/task'
import { rulesFor } from '#usecases/deals/deal-file'

/** How a command ended for whoever gave it; `done` promised an effect, `in_doubt` got no answer. */
export type Told = {
  readonly correlationId: string
  readonly outcome: 'done' | 'unchanged' | 'refused' | 'in_doubt'
}

/** The stored world that is checked. */
export type Checked = {
  readonly ports: Ports
  readonly document: DynamoDBDocumentClient
  readonly table: string
}

/** One deal with everything that was ever written about it. */
export type DealHistory = {
  readonly deal: Deal
  readonly tasks: readonly Task[]
  readonly events: readonly DomainEvent[]
}

type Item = Readonly<Record<string, unknown>>

/**
 * Every way in which what is stored contradicts itself or what callers were told, once nothing is under way: commands
 * against events, events against deals, deals against tasks, ledger, plan rows and columns. Empty when nothing was lost
 * and nothing doubled.
 */
export async function historyFaults(checked: Checked, told?: readonly Told[]): Promise<readonly string[]> {
  const { ports } = checked
  const items = await everyItem(checked)
  const ids = items.filter(({ pk, sk }) => String(pk).startsWith('D#') && sk === '#').map(({ pk }) => dealIn(pk))
  const people = await ports.people.load()
  const histories = await inLanes(ids, (id) => readHistory(ports, id))
  const ofDeals = await inLanes(histories, (history) => dealFaults(ports, people, history))
  return [
    ...orphans(items, new Set(ids)),
    ...(told === undefined
      ? []
      : toldFaults(
          told,
          histories.flatMap(({ events }) => events),
        )),
    ...ofDeals.flat(),
    ...(await bookFaults(ports, items, histories)),
    ...(await columnFaults(ports, items, histories)),
  ]
}

/** Everything in the table by key, to see whether something changed anything at all. */
export async function everyItem({ document, table }: Pick<Checked, 'document' | 'table'>): Promise<readonly Item[]> {
  const found: Item[] = []
  let from: Record<string, unknown> | undefined
  do {
    const page = await document.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
    )
    found.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from !== undefined)
  return found.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

/** A deal, its tasks and all its events, oldest first. */
export async function readHistory({ deals }: Pick<Ports, 'deals'>, dealId: string): Promise<DealHistory> {
  const [deal, tasks] = await Promise.all([deals.find(dealId), deals.tasksOf(dealId)])
  if (deal === undefined) throw new Error(`There is no deal ${dealId}.`)
  const events: DomainEvent[] = []
  let cursor: string | undefined
  do {
    const page = await deals.events(dealId, { order: 'oldest', limit: 100, ...(cursor !== undefined && { cursor }) })
    events.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return { deal, tasks, events }
}

/** What is wrong with one deal: versions with gaps, a state its events do not lead to, tasks that its rules do not ask for. */
export async function dealFaults(
  ports: Pick<Ports, 'rules' | 'gateFacts'>,
  people: People,
  history: DealHistory,
): Promise<readonly string[]> {
  const { deal, events } = history
  const faults = [...chainFaults(history)]
  const folded = foldDeal(events)
  if (!isDeepStrictEqual(folded, deal)) {
    faults.push(`is not what its events add up to: ${JSON.stringify(folded)} but stored ${JSON.stringify(deal)}`)
  }
  faults.push(...(await seatFaults(ports, people, history)), ...(await strayTasks(ports, history)))
  return faults.map((fault) => `${deal.id} ${fault}`)
}

/** Each acknowledged command has exactly one event, and each event belongs to a command that may have had an effect. */
export function toldFaults(told: readonly Told[], events: readonly DomainEvent[]): readonly string[] {
  const ofCommand = new Map<string, DomainEvent[]>()
  // What rules and consumers add carries the same correlation but names the event that caused it.
  for (const event of events.filter((one) => one.causationId === null && !isNote(one))) {
    ofCommand.set(event.correlationId, [...(ofCommand.get(event.correlationId) ?? []), event])
  }
  const wrong = told.flatMap(({ correlationId, outcome }) => {
    const count = ofCommand.get(correlationId)?.length ?? 0
    const most = outcome === 'done' || outcome === 'in_doubt' ? 1 : 0
    const least = outcome === 'done' ? 1 : 0
    if (count >= least && count <= most) return []
    return [`command ${correlationId} was ${outcome} and has ${count} events`]
  })
  const known = new Set(told.map(({ correlationId }) => correlationId))
  const unasked = [...ofCommand.keys()].filter((id) => !known.has(id))
  return [...wrong, ...unasked.map((id) => `nobody gave the command ${id}, and it has an event`)]
}

function chainFaults({ deal, events: all }: DealHistory): readonly string[] {
  const faults: string[] = []
  const events = all.filter((event) => !isNote(event))
  if (deal.version !== events.length) faults.push(`is at version ${deal.version} with ${events.length} events`)
  for (const [index, { id, detail, name }] of events.entries()) {
    if (id !== `${deal.id}:${index + 1}`) faults.push(`has the event ${id} in place ${index + 1}`)
    if ((name === 'deal.created') !== (index === 0)) faults.push(`has ${name} in place ${index + 1}`)
    const before = events[index - 1]?.detail.deal
    const { from } = detail
    if (from === undefined || before === undefined) continue
    const fits = from.stage === before.stage && from.visit === before.visit && from.status === before.status
    if (!fits || from.owner !== before.owner) faults.push(`has the event ${id} that does not follow the one before`)
  }
  return faults
}

/** Tasks that should be there and are not, or should have been changed: now, and when each past visit ended. */
async function seatFaults(
  ports: Pick<Ports, 'rules' | 'gateFacts'>,
  org: People,
  { deal, tasks, events }: DealHistory,
): Promise<readonly string[]> {
  const rules = await rulesFor(ports, deal)
  const { open, change } = seatTasks({ deal, rules, tasks, org, at: deal.updatedAt })
  const faults = [
    ...open.map((task) => `lacks the task ${task.id}`),
    ...change.map(({ task }) => `has the task ${task.id} as it should not be: it should be ${task.status}`),
  ]
  for (const [index, event] of events.entries()) {
    const next = events[index + 1]
    const isEnd = next !== undefined && (next.detail.deal.visit !== event.detail.deal.visit || !isRunning(next))
    if (!isEnd || !isRunning(event) || event.actor.kind === 'import') continue
    const then = foldDeal(events.slice(0, index + 1))
    if (then === undefined) continue
    const rulesThen = await rulesFor(ports, then)
    const situation = { deal: then, rules: rulesThen, tasks, org, at: event.at, until: event.at }
    faults.push(...missedTasks(situation, 'stage_left').map(({ id }) => `has no record of the task ${id}`))
  }
  return faults
}

/** Tasks that nothing brought, and tasks whose state no event explains. */
async function strayTasks(
  ports: Pick<Ports, 'rules' | 'gateFacts'>,
  { deal, tasks, events }: DealHistory,
): Promise<readonly string[]> {
  const faults: string[] = []
  const visits = new Map(events.map((event) => [event.detail.deal.visit, event]))
  const wasLost = events.some(({ name }) => name === 'deal.lost')
  for (const task of tasks) {
    const { stage, pipeline } = visits.get(task.visit)?.detail.deal ?? {}
    if (task.stage !== stage || task.pipeline !== pipeline) faults.push(`has the stray task ${task.id}`)
    const said = lastSaid(task.id, events)
    if (task.template === null) {
      if (said === undefined) faults.push(`has the task ${task.id} that nobody added`)
    } else {
      const visit = visits.get(task.visit)
      const then = { ...deal, stage: task.stage, visit: { ...deal.visit, configVersion: visit?.configVersion ?? 1 } }
      const { stage: rules } = await rulesFor(ports, then)
      const isTemplate = rules.tasks.some(({ id }) => task.id === taskIdOf(deal.id, task.visit, id))
      const isFollowUp = wasLost && task.id === taskIdOf(deal.id, task.visit, '0follow_up')
      if (!isTemplate && !isFollowUp) faults.push(`has the task ${task.id} that no rule asks for`)
    }
    if (!explains(said, task)) faults.push(`has the task ${task.id} ${task.status}, but it was said to be ${said}`)
  }
  const known = new Set(tasks.map(({ id }) => id))
  const said = events.flatMap(({ detail }) => [...(detail.completed ?? []), ...(detail.task ? [detail.task.id] : [])])
  return [...faults, ...said.filter((id) => !known.has(id)).map((id) => `tells of the task ${id} that does not exist`)]
}

type Said = 'open' | 'done' | 'cancelled'

/** What people last made of a task, by the events alone. */
function lastSaid(taskId: string, events: readonly DomainEvent[]): Said | undefined {
  let said: Said | undefined
  for (const { name, detail } of events) {
    if (detail.completed?.includes(taskId) === true) said = 'done'
    if (detail.task?.id !== taskId) continue
    if (name === 'task.done') said = 'done'
    if (name === 'task.cancelled') said = 'cancelled'
    if (name === 'task.added' || name === 'task.reopened') said = 'open'
  }
  return said
}

/** Rules may cancel what people left open; nothing else changes without somebody saying so. */
function explains(said: Said | undefined, { status, cancelReason }: Task): boolean {
  if (said === 'done') return status === 'done'
  if (said === 'cancelled') return status === 'cancelled' && cancelReason === 'by_person'
  return status === 'open' || (status === 'cancelled' && cancelReason !== 'by_person')
}

type Counts = Map<string, readonly [sumMinor: number, count: number, tasksDone: number]>

/** The ledger and the plan rows against what deals and done tasks count for by themselves. */
async function bookFaults(
  ports: Ports,
  items: readonly Item[],
  histories: readonly DealHistory[],
): Promise<readonly string[]> {
  const entries: Counts = new Map()
  const rows: Counts = new Map()
  const count = (source: string, key: LedgerKey, amounts: readonly [number, number, number]) => {
    add(entries, `${source} ${rowName(key)}`, amounts)
    add(rows, rowName(key), amounts)
  }
  for (const { deal, tasks } of histories) {
    const counts = deal.status === 'won' || deal.status === 'completed'
    if (counts && deal.won !== undefined) count(deal.id, keyOf(deal.won), [deal.won.baseMinor, 1, 0])
    for (const { id, status, counted } of tasks) if (status === 'done' && counted) count(id, counted, [0, 0, 1])
  }
  const months = [...new Set(items.map(({ pk }) => String(pk)).filter((pk) => pk.startsWith('PL#')))]
  const kept: Counts = new Map()
  const facts: Counts = new Map()
  for (const month of months.map((pk) => pk.slice('PL#'.length))) {
    for (const { source, key, sumMinor, count: deals, tasksDone } of await ports.plans.ledger(month, {
      names: 'as_booked',
    })) {
      add(kept, `${source} ${rowName(key)}`, [sumMinor, deals, tasksDone])
    }
    for (const row of await ports.plans.facts(month, 'as_booked'))
      add(facts, rowName(row), [row.sumMinor, row.count, row.tasksDone])
  }
  return [...differences('the ledger', entries, kept), ...differences('the plan row', rows, facts)]
}

/** Column and owner counters against a count over the deals. */
async function columnFaults(
  ports: Ports,
  items: readonly Item[],
  histories: readonly DealHistory[],
): Promise<readonly string[]> {
  const expected: Counts = new Map()
  for (const { deal } of histories) {
    if (deal.status !== 'open' && deal.status !== 'won') continue
    const amount = deal.fields['amount']
    add(expected, `${deal.pipeline} ${deal.stage}`, [0, 1, 0])
    add(expected, `${deal.pipeline} ${deal.stage} ${deal.currency}`, [typeof amount === 'number' ? amount : 0, 0, 0])
    add(expected, `~owners ${deal.owner}`, [0, 1, 0])
  }
  const counted: Counts = new Map()
  const { model } = await ports.rules.current()
  for (const { pk, sk, deals } of items)
    if (pk === 'BC#~owners') add(counted, `~owners ${String(sk)}`, [0, Number(deals), 0])
  for (const name of Object.keys(model.pipelines)) {
    for (const { pipeline, stage, count, sums } of await ports.plans.columns(name)) {
      add(counted, `${pipeline} ${stage}`, [0, count, 0])
      for (const { currency, minor } of sums) add(counted, `${pipeline} ${stage} ${currency}`, [minor, 0, 0])
    }
  }
  return differences('the column', expected, counted)
}

function add(counts: Counts, name: string, [sum, count, tasks]: readonly [number, number, number]): void {
  const [s, c, t] = counts.get(name) ?? [0, 0, 0]
  counts.set(name, [s + sum, c + count, t + tasks])
}

function differences(what: string, expected: Counts, stored: Counts): readonly string[] {
  const names = new Set([...expected.keys(), ...stored.keys()])
  return [...names].flatMap((name) => {
    const should = JSON.stringify(expected.get(name) ?? [0, 0, 0])
    const is = JSON.stringify(stored.get(name) ?? [0, 0, 0])
    return should === is ? [] : [`${what} ${name} is ${is}, the deals add up to ${should}`]
  })
}

/** Whatever lies in a deal's partition without the deal. */
function orphans(items: readonly Item[], known: ReadonlySet<string>): readonly string[] {
  const lost = items.filter(({ pk }) => String(pk).startsWith('D#') && !known.has(dealIn(pk)))
  return lost.map((item) => `${nameOf(item)} belongs to no deal`)
}

function isRunning({ detail }: DomainEvent): boolean {
  return detail.deal.status === 'open' || detail.deal.status === 'won'
}

function rowName({ month, employee, department, pipeline, axes }: LedgerKey): string {
  return [month, employee, department, pipeline, axes].join(' ')
}

function dealIn(pk: unknown): string {
  return String(pk).slice('D#'.length)
}

function nameOf({ pk, sk }: Item): string {
  return `${String(pk)} ${String(sk)}`
}

/** The same for each, a few at a time. */
async function inLanes<T, R>(things: readonly T[], run: (thing: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    for (let at = next++; at < things.length; at = next++) results[at] = await run(things[at] as T)
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return results
}
