import type { ClockChange, DealNote } from '#ports/deals'
import type { DomainEvent } from '#schemas/event'
import { clockItem } from './clock-item'
import type { TableAccess } from '#store/table-access'
import { keys } from './keys'
import { onlyRevision } from '#store/only-revision'
import { taskWrites } from './task-item'
import { asText } from '#store/text-item'
import { transact, type TransactItem } from '#store/transact'

/** A transaction takes 100 items. */
const mostItems = 100

type Numbered = { readonly no: number; readonly note: DealNote }
type Owned = { readonly item: TransactItem; readonly by: readonly number[] }

/**
 * Notes many things in as few transactions as hold them. When some do not hold any more, those are left out and the rest
 * is written again, so that one person at work does not hold up thirty other deals.
 */
export async function noteAll(access: TableAccess, notes: readonly DealNote[]): Promise<readonly boolean[]> {
  const written: boolean[] = notes.map(() => false)
  for (const pack of packed(notes)) for (const no of await writePack(access, pack)) written[no] = true
  return written
}

/** The item of a note: it is noted once, whoever comes first. */
export function notePut(table: string, event: DomainEvent): TransactItem {
  return {
    Put: {
      TableName: table,
      Item: { ...keys.note(event.detail.dealId, event.id), event: asText(event) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }
}

/** A deal's clock as it becomes, from the revision the decision saw. */
export function clockPut(table: string, { clock, wasRev }: ClockChange): TransactItem {
  return { Put: { TableName: table, Item: clockItem(clock), ...onlyRevision(wasRev) } }
}

async function writePack({ document, table }: TableAccess, pack: readonly Numbered[]): Promise<readonly number[]> {
  let left = pack
  while (left.length > 0) {
    const owned = itemsOf(table, left)
    const stopped = await transact(
      document,
      owned.map(({ item }) => item),
    )
    if (stopped === undefined) return left.map(({ no }) => no)
    const gone = new Set(owned.flatMap(({ by }, at) => (stopped.cancelled[at] === 'ConditionalCheckFailed' ? by : [])))
    left = left.filter(({ no }) => !gone.has(no))
  }
  return []
}

/** A transaction may touch an item once, so the version of a deal is checked once for all that is noted of it. */
function itemsOf(table: string, pack: readonly Numbered[]): readonly Owned[] {
  const checks = new Map<string, { readonly note: DealNote; readonly by: number[] }>()
  for (const { no, note } of pack) {
    const known = checks.get(checkName(note))
    if (known === undefined) checks.set(checkName(note), { note, by: [no] })
    else known.by.push(no)
  }
  return [
    ...[...checks.values()].map(({ note, by }) => ({ item: versionCheck(table, note), by })),
    ...pack.flatMap(({ no, note }) => ownItems(table, note).map((item) => ({ item, by: [no] }))),
  ]
}

/** Whoever changed the deal since may have taken the reason away. */
function versionCheck(table: string, { event, dealVersion }: DealNote): TransactItem {
  return {
    ConditionCheck: {
      TableName: table,
      Key: keys.deal(event.detail.dealId),
      ConditionExpression: 'version = :version',
      ExpressionAttributeValues: { ':version': dealVersion },
    },
  }
}

function ownItems(table: string, { event, task, clock }: DealNote): readonly TransactItem[] {
  return [
    notePut(table, event),
    ...(task === undefined ? [] : taskWrites(table, task.task, task.wasRev)),
    ...(clock === undefined ? [] : [clockPut(table, clock)]),
  ]
}

function checkName({ event, dealVersion }: DealNote): string {
  return `${event.detail.dealId}:${dealVersion}`
}

/** Notes of one deal that were decided on two versions of it cannot stand in one transaction; the older is refused. */
function packed(notes: readonly DealNote[]): readonly (readonly Numbered[])[] {
  const packs: Numbered[][] = []
  let room = 0
  let versions = new Map<string, number>()
  for (const [no, note] of notes.entries()) {
    const { dealId } = note.event.detail
    const known = versions.get(dealId)
    const size = (known === undefined ? 1 : 0) + ownItems('', note).length
    const last = packs.at(-1)
    if (last === undefined || size > room || (known !== undefined && known !== note.dealVersion)) {
      packs.push([{ no, note }])
      room = mostItems - 1 - ownItems('', note).length
      versions = new Map([[dealId, note.dealVersion]])
      continue
    }
    last.push({ no, note })
    room -= size
    versions.set(dealId, note.dealVersion)
  }
  return packs
}
