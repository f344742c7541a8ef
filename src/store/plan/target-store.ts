import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { contended } from '#store/contended'
import { keys, partitions, periodOf, prefixes, targetPartsOf, yearOf } from './keys'
import type { Key } from '#store/key'
import { queryAll } from '#store/query'
import type { PlanStore } from '#ports/plans'
import type { RecurringTarget, Target } from '#schemas/plan'

/** The most items a transaction may hold. */
const AT_ONCE = 100

type At = { readonly document: DynamoDBDocumentClient; readonly table: string }
type Change = { readonly key: Key; readonly item: Readonly<Record<string, unknown>> | null }

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
          item: target.value === null ? null : { value: target.value },
        })),
      ),
    recurring: async () => {
      const items = await queryAll({ document, table }, { pk: partitions.recurring() })
      return items.map(({ sk, value, to }) => {
        const { metric, scope, id, every, from } = targetPartsOf(String(sk))
        return { every, from, ...(to === undefined ? {} : { to }), metric, scope, id, value } as RecurringTarget
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
              : { value: target.value, ...(target.to === undefined ? {} : { to: target.to }) },
        })),
      ),
  }
}

async function targetsOf(at: At, period: string): Promise<readonly Target[]> {
  const ask = { pk: partitions.targets(yearOf(period)), prefix: prefixes.targetsOf(period) }
  return (await queryAll(at, ask)).map(targetIn)
}

async function targetsIn(at: At, periods: readonly string[]): Promise<ReadonlyMap<string, readonly Target[]>> {
  const found = new Map<string, Target[]>(periods.map((period) => [period, []]))
  const years = [...new Set(periods.map(yearOf))]
  const items = await Promise.all(years.map((year) => queryAll(at, { pk: partitions.targets(year) })))
  for (const item of items.flat()) found.get(periodOf(String(item['sk'])))?.push(targetIn(item))
  return found
}

function targetIn({ sk, value }: Readonly<Record<string, unknown>>): Target {
  const text = String(sk)
  const { metric, scope, id } = targetPartsOf(text.slice(periodOf(text).length + 1))
  return { metric, scope, id, value } as Target
}

async function write({ document, table }: At, changes: readonly Change[]): Promise<void> {
  for (let first = 0; first < changes.length; first += AT_ONCE) {
    const items = changes
      .slice(first, first + AT_ONCE)
      .map(({ key, item }) =>
        item === null
          ? { Delete: { TableName: table, Key: key } }
          : { Put: { TableName: table, Item: { ...key, ...item } } },
      )
    await contended(() => document.send(new TransactWriteCommand({ TransactItems: items })))
  }
}
