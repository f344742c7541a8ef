import { answeredAgain, answeredDeal } from '#domain/deals/kept-answer'
import { dealRefusal } from '#domain/deals/words/deal-refusal'
import { GetCommand } from '@aws-sdk/lib-dynamodb'

import type { Answer, DealChange, DealStore } from '#ports/deals'
import type { Deal } from '#schemas/deal'
import type { DealClock } from '#schemas/deal-clock'
import type { InvoiceLine } from '#schemas/money/money'
import type { Task } from '#schemas/task'
import { hiddenContact } from './contacts'
import { cardFrom, dealFrom, type DealRest } from './deal-item'
import { dealLists } from './deal-lists'
import { dealTasks } from './deal-tasks'
import { dealWrite } from './deal-write'
import { clockItem } from './clock-item'
import { dueThings } from './due-store'
import { getMany } from '#store/get-many'
import type { Key } from '#store/key'
import { keys } from './keys'
import type { TableAccess } from '#store/table-access'
import { noteAll } from './note-write'
import { putOver } from '#store/only-revision'
import { queryAll } from '#store/query'
import { recordRefusal, type BesideRefusal } from './refusal-write'
import { taskItem, taskWrites } from './task-item'
import { fromText } from '#store/text-item'
import { onDemand } from '#store/on-demand'
import { transact, type TransactItem } from '#store/transact'

/** Deals, their tasks and events in the one table. */
export function dealStore(access: TableAccess, besideRefusal: BesideRefusal): DealStore {
  const { document, table } = access
  const closings = onDemand(async () => (await import('#store/plan/closing-store')).closingStore(access))
  const findMany = (ids: readonly string[]) => findDeals(access, ids)
  const get = async (key: Key) =>
    (await document.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
  return {
    find: (id) => findDeal(access, id),
    findMany,
    ...dealTasks(access),
    save: (change) => save(access, change),
    openTask: (task) => putOver(access, taskItem(task), undefined),
    adjustTask: (task, wasRev) => adjustTask(access, task, wasRev),
    note: async (note) => (await noteAll(access, [note]))[0] ?? false,
    noteAll: (notes) => noteAll(access, notes),
    linesOf: async (dealId) => fromText<readonly InvoiceLine[]>((await get(keys.lines(dealId)))?.['lines']) ?? [],
    clockOf: async (dealId) => (await get(keys.dealClock(dealId)))?.['clock'] as DealClock | undefined,
    keepClock: ({ clock, wasRev }) => putOver(access, clockItem(clock), wasRev),
    ...dueThings(access),
    answerOf: async (key) => answerAgain(access, (await get(keys.answer(key)))?.['answer']),
    redactEvents: async (...asked) => (await import('./redact-events')).redactEvents(access, ...asked),
    byExternalId: async (id) => (await get(keys.externalId(id)))?.['dealId'] as string | undefined,
    lastDealOf: (contacts) => lastDealOf(access, contacts),
    recordRefusal: (refusal) => recordRefusal(access, refusal, besideRefusal),
    closing: (month) => closings.closing(month),
    closings: (months) => closings.closings(months),
    keepClosing: (closing) => closings.keepClosing(closing),
    correctionsOf: (months) => closings.correctionsOf(months),
    correctionsIn: (months) => closings.correctionsIn(months),
    ...dealLists(access, findMany),
  }
}

async function answerAgain(access: TableAccess, stored: unknown): Promise<Answer | undefined> {
  const kept = stored as (Answer & { readonly body: string }) | undefined
  if (kept === undefined) return undefined
  const answer = { ...kept, body: JSON.parse(kept.body) as unknown }
  const deal = answeredDeal(answer)
  return deal === undefined ? answer : answeredAgain(answer, (await findDeal(access, deal))?.client ?? {})
}

async function adjustTask(access: TableAccess, task: Task, wasRev: number): Promise<boolean> {
  const writes = taskWrites(access.table, task, wasRev)
  if (writes.length === 1) return putOver(access, taskItem(task), wasRev)
  return (await transact(access.document, writes)) === undefined
}

async function findDeal(access: TableAccess, id: string): Promise<Deal | undefined> {
  const items = await queryAll(access, { pk: keys.deal(id).pk, from: '#', to: '#F' })
  return dealOfItems(items)
}

/** A deal has two keys: 50 deals a request. */
async function findDeals(access: TableAccess, ids: readonly string[]): Promise<readonly Deal[]> {
  const found = await getMany(
    access,
    ids.flatMap((id) => [keys.deal(id), keys.dealFields(id)]),
  )
  const byDeal = new Map<string, Readonly<Record<string, unknown>>[]>()
  for (const item of found) byDeal.set(String(item['pk']), [...(byDeal.get(String(item['pk'])) ?? []), item])
  return [...byDeal.values()].flatMap((items) => dealOfItems(items) ?? [])
}

function dealOfItems(items: readonly Readonly<Record<string, unknown>>[]): Deal | undefined {
  const card = cardFrom(items.find((item) => item['sk'] === '#')?.['deal'])
  if (card === undefined) return undefined
  return dealFrom(card, fromText<DealRest>(items.find((item) => item['sk'] === '#F')?.['rest']))
}

async function save(access: TableAccess, change: DealChange): Promise<void> {
  const [own, beside] = await Promise.all([dealWrite(access, change), closingWrites(access, change)])
  const stopped = await transact(access.document, [...own, ...beside])
  if (stopped === undefined) return
  const { deal, was } = change
  if (was === undefined) throw dealRefusal('version_conflict.deal_exists', { id: deal.externalId ?? deal.id })
  throw dealRefusal('version_conflict.deal', { title: deal.title })
}

/** Few changes have to do with a month that may be closed: the others do not load what is kept of that. */
async function closingWrites({ table }: TableAccess, change: DealChange): Promise<readonly TransactItem[]> {
  if (change.closings === undefined) return []
  return (await import('#store/plan/closing-store')).closingWrites(table, change)
}

async function lastDealOf({ document, table, contactSecret }: TableAccess, contacts: readonly string[]) {
  for (const contact of contacts) {
    const Key = keys.knownClient(await hiddenContact(contact, contactSecret))
    const { Item } = await document.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
    if (Item !== undefined) return { dealId: String(Item['dealId']), owner: String(Item['owner']) }
  }
  return undefined
}
