import { budgetOf, isSpent, type Budget } from '#clients/domain/reading-budget'
import { clientRefusal } from '#clients/words/client-refusal'
import { companyHead, headsOf, type Caller } from '#domain/kernel/access'
import { noticeId } from '#domain/people/notice-id'
import { addDays } from '#domain/time/days'
import { dateIn, startOfDay } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { KeptReading } from '#ports/reading'
import type { WholeClient } from '#schemas/kept-client'
import { tell } from '#usecases/people/tell'

type Needs = Pick<Ports, 'reading' | 'clock' | 'rules' | 'people' | 'notices'>
type Asker = { readonly caller: Caller; readonly people: People }

/**
 * Keeps that somebody opened a card: the first look of a day, one write, which is audit and count at once. Whoever opens one
 * more of other people's clients than their budget has their head told, once that day.
 */
export async function countCard(ports: Needs, asker: Asker, { client }: WholeClient): Promise<void> {
  const { caller } = asker
  const reader = readerOf(caller)
  const at = ports.clock.now()
  const day = await dayOf(ports, at)
  const isOwn = client.owner !== null && client.owner === caller.employee
  const isFirst = await ports.reading.look({ reader, day, client: client.id, at, isOwn })
  if (!isFirst || isOwn) return
  const { looks } = await ports.reading.day({ reader, day })
  if (counted({ looks }) > (await readerBudget(ports, asker)).cards) await tellHead(ports, asker, { day, at })
}

/** Refuses whoever has read twice their budget today, until their head allows it. */
export async function refuseSpent(ports: Needs, asker: Asker): Promise<void> {
  const at = ports.clock.now()
  const { timezone } = (await ports.rules.current()).model.calendar
  const day = dateIn(timezone, at)
  const reading = await ports.reading.day({ reader: readerOf(asker.caller), day })
  const budget = await readerBudget(ports, asker)
  if (reading.allowed !== undefined) return
  if (!isSpent(budget, { cards: counted(reading), reveals: reading.reveals })) return
  const retryAfter = Math.ceil((Date.parse(startOfDay(timezone, addDays(day, 1))) - Date.parse(at)) / 1000)
  throw clientRefusal('reading_budget', budget, { retryAfter })
}

/** Counts that a number or an address was shown. */
export async function countReveal(ports: Needs, asker: Asker): Promise<void> {
  const at = ports.clock.now()
  const on = { reader: readerOf(asker.caller), day: await dayOf(ports, at) }
  await ports.reading.revealed(on)
  const { reveals } = await ports.reading.day(on)
  if (reveals > (await readerBudget(ports, asker)).reveals) await tellHead(ports, asker, { day: on.day, at })
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
  const leads = Object.values(departments).some(({ head }) => head !== null && head === employee)
  return budgetOf({ leads, roles: employees[employee ?? '']?.roles ?? [] }, clients?.reading)
}

/** The day it is for the company. */
export async function dayOf({ rules }: Pick<Ports, 'rules'>, at: string): Promise<string> {
  return dateIn((await rules.current()).model.calendar.timezone, at)
}

function readerBudget(ports: Needs, { caller, people }: Asker): Promise<Budget> {
  return budgetFor(ports, caller.employee, people)
}

/** Their head, and whoever else the rules name. */
async function toldOf({ rules }: Needs, { caller: { employee }, people }: Asker): Promise<readonly string[]> {
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

async function tellHead(
  ports: Needs,
  asker: Asker,
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
