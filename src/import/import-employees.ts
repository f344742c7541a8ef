import { Refusal } from '#domain/kernel/refusal'
import type { Department, Employee } from '#schemas/people'
import { saveDepartment } from '#usecases/people/save-department'
import { saveEmployee } from '#usecases/people/save-employee'

import type { ImportRun, InputTable, Taking } from './import-run'
import type { EmployeesInput } from './mapping'
import type { LeftOut, Row } from './read-table'
import { say, ValueError } from './say'
import { refuseOddSign, valueOf } from './value-of'

/** Hires the people of a file and makes their departments. Whoever is there already stays as they are. */
export async function importEmployees({ input, table, run }: InputTable<EmployeesInput>): Promise<Taking> {
  const leftOut: LeftOut[] = [...table.leftOut]
  const counts = { made: 0, there: 0 }
  let done = 0
  for (const row of table.rows) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- people share departments: the second finds what the first made
      counts[await take(row, input, run)] += 1
    } catch (error) {
      if (!(error instanceof ValueError) && !(error instanceof Refusal)) throw error
      leftOut.push({ line: row.line, reasons: [error instanceof Refusal ? error : error.saying] })
    }
    done += 1
    run.tell({ file: input.file, done, total: table.rows.length })
  }
  return { ...counts, continued: 0, leftOut }
}

async function take(row: Row, input: EmployeesInput, run: ImportRun): Promise<'made' | 'there'> {
  const text = (source: EmployeesInput['id'], key: string) => lineOf(source, row, run, key)
  const id = text(input.id, 'id')
  const name = text(input.name, 'name')
  if (id === '' || name === '') throw new ValueError(say('employee_parts'))
  const department = await departmentOf(row, input, run)
  const email = input.email === undefined ? '' : text(input.email, 'email')
  const more = email === '' ? {} : { email }
  return hire(run, input.file, { id, name, department, roles: [...input.roles], active: true, ...more })
}

/** The department of a line, made with its head when it is not there yet. */
async function departmentOf(row: Row, input: EmployeesInput, run: ImportRun): Promise<string | null> {
  const { department } = input
  if (department === undefined) return null
  const id = valueOf(department.id, row, run.lookups)
  if (id === '') return null
  if (Object.hasOwn(run.people.known.departments, id)) return id
  const name = lineOf(department.name, row, run, 'department.name')
  await found(run, input.file, { id, name, parent: null, head: null })
  const head = department.head === undefined ? '' : valueOf(department.head.id, row, run.lookups)
  if (department.head === undefined || head === '') return id
  const person = lineOf(department.head.name, row, run, 'department.head.name')
  await hire(run, input.file, { id: head, name: person, department: id, roles: [], active: true })
  await found(run, input.file, { id, name, parent: null, head })
  return id
}

function lineOf(source: EmployeesInput['id'], row: Row, run: ImportRun, key: string): string {
  const text = valueOf(source, row, run.lookups)
  refuseOddSign(key, text, 'line')
  return text
}

async function hire(run: ImportRun, file: string, employee: Employee): Promise<'made' | 'there'> {
  const { employees, departments } = run.people.known
  if (Object.hasOwn(employees, employee.id)) return 'there'
  if (!run.isDryRun) await saveEmployee(run.ports, run.command(file).caller, employee)
  run.people.known = { departments, employees: { ...employees, [employee.id]: employee } }
  return 'made'
}

async function found(run: ImportRun, file: string, department: Department): Promise<void> {
  const { employees, departments } = run.people.known
  if (!run.isDryRun) await saveDepartment(run.ports, run.command(file).caller, department)
  run.people.known = { employees, departments: { ...departments, [department.id]: department } }
}
