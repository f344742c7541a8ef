import { GetCommand } from '@aws-sdk/lib-dynamodb'

import type { ClosingStore, KeptClosing, MonthSpan, SeenClosing } from '#ports/closings'
import type { NotedCorrection } from '#schemas/plan'
import type { DealChange } from '#ports/deals'
import { getMany } from '#store/get-many'
import { onlyRevision, putRevision } from '#store/only-revision'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { asText, fromText } from '#store/text-item'
import type { TransactItem } from '#store/transact'
import { keys, partitions, prefixes } from './keys'

/** Which months are closed, and what was corrected of them, in the one table. */
export function closingStore(access: TableAccess): ClosingStore {
  const { document, table } = access
  return {
    closing: async (month) => {
      const { Item } = await document.send(
        new GetCommand({ TableName: table, Key: keys.closing(month), ConsistentRead: true }),
      )
      return fromText<KeptClosing>(Item?.['closing'])
    },
    closings: async (months) => {
      const range = spanOf(prefixes.closings, months)
      const items = await queryAll(access, { pk: partitions.closings(), ...range })
      return items.flatMap((item) => fromText<KeptClosing>(item['closing']) ?? [])
    },
    keepClosing: (closing) =>
      putRevision(access, { ...keys.closing(closing.month), rev: closing.rev, closing: asText(closing) }, closing.rev),
    correctionsOf: async (months) => {
      const range = spanOf(prefixes.corrections, months)
      return correctionsOf(await queryAll(access, { pk: partitions.closings(), ...range }))
    },
    correctionsIn: async (months) => {
      const listed = await queryAll(access, { index: 'gsi1', pk: partitions.correctedIn(), ...spanOf('', months) })
      const found = await getMany(
        access,
        listed.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
      )
      const places = new Map(listed.map(({ sk }, place) => [sk, place]))
      return correctionsOf(found.toSorted((a, b) => (places.get(a['sk']) ?? 0) - (places.get(b['sk']) ?? 0)))
    },
  }
}

/** What a change of a deal writes of closed months: that they are as they were seen, and what it corrects of them. */
export function closingWrites(
  table: string,
  { deal, closings = [], corrections = [] }: Pick<DealChange, 'deal' | 'closings' | 'corrections'>,
): readonly TransactItem[] {
  return [
    ...closings.map((seen) => stillAsSeen(table, seen)),
    ...corrections.map((one, index) => ({
      Put: { TableName: table, Item: correctionItem(one, `${deal.version}.${index}`) },
    })),
  ]
}

/** A month that is closed meanwhile would get a correction that is not dated today. */
function stillAsSeen(table: string, { month, rev }: SeenClosing): TransactItem {
  return { ConditionCheck: { TableName: table, Key: keys.closing(month), ...onlyRevision(rev) } }
}

function correctionItem(one: NotedCorrection, no: string): Record<string, unknown> {
  const rest = `${one.at}#${one.dealId}#${no}`
  return {
    ...keys.correction(one.key.month, rest),
    gsi1pk: partitions.correctedIn(),
    gsi1sk: `${one.month}#${rest}`,
    correction: asText(one),
  }
}

function correctionsOf(items: readonly Readonly<Record<string, unknown>>[]): readonly NotedCorrection[] {
  return items.flatMap((item) => fromText<NotedCorrection>(item['correction']) ?? [])
}

/** Every key of months in a row: `~` comes behind whatever follows the last of them. */
function spanOf(prefix: string, { from, to }: MonthSpan): { readonly from: string; readonly to: string } {
  return { from: `${prefix}${from}`, to: `${prefix}${to}~` }
}
