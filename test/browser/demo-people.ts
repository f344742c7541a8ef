import type { Stage } from './support'

/** People of the demo company by what they are to a test. */
export type DemoPeople = {
  /** The salesperson with the most open tasks. */
  readonly busy: string
  readonly head: string
  readonly accountant: string
}

/** Finds out who is who. */
export async function peopleOf({ norma: { ports } }: Stage): Promise<DemoPeople> {
  const { employees } = await ports.people.load()
  const all = Object.values(employees)
  const inRole = (role: string) => all.filter(({ roles }) => roles.includes(role))
  const sellers = ['b2b_hunters', 'b2b_farmers', 'b2c_team'].flatMap(inRole)
  const counts = await Promise.all(
    sellers.map(async ({ id }) => ({
      id,
      tasks: (await ports.deals.openTasks({ responsible: id, limit: 100 })).items.length,
    })),
  )
  const [busiest] = counts.toSorted((a, b) => b.tasks - a.tasks || (a.id < b.id ? -1 : 1))
  const [head] = inRole('head_of_sales')
  const [accountant] = inRole('accountant')
  if (busiest === undefined || head === undefined || accountant === undefined) throw new Error('The demo has nobody.')
  return { busy: busiest.id, head: head.id, accountant: accountant.id }
}
