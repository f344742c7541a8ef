import { systemCaller } from '#domain/kernel/access'
import { inviteEmployee } from '#entry/usecases/invite-employee'
import { asEditor, otherEditors } from '#domain/people/people-editors'
import { founder } from '#local/found-company'
import type { Employee } from '#schemas/people'

import { commandEnvironment, UsageError } from '#cli/environment'
import type { Saying } from '#schemas/saying'

import { printSaid, say } from '#cli/say'
import { runningOver, withNorma } from '#cli/with-norma'

type Options = { readonly as?: string; readonly data: string }

/**
 * `norma people invite ID`: a link by which somebody comes in. `norma people rescue`: gives the right to change people to
 * somebody when nobody who works here has it.
 */
export async function peopleCommand(action: string, employee: string | undefined, options: Options): Promise<void> {
  if (action === 'invite') return invite(employee, options)
  if (action !== 'rescue') throw new UsageError(say('people_action', { written: action }))
  if (employee !== undefined) throw new UsageError(say('args_unused', { args: [employee] }))
  const done = await withNorma(options.data, async ({ ports }): Promise<Saying> => {
    const { employees } = await ports.people.load()
    const ids = otherEditors(employees, '')
    if (ids.length > 0) return say('people_kept', { ids })
    const employee = whoGetsIt(employees, options.as)
    await ports.people.saveEmployee(asEditor(employee))
    return say('people_rescued', { id: employee.id })
  })
  await printSaid(commandEnvironment.lang, done)
}

async function invite(id: string | undefined, { data }: Options): Promise<void> {
  const running = runningOver(data)
  const address = running?.publicAddress ?? 'http://127.0.0.1:4000'
  const told = await withNorma(data, async ({ ports }) => {
    const isPicked = running?.by === undefined ? (await ports.entry.beginning()).isDemo : running.by === 'picker'
    // A link would lead nowhere.
    if (isPicked) throw new UsageError(say('invite_picked', { address: `${address}/app/sign-in` }))
    const { employees } = await ports.people.load()
    const known = Object.values(employees).flatMap((one) => (one.active ? [one.id] : []))
    if (id === undefined) throw new UsageError(say('invite_whom', { known: known.toSorted() }))
    if (!known.includes(id)) throw new UsageError(say('people_nobody', { id, known: known.toSorted() }))
    // Whoever reads the data folder may let in anybody, whatever the pages offer.
    const linked = { ...ports, ways: { by: 'link' } } as const
    const { path, expiresAt } = await inviteEmployee(linked, systemCaller('system', 'command line'), id)
    return [say('invited', { name: employees[id]?.name ?? id, day: expiresAt.slice(0, 10) }), `  ${address}${path}`]
  })
  await printSaid(commandEnvironment.lang, ...told)
}

function whoGetsIt(employees: Readonly<Record<string, Employee>>, named: string | undefined): Employee {
  const id = named ?? founder
  const found = Object.hasOwn(employees, id) ? employees[id] : undefined
  if (found !== undefined) return found
  const known = Object.keys(employees).toSorted()
  throw new UsageError(named === undefined ? say('people_whom', { known }) : say('people_nobody', { id, known }))
}
