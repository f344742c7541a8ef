import {
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb'

import { contended, isConditionFailed } from '#store/contended'
import { contributorOf, factMonthOf, factPartsOf, keys, partitions, prefixes, yearOf } from './keys'
import { firstPage, queryAll } from '#store/query'
import type { FactRow, LedgerEntry, PlanStore } from '#ports/plans'
import type { Contribution } from '#schemas/event'

type Item = Readonly<Record<string, unknown>>
type At = { readonly document: DynamoDBDocumentClient; readonly table: string }

// The plan row is told by the keys alone, so that the 4,000 counters of a large company's month fit in one page.
type Amounts = { readonly sumMinor: number; readonly deals: number; readonly tasks: number }

/**
 * Keeps the ledger and the counters it adds up to. A contribution that moves a counter costs 4 write units: entry and
 * counter in one transaction. One that moves nothing (a zero, the same again in a newer version) costs 1, a repeat 0.
 */
export function ledgerStore(
  document: DynamoDBDocumentClient,
  table: string,
): Pick<PlanStore, 'contribute' | 'facts' | 'factsIn' | 'ledger' | 'repair' | 'repairEntry'> {
  const at = { document, table }
  return {
    contribute: async (source, version, plan) => {
      for (const one of plan) await contended(() => contribute(at, { ...one, source, version }))
    },
    facts: (month) => factsOf(at, month),
    factsIn: async (months) => {
      const years = [...new Set(months.map(yearOf))]
      const sorted = months.toSorted()
      const found = await Promise.all(
        years.map((year) =>
          factsOfYear(
            at,
            sorted.filter((month) => yearOf(month) === year),
          ),
        ),
      )
      return found.flat()
    },
    ledger: async (month, { of } = {}) => {
      const prefix = prefixes.contributions + (of === undefined ? '' : sourceOf[of])
      const items = await queryAll({ document, table }, { pk: partitions.month(month), prefix })
      return items.map((item) => ledgerEntry(month, item))
    },
    repair: (wrong, right) => applied(() => setCounter(at, wrong, right)),
    repairEntry: (wrong, right) => applied(() => writeEntry(at, wrong, right)),
  }
}

async function factsOf(at: At, month: string): Promise<readonly FactRow[]> {
  const items = await queryAll(at, { pk: partitions.facts(yearOf(month)), prefix: prefixes.factsOf(month) })
  return items.map(factRow)
}

/**
 * The counters of some months of one year, sorted: one request while they fit into a page of 1 MB, which is some 5,000. Of
 * a larger company the months that did not fit are read side by side: 1,000 employees in 4 directions take 13 requests.
 */
async function factsOfYear(at: At, months: readonly string[]): Promise<readonly FactRow[]> {
  const [first = '', last = first] = [months[0], months.at(-1)]
  const range = { from: prefixes.factsOf(first), to: `${prefixes.factsOf(last)}\uFFFF` }
  const { items, isWhole } = await firstPage(at, { pk: partitions.facts(yearOf(first)), ...range })
  const rows = items.map(factRow)
  const wanted = new Set(months)
  if (isWhole) return rows.filter(({ month }) => wanted.has(month))
  const cut = rows.at(-1)?.month ?? first
  const more = await Promise.all(months.filter((month) => month >= cut).map((month) => factsOf(at, month)))
  return [...rows.filter(({ month }) => month < cut && wanted.has(month)), ...more.flat()]
}

async function contribute(at: At, entry: LedgerEntry): Promise<void> {
  const { Item: found } = await at.document.send(
    new GetCommand({ TableName: at.table, Key: entryKey(entry), ConsistentRead: true }),
  )
  const was = found === undefined ? undefined : ledgerEntry(entry.key.month, found)
  if (was !== undefined && was.version >= entry.version) return
  await writeEntry(at, was, entry)
}

async function writeEntry({ document, table }: At, was: LedgerEntry | undefined, entry: LedgerEntry): Promise<void> {
  const put = {
    TableName: table,
    Item: { ...entryKey(entry), version: entry.version, ...amountsOf(entry) },
    ...asRead(was),
  }
  const delta = difference(amountsOf(entry), was === undefined ? noAmounts : amountsOf(was))
  if (isNothing(delta)) {
    await document.send(new PutCommand(put))
    return
  }
  const add = {
    TableName: table,
    Key: keys.fact(entry.key.month, entry.key),
    UpdateExpression: 'ADD sumMinor :sum, deals :deals, tasks :tasks, rev :one',
    ExpressionAttributeValues: { ':sum': delta.sumMinor, ':deals': delta.deals, ':tasks': delta.tasks, ':one': 1 },
  }
  await document.send(new TransactWriteCommand({ TransactItems: [{ Put: put }, { Update: add }] }))
}

// The delta was computed from what was read: if the entry has changed since, adding it would count something twice.
// The amounts are compared too, because a repair may leave the version as it is.
function asRead(was: LedgerEntry | undefined) {
  if (was === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' }
  const { sumMinor, deals, tasks } = amountsOf(was)
  return {
    ConditionExpression: 'version = :version AND sumMinor = :sum AND deals = :deals AND tasks = :tasks',
    ExpressionAttributeValues: { ':version': was.version, ':sum': sumMinor, ':deals': deals, ':tasks': tasks },
  }
}

async function setCounter({ document, table }: At, wrong: FactRow, right: FactRow): Promise<void> {
  const { sumMinor, deals, tasks } = amountsOf(right)
  await document.send(
    new UpdateCommand({
      TableName: table,
      Key: keys.fact(wrong.month, wrong),
      UpdateExpression: 'SET sumMinor = :sum, deals = :deals, tasks = :tasks ADD rev :one',
      // A contribution that came after the ledger was added up is not in that sum: setting it would lose it.
      ConditionExpression: wrong.rev === 0 ? 'attribute_not_exists(rev)' : 'rev = :rev',
      ExpressionAttributeValues: {
        ':sum': sumMinor,
        ':deals': deals,
        ':tasks': tasks,
        ':one': 1,
        ...(wrong.rev === 0 ? {} : { ':rev': wrong.rev }),
      },
    }),
  )
}

function applied(write: () => Promise<void>): Promise<boolean> {
  return contended(async () => {
    try {
      await write()
      return true
    } catch (error) {
      if (isConditionFailed(error)) return false
      throw error
    }
  })
}

/** What the ids of those that contribute begin with. */
const sourceOf = { deals: 'deal_', tasks: 'task_' } as const

const noAmounts: Amounts = { sumMinor: 0, deals: 0, tasks: 0 }

function amountsOf({ sumMinor, count, tasksDone }: Pick<Contribution, 'sumMinor' | 'count' | 'tasksDone'>): Amounts {
  return { sumMinor, deals: count, tasks: tasksDone }
}

function difference(now: Amounts, was: Amounts): Amounts {
  return { sumMinor: now.sumMinor - was.sumMinor, deals: now.deals - was.deals, tasks: now.tasks - was.tasks }
}

function isNothing({ sumMinor, deals, tasks }: Amounts): boolean {
  return sumMinor === 0 && deals === 0 && tasks === 0
}

function entryKey({ key, source }: LedgerEntry) {
  return keys.contribution(key.month, source, key)
}

function factRow(item: Item): FactRow {
  const { sumMinor, deals, tasks, rev = 0 } = item as unknown as Amounts & { rev?: number }
  const sk = String(item['sk'])
  return { month: factMonthOf(sk), ...factPartsOf(sk), sumMinor, count: deals, tasksDone: tasks, rev }
}

function ledgerEntry(month: string, item: Item): LedgerEntry {
  const { sumMinor, deals, tasks, version } = item as unknown as Amounts & { version: number }
  const source = contributorOf(String(item['sk']))
  return {
    source,
    version,
    key: { month, ...factPartsOf(String(item['sk'])) },
    sumMinor,
    count: deals,
    tasksDone: tasks,
  }
}
