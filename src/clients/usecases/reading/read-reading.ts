import { clientRefusal } from '#clients/words/client-refusal'
import { reaches, type Caller } from '#domain/kernel/access'
import { headsOf } from '#domain/kernel/heads'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import { addDays } from '#domain/time/days'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { KeptLook } from '#ports/reading'
import type { PersonReading } from '#schemas/clients/reading'

import { budgetFor, counted, dayOf } from '#usecases/people/count-reading'

/** Who asks what somebody read. */
export type ReadingAsker = { readonly caller: Caller; readonly people: People }
type Needs = Pick<Ports, 'reading' | 'clock' | 'rules' | 'clients'>

/** Looks of so many days before today may not have been turned round yet. */
const notTurned = 2

type Day = { readonly employee: string; readonly on?: string | undefined }

/** What somebody read of clients on a day, for whoever may see that of them. */
export async function readReading(ports: Needs, asker: ReadingAsker, asked: Day): Promise<PersonReading> {
  if (!reaches(asker.caller, 'audit_read', asked.employee, asker.people)) throw clientRefusal('forbidden.reading')
  refuseUnknown(asker, asked.employee)
  return dayRead(ports, asker, asked)
}

async function dayRead(
  { reading, clock, rules, clients }: Needs,
  asker: ReadingAsker,
  { employee, on }: Day,
): Promise<PersonReading> {
  const day = on ?? (await dayOf({ rules }, clock.now()))
  const kept = await reading.day({ reader: employee, day })
  const { reveals, rows, searches, allowed } = kept
  const looks = kept.looks.toSorted((one, other) => (one.at < other.at ? -1 : 1))
  const found = await clients.findMany(looks.map(({ client }) => client))
  const names = new Map(found.map(({ client }) => [client.id, client.name]))
  return {
    employee,
    on: day,
    cards: looks.map(({ client, at, isOwn }) => ({ client, name: names.get(client) ?? '', at, isOwn })),
    counted: counted(kept),
    reveals,
    rows,
    searches,
    budget: await budgetFor({ rules }, employee, asker.people),
    ...(allowed === undefined ? {} : { allowed }),
  }
}

/** Lets somebody read on for the rest of the day, for whoever leads them, with a reason that stays on record. */
export async function allowReading(
  ports: Needs,
  asker: ReadingAsker,
  { employee, reason }: { readonly employee: string; readonly reason: string },
): Promise<PersonReading> {
  refuseOthersReading(asker, employee)
  const { caller } = asker
  if (caller.employee === employee || caller.employee === null) throw clientRefusal('forbidden.reading_own')
  const at = ports.clock.now()
  const day = await dayOf(ports, at)
  await ports.reading.allow({ reader: employee, day }, { by: caller.employee, reason, at })
  return dayRead(ports, asker, { employee })
}

/** Who looked at a client: what has been turned round, and the last days of everybody who works here. */
export async function looksAtClient(
  { reading, clock, rules }: Pick<Ports, 'reading' | 'clock' | 'rules'>,
  { people }: ReadingAsker,
  ids: readonly string[],
): Promise<readonly KeptLook[]> {
  const today = await dayOf({ rules }, clock.now())
  const days = Array.from({ length: notTurned + 1 }, (_, back) => addDays(today, -back))
  const pairs = Object.keys(people.employees).flatMap((reader) => days.map((day) => ({ reader, day })))
  const looks = await Promise.all(ids.flatMap((id) => [reading.turned(id), reading.looksAt(id, pairs)]))
  const once = new Map(looks.flat().map((look) => [[look.reader, look.day, look.client].join('#'), look]))
  return [...once.values()]
}

/** Turns the days that are over round: with each client stands who looked at them. It may run twice. */
export async function turnReading(ports: Pick<Ports, 'reading' | 'rules' | 'people'>, at: string): Promise<void> {
  const [today, { employees }] = await Promise.all([dayOf(ports, at), ports.people.load()])
  for (const reader of Object.keys(employees)) {
    for (let back = 1; back <= notTurned; back += 1) {
      // oxlint-disable-next-line no-await-in-loop -- at night, one person after another
      const { looks } = await ports.reading.day({ reader, day: addDays(today, -back) })
      // oxlint-disable-next-line no-await-in-loop -- the same
      if (looks.length > 0) await ports.reading.turn(looks)
    }
  }
}

/** Refuses whoever neither leads somebody nor may change people. */
export function refuseOthersReading({ caller, people }: ReadingAsker, employee: string): void {
  const leads = caller.employee !== null && headsOf(employee, people).includes(caller.employee)
  if (!leads && caller.reach.people_edit !== 'all') throw clientRefusal('forbidden.reading')
  refuseUnknown({ people }, employee)
}

function refuseUnknown({ people }: Pick<ReadingAsker, 'people'>, employee: string): void {
  if (!Object.hasOwn(people.employees, employee)) throw peopleRefusal('employee_unknown', { id: employee })
}
