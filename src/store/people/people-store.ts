import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'

import type { People, PeopleStore } from '#ports/people'
import type { KeptCurrencyChange, Settings, SettingsStore } from '#ports/settings'
import type { Department, Employee } from '#schemas/people'
import { keys as dealKeys } from '#store/deals/keys'
import { keys as peopleKeys } from './keys'
import { queryAll } from '#store/query'
import { remembered } from '#store/remembered'
import { transact, type TransactItem } from '#store/transact'
import type { TableAccess } from '#store/table-access'
import { overCondition, overDefault, putIf } from '#store/write-over'

/** Employees, departments and whose turn it is. Everybody is read in one query and remembered for a second. */
export function peopleStore({ document, table }: Pick<TableAccess, 'document' | 'table'>): PeopleStore {
  const load = remembered(async () =>
    peopleFrom(await queryAll({ document, table }, { pk: peopleKeys.employee('').pk })),
  )
  const put = async (item: Record<string, unknown>, condition: ReturnType<typeof overCondition>) => {
    const isWritten = await putIf(document, { TableName: table, Item: item, ...condition })
    load.forget()
    return isWritten
  }
  const itemOf = (employee: Employee) => ({ ...peopleKeys.employee(employee.id), employee })
  return {
    load: load.read,
    saveEmployee: (employee, over) => put(itemOf(employee), overCondition('employee', over)),
    saveEmployeeBeside: async (employee, editor, over) => {
      const written = { TableName: table, Item: itemOf(employee), ...overCondition('employee', over) }
      const stopped = await transact(document, [{ Put: written }, { ConditionCheck: editorCheck(table, editor) }])
      load.forget()
      return stopped === undefined
    },
    saveDepartment: (department, over) =>
      put({ ...peopleKeys.department(department.id), department }, overCondition('department', over)),
    nextTurn: async (queue) => {
      const { Attributes } = await document.send(
        new UpdateCommand({
          TableName: table,
          Key: peopleKeys.turn(queue),
          UpdateExpression: 'ADD #turn :one',
          ExpressionAttributeNames: { '#turn': 'turn' },
          ExpressionAttributeValues: { ':one': 1 },
          ReturnValues: 'UPDATED_NEW',
        }),
      )
      return Number(Attributes?.['turn'] ?? 1) - 1
    },
    openDeals: async () => {
      const items = await queryAll({ document, table }, { pk: dealKeys.ownerCount('').pk })
      return Object.fromEntries(items.map((item) => [String(item['sk']), Number(item['deals'] ?? 0)]))
    },
  }
}

/** Holds while somebody works here and may change everybody: two who take the right from each other cannot both succeed. */
function editorCheck(table: string, editor: string): NonNullable<TransactItem['ConditionCheck']> {
  return {
    TableName: table,
    Key: peopleKeys.employee(editor),
    ConditionExpression: '#employee.#active = :yes AND #employee.#rights.#edit = :all',
    ExpressionAttributeNames: {
      '#employee': 'employee',
      '#active': 'active',
      '#rights': 'rights',
      '#edit': 'people_edit',
    },
    ExpressionAttributeValues: { ':yes': true, ':all': 'all' },
  }
}

/** Company-wide settings; roubles and no other currency where nothing was set. */
export function settingsStore({ document, table }: Pick<TableAccess, 'document' | 'table'>): SettingsStore {
  const load = remembered(async () => {
    const { Item } = await document.send(new GetCommand({ TableName: table, Key: peopleKeys.settings() }))
    return (Item?.['settings'] ?? { currency: 'RUB', rates: {} }) as Settings
  })
  return {
    load: load.read,
    save: async (settings: Settings, over?: Settings) => {
      const Item = { ...peopleKeys.settings(), settings }
      const isWritten = await putIf(document, { TableName: table, Item, ...overDefault('settings', over) })
      load.forget()
      return isWritten
    },
    currencyChanges: async () => {
      const { Item } = await document.send(new GetCommand({ TableName: table, Key: peopleKeys.currencyChanges() }))
      return (Item?.['changes'] ?? []) as readonly KeptCurrencyChange[]
    },
    keepCurrencyChanges: async (changes, over) => {
      const Item = { ...peopleKeys.currencyChanges(), changes }
      return putIf(document, {
        TableName: table,
        Item,
        ...overDefault('changes', over.length === 0 ? undefined : over),
      })
    },
  }
}

/** Reads where the settings stand, and remembers nothing of it. */
export async function touchSettings({ document, table }: Pick<TableAccess, 'document' | 'table'>): Promise<void> {
  await document.send(new GetCommand({ TableName: table, Key: peopleKeys.settings(), ConsistentRead: true }))
}

function peopleFrom(items: readonly Readonly<Record<string, unknown>>[]): People {
  const employees = items.flatMap((item) => (item['employee'] === undefined ? [] : [item['employee'] as Employee]))
  const departments = items.flatMap((item) =>
    item['department'] === undefined ? [] : [item['department'] as Department],
  )
  return {
    employees: byId(employees),
    departments: byId(departments),
  }
}

/** Ids are looked up as they were sent: “constructor” must be as unknown as any other word. */
function byId<T extends { readonly id: string }>(all: readonly T[]): Readonly<Record<string, T>> {
  return Object.setPrototypeOf(Object.fromEntries(all.map((one) => [one.id, one])), null) as Record<string, T>
}
