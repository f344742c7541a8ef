import { Refusal } from '#domain/kernel/refusal'
import type { Department, Employee } from '#schemas/people'
import { saveDepartment } from '#usecases/people/save-department'
import { saveEmployee } from '#usecases/people/save-employee'

import type { ImportRun, InputTable } from './import-run'
import type { EmployeesInput } from './mapping'
import { isRow, type LeftOut, type Row } from './read-table'
import { say, ValueError, type Reason } from './say'
import { keyOf, refuseOddSign, valueOf } from './value-of'

/**
 * Hires the people of a file and makes their departments. Whoever is there already stays as they are. Lines that say
 * another thing of an id than one before are told, once for everybody.
 */
export async function importEmployees({ input, table, tally, run }: InputTable<EmployeesInput>): Promise<void> {
  const told = new Map<string, LeftOut & { more: number }>()
  for (const entry of table.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- people share departments: the second finds what the first made
    await run.goOn()
    tally.rows += 1
    // oxlint-disable-next-line no-await-in-loop -- the same
    const taken = isRow(entry) ? await attempt(entry, input, run) : entry
    if (typeof taken === 'string') tally[taken] += 1
    else {
      tally.leftOut += 1
      const who = isRow(entry) ? whoIn(entry, input, run) : ''
      const before = who === '' ? undefined : told.get(who)
      if (before !== undefined) before.more += 1
      else {
        told.set(who, { ...taken, more: 0 })
        // oxlint-disable-next-line no-await-in-loop -- told in the order of the file
        await run.leaveOut(input.file, taken)
      }
    }
    run.tell({ file: input.file, done: tally.rows, total: Math.max(tally.rows, table.lines - 1), tally })
  }
  for (const [who, { line, more }] of told) {
    // oxlint-disable-next-line no-await-in-loop -- told in the order of the file
    if (more > 0) await run.leaveOut(input.file, { line, reasons: [say('more_lines', { who: keyPart(who), more })] })
  }
}

const apart = '\n'

/** Whom a line is about: told once, however many lines say the same of them. */
function whoIn(row: Row, input: EmployeesInput, { lookups }: ImportRun): string {
  try {
    return [keyOf(input.id, row, lookups), keyOf(input.name, row, lookups)].join(apart)
  } catch (error) {
    if (error instanceof ValueError) return ''
    throw error
  }
}

function keyPart(who: string): string {
  return who.split(apart)[0] ?? who
}

async function attempt(row: Row, input: EmployeesInput, run: ImportRun): Promise<'made' | 'there' | LeftOut> {
  try {
    return await take(row, input, run)
  } catch (error) {
    if (!(error instanceof ValueError) && !(error instanceof Refusal)) throw error
    const reason: Reason = error instanceof Refusal ? error : error.saying
    return { line: row.line, reasons: [reason] }
  }
}

async function take(row: Row, input: EmployeesInput, run: ImportRun): Promise<'made' | 'there'> {
  const text = (source: EmployeesInput['id'], key: string) => lineOf(source, row, run, key)
  const person = { id: text(input.id, 'id'), key: keyOf(input.id, row, run.lookups), name: text(input.name, 'name') }
  if (person.id === '' || person.name === '') throw new ValueError(say('employee_parts'))
  const email = input.email === undefined ? '' : text(input.email, 'email')
  meet(run, { ...person, words: `${person.name}${apart}${email}` }, row)
  const department = await departmentOf(row, input, run)
  const more = email === '' ? {} : { email }
  const { id, name } = person
  const employee = { id, name, department, roles: [...input.roles], active: true, ...more }
  // Somebody who was made as the head of a department has no roles yet: their own line says them.
  if (Object.hasOwn(run.people.known.employees, id) && !run.people.heads.delete(id)) return 'there'
  await hire(run, input.file, employee)
  return 'made'
}

/** The department of a line, made with its head when it is not there yet. */
async function departmentOf(row: Row, input: EmployeesInput, run: ImportRun): Promise<string | null> {
  const { department } = input
  if (department === undefined) return null
  const id = valueOf(department.id, row, run.lookups)
  if (id === '') return null
  const name = lineOf(department.name, row, run, 'department.name')
  refuseOtherDepartment(run, { id, key: keyOf(department.id, row, run.lookups), name }, row)
  if (Object.hasOwn(run.people.known.departments, id)) return id
  await found(run, input.file, { id, name, parent: null, head: null })
  const head = department.head === undefined ? '' : valueOf(department.head.id, row, run.lookups)
  if (department.head === undefined || head === '') return id
  const person = lineOf(department.head.name, row, run, 'department.head.name')
  meet(run, { id: head, key: keyOf(department.head.id, row, run.lookups), name: person }, row)
  if (!Object.hasOwn(run.people.known.employees, head)) {
    await hire(run, input.file, { id: head, name: person, department: id, roles: [], active: true })
    run.people.heads.add(head)
  }
  await found(run, input.file, { id, name, parent: null, head })
  return id
}

function lineOf(source: EmployeesInput['id'], row: Row, run: ImportRun, key: string): string {
  const text = valueOf(source, row, run.lookups)
  refuseOddSign(key, text, 'line')
  return text
}

type Person = {
  readonly id: string
  readonly key: string
  readonly name: string
  /** Everything a line of their own says of them. */
  readonly words?: string
}

/** Refuses a line that gives an id to somebody else than a line before it, or than the one who has it in Norma. */
function meet({ people }: ImportRun, { id, key, name, words }: Person, { line }: Row): void {
  const before = people.met.get(id)
  const there = people.known.employees[id]
  if (before === undefined && there !== undefined && plain(there.name) !== plain(name)) {
    people.unsure.set(key, there.name)
    throw new ValueError(say('id_taken', { id, key, there: there.name }))
  }
  if (before !== undefined && before.key !== key) {
    people.unsure.set(key, before.key)
    throw new ValueError(say('id_shared', { id, key, other: before.key, line: before.line }))
  }
  const isOther = before?.words !== undefined && words !== undefined && before.words !== words
  if (before !== undefined && isOther) throw new ValueError(say('id_again', { key, line: before.line }))
  if (before?.words === undefined) people.met.set(id, { key, words, line })
}

function refuseOtherDepartment({ people }: ImportRun, { id, key, name }: Person, { line }: Row): void {
  const before = people.metDepartments.get(id)
  const there = people.known.departments[id]
  if (before === undefined && there !== undefined && plain(there.name) !== plain(name)) {
    throw new ValueError(say('department_taken', { id, key, there: there.name }))
  }
  if (before !== undefined && (before.key !== key || before.words !== name)) {
    throw new ValueError(say('department_taken', { id, key, there: before.words ?? before.key }))
  }
  if (before === undefined) people.metDepartments.set(id, { key, words: name, line })
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ')
}

async function hire(run: ImportRun, file: string, employee: Employee): Promise<void> {
  await saveEmployee(run.ports, run.command(file).caller, employee)
  run.people.known.employees[employee.id] = employee
}

async function found(run: ImportRun, file: string, department: Department): Promise<void> {
  await saveDepartment(run.ports, run.command(file).caller, department)
  run.people.known.departments[department.id] = department
}
