import { rulesLanguage } from '#domain/rules/rules-language'
import { everywhere, firstStart, systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { foundedAs } from '#domain/people/founded-as'
import type { Ports } from '#ports/ports'
import type { Manifest } from '#ports/rule-files'
import { publishRules } from '#release/usecases/publish-rules'

/** The one person of a new company: may do everything and is in every role until others are hired. */
export const founder = 'admin'

/** Keeps the files that lie beside the first rules and that these name; undefined where they name none. */
export type KeepFiles = (ports: Pick<Ports, 'files'>) => Promise<Manifest | undefined>

const noneBeside: KeepFiles = async () => undefined

/**
 * Makes an empty data folder usable: publishes the text as the first rules and hires the founder. What is there already
 * stays as it is. Answers whether the text became its rules. Refuses with `rules_faulty` and all faults of the text.
 */
export async function foundCompany(ports: Ports, text: string, keepFiles: KeepFiles = noneBeside): Promise<boolean> {
  const isNew = !(await hasRules(ports))
  if (isNew) {
    const command = { caller: systemCaller('system', firstStart), correlationId: ports.ids.next('cor') }
    const files = await keepFiles(ports)
    // Who published them says it all.
    await publishRules(ports, command, { text, note: '', expected: 0, files })
  }
  const { employees } = await ports.people.load()
  if (Object.keys(employees).length > 0) return isNew
  const { model } = await ports.rules.current()
  const roles = Object.keys(model.roles)
  const names = foundedAs[rulesLanguage(model)]
  await ports.entry.saveBeginning({ isDemo: false, isNew: true })
  await ports.people.saveDepartment({ id: 'company', name: names.company, parent: null, head: founder })
  await ports.people.saveEmployee({
    id: founder,
    name: names.founder,
    department: 'company',
    roles,
    active: true,
    rights: everywhere('all'),
  })
  return isNew
}

async function hasRules({ rules }: Ports): Promise<boolean> {
  try {
    await rules.current()
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rules_unknown') return false
    throw error
  }
}
