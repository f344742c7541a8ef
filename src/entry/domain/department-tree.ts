import type { Department } from '#schemas/people'

/** A department with how deep it lies: 0 at the top. */
export type Branch = { readonly department: Department; readonly depth: number }

/** All departments, each followed by those below it, by name; what lies in a circle or below nothing known is at the top. */
export function departmentTree(departments: Readonly<Record<string, Department>>): readonly Branch[] {
  const all = Object.values(departments).toSorted((a, b) => a.name.localeCompare(b.name))
  const found: Branch[] = []
  const seen = new Set<string>()
  const add = (department: Department, depth: number): void => {
    if (seen.has(department.id)) return
    seen.add(department.id)
    found.push({ department, depth })
    for (const below of all) if (below.parent === department.id) add(below, depth + 1)
  }
  for (const one of all) if (one.parent === null || departments[one.parent] === undefined) add(one, 0)
  for (const one of all) add(one, 0)
  return found
}
