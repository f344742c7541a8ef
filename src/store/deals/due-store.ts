import type { DealStore, DueKey } from '#ports/deals'
import type { DealClock } from '#schemas/deal-clock'
import { cardFrom } from './deal-item'
import type { TableAccess } from '#store/table-access'
import { getMany } from '#store/get-many'
import { duePartsOf, indexKeys, keys } from './keys'
import type { Key } from '#store/key'
import { subjectTask } from '#store/subject-key'
import { pageOf } from '#store/query'
import { taskFrom } from './task-item'

/** What the clock has to look at: keys out of the sparse index, and the things themselves as they are now. */
export function dueThings(access: TableAccess): Pick<DealStore, 'due' | 'readDue'> {
  return {
    due: ({ shard, before, ...page }) =>
      // Keys in the index go on after the instant, so that what is due at this very instant is still in time.
      pageOf(access, { index: 'gsi1', pk: indexKeys.due(shard), to: before, ...page }, (item) =>
        duePartsOf({ pk: String(item['pk']), sk: String(item['sk']) }),
      ),
    readDue: async (due) => {
      const items = await getMany(access, keysOf(due))
      return {
        deals: items.flatMap((item) => (item['sk'] === '#' ? (cardFrom(item['deal']) ?? []) : [])),
        tasks: items.flatMap((item) => taskFrom(item) ?? []),
        clocks: items.flatMap((item) => (item['clock'] === undefined ? [] : [item['clock'] as DealClock])),
      }
    },
  }
}

function keysOf(due: readonly DueKey[]): readonly Key[] {
  const dealIds = [...new Set(due.flatMap(({ dealId }) => (dealId === '' ? [] : [dealId])))]
  return [
    ...dealIds.map((id) => keys.deal(id)),
    ...due.map(({ dealId, subject = { kind: 'deal', id: dealId }, taskId }) =>
      taskId === undefined ? keys.dealClock(dealId) : subjectTask(subject, taskId),
    ),
  ]
}
