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
  if (counted({ looks }) > readerBudget(asker).cards) await tellHead(ports, asker, { day, at })
}

/** Refuses whoever has read twice their budget today, until their head allows it. */
export async function refuseSpent(ports: Needs, asker: Asker): Promise<void> {
  const at = ports.clock.now()
  const { timezone } = (await ports.rules.current()).model.calendar
  const day = dateIn(timezone, at)
  const reading = await ports.reading.day({ reader: readerOf(asker.caller), day })
  const budget = readerBudget(asker)
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
  if (reveals > readerBudget(asker).reveals) await tellHead(ports, asker, { day: on.day, at })
}

/** By whom something is read: a person, or the key of a program. */
export function readerOf({ actor, employee }: Caller): string {
  return actor.kind === 'employee' ? (employee ?? actor.id) : actor.id
}

/** How many of the looks count: those at clients of others. */
export function counted({ looks }: Pick<KeptReading, 'looks'>): number {
  return looks.filter(({ isOwn }) => !isOwn).length
}

/** What an employee may read on a day. */
export function budgetFor(employee: string | null, { departments }: People): Budget {
  return budgetOf({ leads: Object.values(departments).some(({ head }) => head !== null && head === employee) })
}

/** The day it is for the company. */
export async function dayOf({ rules }: Pick<Ports, 'rules'>, at: string): Promise<string> {
  return dateIn((await rules.current()).model.calendar.timezone, at)
}

function readerBudget({ caller, people }: Asker): Budget {
  return budgetFor(caller.employee, people)
}

async function tellHead(
  ports: Needs,
  { caller, people }: Asker,
  { day, at }: { readonly day: string; readonly at: string },
): Promise<void> {
  const { employee } = caller
  const head = employee === null ? companyHead(people) : (headsOf(employee, people)[0] ?? companyHead(people))
  if (head === null) return
  const reader = readerOf(caller)
  const by = people.employees[employee ?? '']?.name ?? reader
  const once = `read_much#${reader}#${day}`
  // At once, at night too: whoever copies the base does not wait for the morning.
  await tell(ports, head, { id: noticeId(at, once), kind: 'read_much', at, by, since: at }, { once, urgent: true })
}
