import { asEditor, otherEditors } from '#domain/people/people-editors'
import { founder } from '#local/found-company'
import type { Employee } from '#schemas/people'

import { commandEnvironment, UsageError } from '#cli/environment'
import type { Saying } from '#schemas/saying'

import { printSaid, say } from '#cli/say'
import { withNorma } from '#cli/with-norma'

type Options = { readonly as?: string; readonly data: string }

/** `norma people rescue`: gives the right to change people to somebody when nobody who works here has it. */
export async function peopleCommand(action: string, options: Options): Promise<void> {
  if (action !== 'rescue') throw new UsageError(say('people_action', { written: action }))
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

function whoGetsIt(employees: Readonly<Record<string, Employee>>, named: string | undefined): Employee {
  const id = named ?? founder
  const found = Object.hasOwn(employees, id) ? employees[id] : undefined
  if (found !== undefined) return found
  const known = Object.keys(employees).toSorted()
  throw new UsageError(named === undefined ? say('people_whom', { known }) : say('people_nobody', { id, known }))
}
