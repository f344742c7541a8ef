import { clientRefusal } from '#clients/words/client-refusal'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import { dateOf, dayOf } from '#domain/time/days'
import { dateIn } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { KeptReading } from '#ports/reading'
import type { LeakQuery, ReadClients } from '#schemas/clients/reading'
import type { ExportEntry } from '#schemas/report'
import { inTurns } from '#usecases/in-groups'

import { refuseOthersReading, type ReadingAsker } from './read-reading'

type Needs = Pick<Ports, 'clients' | 'people' | 'reading' | 'reports' | 'rules'>
type Asked = LeakQuery & { readonly employee: string }

/** Who read whom is kept so long; longer is not asked for at once. */
const mostDays = 366
const sideBySide = 20
const aBatch = 100

/**
 * Whose data somebody may have carried away: every client they opened a card of in a time, by name, with when, how many
 * numbers they were shown, how many rows they had listed, and which files they took out. For whoever has to tell an authority
 * how many people it is about, and has not long. A request a day, and one for 100 clients.
 */
export async function readLeak(ports: Needs, asker: ReadingAsker, asked: Asked): Promise<ReadClients> {
  refuseOthersReading(asker, asked.employee)
  return leakOf(ports, asked)
}

/** The same for whoever asks at the machine itself. */
export async function leakOf(ports: Needs, { employee, from, to }: Asked): Promise<ReadClients> {
  const { employees } = await ports.people.load()
  if (!Object.hasOwn(employees, employee)) throw peopleRefusal('employee_unknown', { id: employee })
  const days = dayOf(to) - dayOf(from) + 1
  if (days < 1 || days > mostDays) throw clientRefusal('field_value.leak_days', { from, to, most: mostDays })
  const dates = Array.from({ length: days }, (_, at) => dateOf(dayOf(from) + at))
  const read = await inTurns(dates, sideBySide, (day) => ports.reading.day({ reader: employee, day }))
  const [items, files] = await Promise.all([clientsIn(ports, read), filesOf(ports, { employee, from, to })])
  const sum = (of: (day: KeptReading) => number): number => read.reduce((all, day) => all + of(day), 0)
  return {
    employee,
    from,
    to,
    people: items.filter(({ kind }) => kind === 'person').length,
    companies: items.filter(({ kind }) => kind === 'company').length,
    gone: items.filter(({ kind }) => kind === undefined).length,
    reveals: sum((day) => day.reveals),
    rows: sum((day) => day.rows),
    searches: sum((day) => day.searches),
    files,
    items,
  }
}

/** Each client they opened once, by name; last those whose card is gone, of whom there is the id alone. */
async function clientsIn({ clients }: Needs, read: readonly KeptReading[]): Promise<ReadClients['items']> {
  const looks = read.flatMap((day) => day.looks).toSorted((one, other) => (one.at < other.at ? -1 : 1))
  const ids = [...new Set(looks.map(({ client }) => client))]
  const batches = Array.from({ length: Math.ceil(ids.length / aBatch) }, (_, at) =>
    ids.slice(at * aBatch, (at + 1) * aBatch),
  )
  const found = (await inTurns(batches, sideBySide, (batch) => clients.findMany(batch))).flat()
  const cards = new Map(found.map(({ client }) => [client.id, client]))
  const firsts = new Map(looks.toReversed().map((look) => [look.client, look]))
  const lasts = new Map(looks.map((look) => [look.client, look]))
  return ids
    .map((id) => {
      const card = cards.get(id)
      return {
        client: id,
        ...(card === undefined ? {} : { kind: card.kind, name: card.name }),
        firstAt: firsts.get(id)?.at ?? '',
        lastAt: lasts.get(id)?.at ?? '',
        isOwn: lasts.get(id)?.isOwn ?? false,
      }
    })
    .toSorted((one, other) => Number(!cards.has(one.client)) - Number(!cards.has(other.client)) || byName(one, other))
}

function byName(
  { name: one = '' }: { readonly name?: string },
  { name: other = '' }: { readonly name?: string },
): number {
  return one.localeCompare(other)
}

/** The files they took out in that time, the newest first. */
async function filesOf({ reports, rules }: Needs, { employee, from, to }: Asked): Promise<ExportEntry[]> {
  const { timezone } = (await rules.current()).model.calendar
  const files: ExportEntry[] = []
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- page after page, until the time begins
    const page = await reports.exports({ limit: 100, ...(cursor === undefined ? {} : { cursor }) })
    const days = page.items.map((one) => [dateIn(timezone, one.at), one] as const)
    files.push(...days.flatMap(([day, one]) => (one.by === employee && day >= from && day <= to ? [one] : [])))
    cursor = days.some(([day]) => day < from) ? undefined : page.cursor
  } while (cursor !== undefined)
  return files
}
