import type { Department } from '#schemas/people'

type Departments = Readonly<Record<string, Department>>

/** Whether a department is open: one that was closed keeps its name in all that was. */
export function isOpenDepartment(department: Pick<Department, 'active'> | undefined): boolean {
  return department !== undefined && department.active !== false
}

/** The departments that are open. */
export function openDepartments(departments: Departments): readonly Department[] {
  return Object.values(departments).filter(isOpenDepartment)
}

/** The departments that somebody leads. One that was closed is led by nobody, whoever led it last. */
export function departmentsLed(employee: string | null | undefined, departments: Departments): readonly Department[] {
  return openDepartments(departments).filter(({ head }) => head !== null && head === employee)
}

/** Who leads any department. */
export function headsIn(departments: Departments): ReadonlySet<string> {
  return new Set(openDepartments(departments).flatMap(({ head }) => head ?? []))
}
