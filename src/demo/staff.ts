import { nameToId } from '#import/name-to-id'
import type { Language } from '#schemas/language-names'
import type { Department, Employee } from '#schemas/people'
import type { Random } from './random'
import { demoWords } from './company/demo-words'
import { drawPerson } from './company/people-names'

/** The people of the demo company: 30 in six departments, every role of the product's own rules filled. */
export type Staff = { readonly departments: readonly Department[]; readonly employees: readonly Employee[] }

type Seat = { readonly department: string; readonly roles: readonly string[]; readonly isHead?: boolean }

const parents: Readonly<Record<string, string>> = { b2b: 'sales', b2c: 'sales' }

const seats: readonly Seat[] = [
  { department: 'sales', roles: ['head_of_sales'], isHead: true },
  ...seatsOf('b2b', [], 1, true),
  ...seatsOf('b2b', ['b2b_hunters'], 6),
  ...seatsOf('b2b', ['b2b_farmers'], 4),
  ...seatsOf('b2c', [], 1, true),
  ...seatsOf('b2c', ['b2c_team'], 6),
  ...seatsOf('law', ['lawyer'], 1, true),
  ...seatsOf('law', ['lawyer'], 1),
  ...seatsOf('money', ['accountant'], 1, true),
  ...seatsOf('money', ['accountant'], 2),
  ...seatsOf('delivery', ['quality'], 1, true),
  ...seatsOf('delivery', ['logistics'], 3),
  ...seatsOf('delivery', ['quality'], 2),
]

/** Hires the demo's people. */
export function demoStaff(random: Random, language: Language): Staff {
  const taken = new Set<string>()
  const employees = seats.map(({ department, roles, isHead }): Employee => {
    const name = freeName(random, { taken, language })
    const id = nameToId(name)
    const rights = rightsOf(roles)
    const plan =
      isHead === true && (department === 'b2b' || department === 'b2c')
        ? { rights: { plan_read: 'all' as const } }
        : rights
    return { id, name, email: `${id}@samovar.example`, department, roles: [...roles], active: true, ...plan }
  })
  const heads = new Map(seats.map((seat, index) => [seat, employees[index]?.id ?? null] as const))
  const departments = Object.entries(demoWords[language].departments).map(([id, name]): Department => {
    const head = seats.find((seat) => seat.department === id && seat.isHead === true)
    return { id, name, parent: parents[id] ?? null, head: head === undefined ? null : (heads.get(head) ?? null) }
  })
  return { departments, employees }
}

const everything: NonNullable<Employee['rights']> = {
  deals_read: 'all',
  deals_edit: 'all',
  plan_read: 'all',
  plan_edit: 'all',
  books_edit: 'all',
}

/** The accountant’s summary is of all deals that were won, so accountants see them all, and correct what they count for. */
function rightsOf(roles: readonly string[]): Pick<Employee, 'rights'> {
  if (roles.includes('head_of_sales')) return { rights: everything }
  return roles.includes('accountant')
    ? { rights: { deals_read: 'all', plan_read: 'all', books_edit: 'all', export: 'all' } }
    : {}
}

function seatsOf(department: string, roles: readonly string[], count: number, isHead = false): readonly Seat[] {
  return Array.from({ length: count }, () => ({ department, roles, isHead }))
}

function freeName(random: Random, { taken, language }: { taken: Set<string>; language: Language }): string {
  for (;;) {
    const { name, surname } = drawPerson(random, language)
    if (taken.has(surname)) continue
    taken.add(surname)
    return name
  }
}
