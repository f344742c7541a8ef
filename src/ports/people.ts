import type { Over } from './over'
import type { Department, Employee } from '#schemas/people'

export type People = {
  readonly employees: Readonly<Record<string, Employee>>
  readonly departments: Readonly<Record<string, Department>>
}

export type PeopleStore = {
  readonly load: () => Promise<People>
  readonly saveEmployee: (employee: Employee, over?: Over<Employee>) => Promise<boolean>
  /** Saves an employee if the other one named is active and has `people_edit: all` at that moment. */
  readonly saveEmployeeBeside: (employee: Employee, editor: string, over?: Over<Employee>) => Promise<boolean>
  readonly saveDepartment: (department: Department, over?: Over<Department>) => Promise<boolean>
  /** The next number of a queue, from 0: whose turn it is. */
  readonly nextTurn: (queue: string) => Promise<number>
  readonly openDeals: () => Promise<Readonly<Record<string, number>>>
}
