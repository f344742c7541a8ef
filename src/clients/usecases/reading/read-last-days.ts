import { addDays } from '#domain/time/days'
import type { Ports } from '#ports/ports'

import { dayOf } from '#usecases/people/count-reading'
import { refuseOthersReading, type ReadingAsker } from './read-reading'

/** What somebody read of clients in the days up to today: each day on which they did, the newest first. */
export type LastDays = {
  /** Different clients whose cards they opened; of them those that are nobody’s deal or client of their own. */
  readonly clients: number
  readonly others: number
  readonly reveals: number
  readonly days: readonly { readonly on: string; readonly cards: number; readonly reveals: number }[]
}

/** Reads the last so many days of somebody, for whoever leads them and for whoever may change people: one query a day. */
export async function readLastDays(
  { reading, clock, rules }: Pick<Ports, 'reading' | 'clock' | 'rules'>,
  asker: ReadingAsker,
  { employee, days }: { readonly employee: string; readonly days: number },
): Promise<LastDays> {
  refuseOthersReading(asker, employee)
  const today = await dayOf({ rules }, clock.now())
  const all = await Promise.all(
    Array.from({ length: days }, async (_, back) => {
      const on = addDays(today, -back)
      return { on, ...(await reading.day({ reader: employee, day: on })) }
    }),
  )
  const looks = all.flatMap((day) => day.looks)
  return {
    clients: new Set(looks.map(({ client }) => client)).size,
    others: new Set(looks.flatMap(({ client, isOwn }) => (isOwn ? [] : [client]))).size,
    reveals: all.reduce((sum, { reveals }) => sum + reveals, 0),
    days: all.flatMap(({ on, looks: seen, reveals }) =>
      seen.length + reveals === 0 ? [] : [{ on, cards: seen.length, reveals }],
    ),
  }
}
