import {
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'

import { contended, isConditionFailed } from '#store/contended'
import { keys, partitions, periodOf, prefixes, targetPartsOf, yearOf } from './keys'
import type { Key } from '#store/key'
import { queryAll } from '#store/query'
import type { InCurrency, PlanStore } from '#ports/plans'
import type { RecurringTarget, Target } from '#schemas/plan'

/** The most items a transaction may hold. */
const AT_ONCE = 100

type At = { readonly document: DynamoDBDocumentClient; readonly table: string }
type Change = {
  readonly key: Key
  readonly item: Readonly<Record<string, unknown>> | null
  readonly was: { readonly value: number; readonly to?: string } | null | undefined
}

/** Keeps targets, an item each, so that any set of them lives side by side. 100 at a time are set whole or not at all. */
export function targetStore(
  document: DynamoDBDocumentClient,
  table: string,
): Pick<PlanStore, 'targets' | 'targetsIn' | 'setTargets' | 'recurring' | 'setRecurring'> {
  return {
    targets: (period) => targetsOf({ document, table }, period),
    targetsIn: (periods) => targetsIn({ document, table }, periods),
    setTargets: (period, targets) =>
      write(
        { document, table },
        targets.map((target) => ({
          key: keys.target(period, target),
          item: target.value === null ? null : { value: target.value, ...toldIn(target) },
          was: target.was,
        })),
      ),
    recurring: async () => {
      const items = await queryAll({ document, table }, { pk: partitions.recurring() })
      return items.map(({ sk, value, to, currency }) => {
        const { metric, scope, id, every, from } = targetPartsOf(String(sk))
        const until = to === undefined ? {} : { to }
        return { every, from, ...until, metric, scope, id, value, ...toldIn({ currency }) } as RecurringTarget
      })
    },
    setRecurring: (targets) =>
      write(
        { document, table },
        targets.map((target) => ({
          key: keys.recurring(target, target.every, target.from),
          item:
            target.value === null
              ? null
              : { value: target.value, ...(target.to === undefined ? {} : { to: target.to }), ...toldIn(target) },
          was: target.was,
        })),
      ),
  }
}

async function targetsOf(at: At, period: string): Promise<readonly (Target & InCurrency)[]> {
  const ask = { pk: partitions.targets(yearOf(period)), prefix: prefixes.targetsOf(period) }
  return (await queryAll(at, ask)).map(targetIn)
}

async function targetsIn(
  at: At,
  periods: readonly string[],
): Promise<ReadonlyMap<string, readonly (Target & InCurrency)[]>> {
  const found = new Map<string, (Target & InCurrency)[]>(periods.map((period) => [period, []]))
  const years = [...new Set(periods.map(yearOf))]
  const items = await Promise.all(years.map((year) => queryAll(at, { pk: partitions.targets(year) })))
  for (const item of items.flat()) found.get(periodOf(String(item['sk'])))?.push(targetIn(item))
  return found
}

function targetIn({ sk, value, currency }: Readonly<Record<string, unknown>>): Target & InCurrency {
  const text = String(sk)
  const { metric, scope, id } = targetPartsOf(text.slice(periodOf(text).length + 1))
  return { metric, scope, id, value, ...toldIn({ currency }) } as Target
}

function toldIn<T>({ currency }: { readonly currency?: T }): { readonly currency?: T } {
  return currency === undefined ? {} : { currency }
}

/** Sets as many as a transaction holds together; false where something is not as it was seen, from there on nothing. */
async function write({ document, table: TableName }: At, changes: readonly Change[]): Promise<boolean> {
  for (let first = 0; first < changes.length; first += AT_ONCE) {
    const TransactItems = changes.slice(first, first + AT_ONCE).map(({ key, item, was }) => {
      const seen = asSeen(was)
      return item === null
        ? { Delete: { TableName, Key: key, ...seen } }
        : { Put: { TableName, Item: { ...key, ...item }, ...seen } }
    })
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they were asked for
    if (!(await writeSeen(document, TransactItems))) return false
  }
  return true
}

async function writeSeen(
  document: DynamoDBDocumentClient,
  TransactItems: TransactWriteCommandInput['TransactItems'],
): Promise<boolean> {
  return contended(async () => {
    try {
      await document.send(new TransactWriteCommand({ TransactItems }))
      return true
    } catch (error) {
      if (isConditionFailed(error)) return false
      throw error
    }
  })
}

/** Holds while there is what was seen; whoever says nothing of it writes over anything. */
function asSeen(was: Change['was']) {
  if (was === undefined) return {}
  if (was === null) return { ConditionExpression: 'attribute_not_exists(pk)' }
  const names = { ExpressionAttributeNames: { '#value': 'value', '#to': 'to' } }
  if (was.to === undefined)
    return {
      ...names,
      ConditionExpression: '#value = :value AND attribute_not_exists(#to)',
      ExpressionAttributeValues: { ':value': was.value },
    }
  return {
    ...names,
    ConditionExpression: '#value = :value AND #to = :to',
    ExpressionAttributeValues: { ':value': was.value, ':to': was.to },
  }
}
