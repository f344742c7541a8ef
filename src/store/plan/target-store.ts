import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { contended } from '#store/contended'
import { targetPartsOf, keys, partitions } from './keys'
import type { Key } from '#store/key'
import { queryAll } from '#store/query'
import type { PlanStore } from '#ports/plans'
import type { RecurringTarget, Target } from '#schemas/plan'

/** The most items a transaction may hold. */
const AT_ONCE = 100

type Change = { readonly key: Key; readonly item: Readonly<Record<string, unknown>> | null }

/** Keeps targets, an item each, so that any set of them lives side by side. 100 at a time are set whole or not at all. */
export function targetStore(
  document: DynamoDBDocumentClient,
  table: string,
): Pick<PlanStore, 'targets' | 'setTargets' | 'recurring' | 'setRecurring'> {
  return {
    targets: async (period) => {
      const items = await queryAll({ document, table }, { pk: partitions.targets(period) })
      return items.map(({ sk, value }) => {
        const { metric, scope, id } = targetPartsOf(String(sk))
        return { metric, scope, id, value } as Target
      })
    },
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

async function write(
  { document, table }: { readonly document: DynamoDBDocumentClient; readonly table: string },
  changes: readonly Change[],
): Promise<void> {
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
