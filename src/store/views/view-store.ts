import type { ViewStore } from '#ports/views'
import type { SavedView } from '#schemas/lists/deal-table'
import { getMany } from '#store/get-many'
import type { Key } from '#store/key'
import { queryAll } from '#store/query'
import type { TableAccess } from '#store/table-access'
import { transact } from '#store/transact'
import { deleteIf, overCondition, putIf } from '#store/write-over'
import { keys } from './keys'

/** Views on the one table: a query for one’s own and one for the shared ones. */
export function viewStore({ document, table }: Pick<TableAccess, 'document' | 'table'>): ViewStore {
  const at = { document, table }
  return {
    all: async (employee) => {
      const lists = await Promise.all([keys.own(employee, '').pk, keys.shared('').pk].map((pk) => queryAll(at, { pk })))
      return lists.flat().map(({ view }) => view as SavedView)
    },
    find: async (employee, id) => {
      const [item] = await getMany(at, [keys.own(employee, id), keys.shared(id)])
      return item?.['view'] as SavedView | undefined
    },
    save: async (view, over) => {
      const put = { TableName: table, Item: { ...keyOf(view), view } }
      if (over === null || over.isShared === view.isShared) {
        return putIf(document, { ...put, ...overCondition('view', over) })
      }
      // Shared or not is another place: it leaves the one and comes to the other in one step.
      const left = { TableName: table, Key: keyOf(over), ...overCondition('view', over) }
      return (await transact(document, [{ Delete: left }, { Put: put }])) === undefined
    },
    remove: (view) => deleteIf(document, { TableName: table, Key: keyOf(view), ...overCondition('view', view) }),
  }
}

function keyOf({ id, owner, isShared }: SavedView): Key {
  return isShared ? keys.shared(id) : keys.own(owner, id)
}
