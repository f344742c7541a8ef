import { openDepartments } from '#domain/kernel/departments-led'
import { mailKey } from '#domain/kernel/mail'
import { latinOf } from '#domain/kernel/latin'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import { publishRules } from '#release/usecases/publish-rules'
import type { CompanySetUp, FirstPeople, SetUpCompany } from '#schemas/beginning'
import type { Employee } from '#schemas/people'
import type { Command } from '#usecases/command'
import { saveDepartment } from '#usecases/people/save-department'
import { refuseUnknown, saveEmployee } from '#usecases/people/save-employee'
import { saveSettings } from '#usecases/people/save-settings'
import { beginningRefusal } from '#workday/words/beginning-refusal'

/**
 * Makes a company that has just been founded its own: its name, currency, zone, first rules, and who looks after it. Can be
 * said again until the first people are there.
 */
export async function setUpCompany(ports: Ports, command: Command, input: SetUpCompany): Promise<CompanySetUp> {
  const { caller } = command
  const me = await founderOf(ports, caller)
  const { company, currency, rules, name, email } = input
  const text = rules === 'first' ? await firstTextOf(ports, command, input) : undefined
  const current = await ports.rules.current()
  const next = text ?? (await ports.language.inZone(current.text, await zoneOf(ports, command, input)))
  // Roles that somebody is in cannot go: whoever founds the company is in those of the next rules a moment later.
  if (text !== undefined) await saveEmployee(ports, caller, { ...me, roles: [] })
  const published = await publishRules(ports, command, {
    text: next,
    note: company,
    expected: current.version,
  })
  const settings = await ports.settings.load()
  if (settings.currency !== currency) await saveSettings(ports, caller, { ...settings, currency, rates: {} })
  const root = openDepartments((await ports.people.load()).departments).find(({ parent }) => parent === null)
  await saveDepartment(ports, caller, { id: root?.id ?? 'company', name: company, parent: null, head: me.id })
  const roles = Object.keys(published.model.roles)
  await saveEmployee(ports, caller, { ...me, name, roles, ...(email === undefined ? {} : { email }) })
  await ports.entry.saveBeginning({ ...(await ports.entry.beginning()), isNamed: true })
  return { company, rules: published.version }
}

/**
 * Hires the first people; who is in a role is then no longer whoever set the company up. Said again after it was broken off,
 * whoever was hired by then is not hired a second time.
 */
export async function addFirstPeople(
  ports: Ports,
  { caller }: Command,
  { people = [] }: FirstPeople,
): Promise<{ readonly items: Employee[] }> {
  const me = await founderOf(ports, caller)
  const { employees, departments } = await ports.people.load()
  const root = openDepartments(departments).find(({ parent }) => parent === null)
  const taken = new Set(Object.keys(employees))
  const there = new Set(Object.values(employees).filter(({ id }) => id !== me.id))
  const hired = people.map(({ name, email, roles = [] }): Employee => {
    const before = [...there].find((one) => one.name === name && mailKey(one.email ?? '') === mailKey(email ?? ''))
    if (before !== undefined) there.delete(before)
    const id = before?.id ?? freeId(name, taken)
    taken.add(id)
    return {
      id,
      name,
      department: root?.id ?? null,
      roles,
      active: true,
      ...(email === undefined ? {} : { email }),
    }
  })
  const known = Object.keys((await ports.rules.current()).model.roles)
  for (const { roles } of hired) refuseUnknown('role', roles, known)
  // oxlint-disable-next-line no-await-in-loop -- one after the other, so that what breaks off can be gone on with
  for (const one of hired) await saveEmployee(ports, caller, one)
  const given = new Set(hired.flatMap(({ roles }) => roles))
  await saveEmployee(ports, caller, { ...me, roles: me.roles.filter((role) => !given.has(role)) })
  await ports.entry.saveBeginning({ ...(await ports.entry.beginning()), isNew: false })
  return { items: hired }
}

async function founderOf({ entry, people }: Pick<Ports, 'entry' | 'people'>, caller: Caller): Promise<Employee> {
  const [{ isNew }, { employees }] = await Promise.all([entry.beginning(), people.load()])
  const me = employees[caller.employee ?? '']
  if (!isNew || me === undefined || caller.reach.people_edit !== 'all') throw beginningRefusal('company_begun')
  return me
}

async function firstTextOf(
  { language }: Pick<Ports, 'language'>,
  command: Command,
  { company, zone, language: written }: SetUpCompany,
): Promise<string> {
  const made = await language.firstText({ company, zone, language: written }, command.language ?? 'en')
  if ('fault' in made) throw beginningRefusal('field_value.beginning', { said: made.fault })
  return made.text
}

/** The zone, once it is known that there is one of that name. */
async function zoneOf(ports: Pick<Ports, 'language'>, command: Command, input: SetUpCompany): Promise<string> {
  await firstTextOf(ports, command, input)
  return input.zone
}

function freeId(name: string, taken: ReadonlySet<string>): string {
  const base =
    latinOf(name)
      .replace(/^[^a-z]+/, '')
      .slice(0, 60)
      .replace(/\.+$/, '') || 'person'
  let id = base
  for (let no = 2; taken.has(id); no += 1) id = `${base}.${no}`
  return id
}
