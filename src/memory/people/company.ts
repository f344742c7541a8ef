import { mayEditEverybody } from '#domain/people/people-editors'
import type { AutomationStore, Pause } from '#ports/automation'
import type { PeopleStore } from '#ports/people'
import type { KeptCurrencyChange, Settings, SettingsStore } from '#ports/settings'
import type { Department, Employee } from '#schemas/people'
import type { MemoryDeals } from '#memory/deals/deals'
import { isOver } from '#memory/is-over'
import { kept } from '#memory/kept'
import { shelf } from '#memory/shelf'

/** Employees, departments and whose turn it is. */
export function memoryPeople(openDeals: () => Record<string, number>): PeopleStore {
  const turns = new Map<string, number>()
  let employees: Readonly<Record<string, Employee>> = none()
  let departments: Readonly<Record<string, Department>> = none()
  return {
    load: async () => ({ employees, departments }),
    saveEmployee: async (employee, over) => {
      if (!isOver(employees[employee.id], over)) return false
      employees = withOne(employees, employee)
      return true
    },
    saveEmployeeBeside: async (employee, editor, over) => {
      const other = employees[editor]
      if (!isOver(employees[employee.id], over)) return false
      if (other === undefined || !mayEditEverybody(other)) return false
      employees = withOne(employees, employee)
      return true
    },
    saveDepartment: async (department, over) => {
      if (!isOver(departments[department.id], over)) return false
      departments = withOne(departments, department)
      return true
    },
    nextTurn: async (queue) => {
      const turn = turns.get(queue) ?? 0
      turns.set(queue, turn + 1)
      return turn
    },
    openDeals: async () => openDeals(),
  }
}

function none<T>(): Readonly<Record<string, T>> {
  return Object.freeze(Object.create(null) as Record<string, T>)
}

/** Whoever has read the others keeps what they have read: this is another record. Ids come in order. */
function withOne<T extends { readonly id: string }>(
  all: Readonly<Record<string, T>>,
  one: T,
): Readonly<Record<string, T>> {
  const next: Record<string, T> = Object.create(null) as Record<string, T>
  const own: Record<string, T> = { ...all, [one.id]: kept(one) }
  for (const id of Object.keys(own).toSorted()) {
    const found = own[id]
    if (found !== undefined) next[id] = found
  }
  return Object.freeze(next)
}

/** Company-wide settings; roubles and no other currency where nothing was set. */
export function memorySettings(): SettingsStore {
  let settings: Settings = kept({ currency: 'RUB', rates: {} })
  let changes: readonly KeptCurrencyChange[] = []
  return {
    load: async () => settings,
    save: async (next, over) => {
      if (!isOver(settings, over)) return false
      settings = kept(next)
      return true
    },
    currencyChanges: async () => changes,
    keepCurrencyChanges: async (next, over) => {
      if (!isOver(changes, over)) return false
      changes = kept(next)
      return true
    },
  }
}

/** Which rules of the automation have run and which are paused. */
export function memoryAutomation({ eventsWith, noteRun }: MemoryDeals): AutomationStore {
  const pauses = shelf<Pause>()
  return {
    runsAfter: async (dealId, version) => eventsWith(dealId, `${dealId}:${version}~auto~`),
    note: async (event) => noteRun(event),
    pauses: async () => pauses.all(''),
    pause: async (pause) => pauses.put('', pause.rule, kept(pause)),
    resume: async (rule) => pauses.take('', rule),
  }
}
