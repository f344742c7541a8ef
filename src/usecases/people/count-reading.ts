import { absenceOn } from '#domain/people/responsible'
import { calendarOf } from '#domain/people/quiet'
import { budgetOf, halfOf, isOver, type Budget } from '#domain/people/reading-budget'
import type { Caller } from '#domain/kernel/access'
import { companyHead, headsOf } from '#domain/kernel/heads'
import { departmentsLed } from '#domain/kernel/departments-led'
import { noticeId } from '#domain/people/notice-id'
import { isWorkingDay, nextOpening } from '#domain/time/calendar'
import { dateIn, msOf, startOfDay } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { KeptReading, ReadCounts } from '#ports/reading'
import { tell } from './tell'

/** What counting needs. */
export type ReadingPorts = Pick<Ports, 'reading' | 'clock' | 'rules' | 'people' | 'notices'>

/** Who reads, and the company they read in. */
export type Reading = { readonly caller: Caller; readonly people: People }

/**
 * Counts what somebody reads of clients: rows, searches, numbers that are shown. One write, which is audit and count at once;
 * whoever comes to read more than their budget has their head told, once that day. What could not be counted is thrown.
 */
export async function countRead(ports: ReadingPorts, asker: Reading, read: Partial<ReadCounts>): Promise<void> {
  const at = ports.clock.now()
  const day = await dayOf(ports, at)
  const counts = await ports.reading.add({ reader: readerOf(asker.caller), day }, read)
  if (isOver(await budgetNow(ports, asker, at), counts)) await tellReadMuch(ports, asker, { day, at })
}

/** By whom something is read: a person, or the key of a program. */
export function readerOf({ actor, employee }: Caller): string {
  return actor.kind === 'employee' ? (employee ?? actor.id) : actor.id
}

/** How many of the looks count: those at clients of others. */
export function counted({ looks }: Pick<KeptReading, 'looks'>): number {
  return looks.filter(({ isOwn }) => !isOwn).length
}

/** What an employee may read on a day, by the rules in force. */
export async function budgetFor(
  { rules }: Pick<Ports, 'rules'>,
  employee: string | null,
  { departments, employees }: People,
): Promise<Budget> {
  const { clients } = (await rules.current()).model
  const leads = departmentsLed(employee, departments).length > 0
  return budgetOf({ leads, roles: employees[employee ?? '']?.roles ?? [] }, clients?.reading)
}

/** The same at an instant: half of it when nobody is expected to read. */
export async function budgetNow(
  ports: Pick<Ports, 'rules'>,
  { caller: { employee }, people }: Reading,
  at: string,
): Promise<Budget> {
  const [budget, isOdd] = await Promise.all([
    budgetFor(ports, employee, people),
    isOddTime(ports, { employee, people }, at),
  ])
  return isOdd ? halfOf(budget) : budget
}

/** The day it is for the company. */
export async function dayOf({ rules }: Pick<Ports, 'rules'>, at: string): Promise<string> {
  return dateIn((await rules.current()).model.calendar.timezone, at)
}

/** Tells the head of somebody, and whoever else the rules name, that they read much: once a day. */
export async function tellReadMuch(
  ports: ReadingPorts,
  asker: Reading,
  { day, at }: { readonly day: string; readonly at: string },
): Promise<void> {
  const { caller, people } = asker
  const reader = readerOf(caller)
  const by = people.employees[caller.employee ?? '']?.name ?? reader
  const once = `read_much#${reader}#${day}`
  for (const whom of await toldOf(ports, asker)) {
    // At once, at night too: whoever copies the base does not wait for the morning.
    // oxlint-disable-next-line no-await-in-loop -- few are told
    await tell(ports, whom, { id: noticeId(at, once), kind: 'read_much', at, by, since: at }, { once, urgent: true })
  }
}

/** The hours of a night, by the company's clocks. */
const nightEnds = 7
const nightBegins = 22

/** Whether nobody is expected to read: at night, on a day off, while they are away; working by their own calendar goes before. */
async function isOddTime(
  { rules }: Pick<Ports, 'rules'>,
  { employee, people }: { readonly employee: string | null; readonly people: People },
  at: string,
): Promise<boolean> {
  const { model } = await rules.current()
  const calendar = calendarOf(people.employees[employee ?? ''] ?? {}, model)
  const on = dateIn(calendar.timezone, at)
  if (employee !== null && absenceOn(employee, on, people) !== undefined) return true
  if (nextOpening(calendar, at) === at) return false
  const hour = (msOf(at) - msOf(startOfDay(calendar.timezone, on))) / 3_600_000
  return hour < nightEnds || hour >= nightBegins || !isWorkingDay(calendar, on)
}

/** Their head, and whoever else the rules name. */
async function toldOf({ rules }: ReadingPorts, { caller: { employee }, people }: Reading): Promise<readonly string[]> {
  const head = employee === null ? companyHead(people) : (headsOf(employee, people)[0] ?? companyHead(people))
  const alarm = (await rules.current()).model.clients?.reading?.alarm ?? []
  const named = alarm.length === 0 ? ['owner_manager'] : alarm
  const told = named.flatMap((who) =>
    who === 'owner_manager'
      ? (head ?? [])
      : Object.values(people.employees).flatMap(({ id, roles, active }) => (active && roles.includes(who) ? [id] : [])),
  )
  // Nobody has the role: the head hears it all the same.
  const all = told.length === 0 && head !== null ? [head] : told
  return [...new Set(all)].filter((id) => id !== employee || all.length === 1)
}
