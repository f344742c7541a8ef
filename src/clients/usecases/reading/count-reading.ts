import { daysLooked, fewCards, isSpent, muchFor, type Budget } from '#domain/people/reading-budget'
import { clientRefusal } from '#clients/words/client-refusal'
import { isWorkingDay } from '#domain/time/calendar'
import { addDays } from '#domain/time/days'
import { startOfDay } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { KeptReading, ReadingDay } from '#ports/reading'
import type { WholeClient } from '#schemas/kept-client'
import {
  budgetNow,
  counted,
  dayOf,
  readerOf,
  tellReadMuch,
  type Reading,
  type ReadingPorts,
} from '#usecases/people/count-reading'

import { isOwnLook } from './own-look'

type Needs = ReadingPorts & Pick<Ports, 'callBacks' | 'clients' | 'deals' | 'talks'>

/**
 * Keeps that somebody opened a card: the first look of a day, one write, which is audit and count at once. Whoever opens one
 * more of other people's clients than their budget, or than is usual for them, has their head told, once that day.
 */
export async function countCard(ports: Needs, asker: Reading, whole: WholeClient): Promise<void> {
  const { client } = whole
  const reader = readerOf(asker.caller)
  const at = ports.clock.now()
  const day = await dayOf(ports, at)
  const look = await ports.reading.look({ reader, day, client: client.id, at }, () => isOwnLook(ports, asker, whole))
  if (look === undefined || look.isOwn) return
  const reading = await ports.reading.day({ reader, day })
  const cards = counted(reading)
  const { cards: most } = await budgetNow(ports, asker, at)
  if (cards > Math.min(most, await muchOf(ports, { reader, day }, reading)))
    await tellReadMuch(ports, asker, { day, at })
}

/** Refuses whoever has read twice their budget today, or would have with what they ask for, until their head allows it. */
export async function refuseSpent(
  ports: ReadingPorts,
  asker: Reading,
  asked: { rows: number } = { rows: 0 },
): Promise<void> {
  const at = ports.clock.now()
  const day = await dayOf(ports, at)
  const reading = await ports.reading.day({ reader: readerOf(asker.caller), day })
  const budget = await budgetNow(ports, asker, at)
  const read = readOf(reading)
  if (reading.allowed !== undefined || !isSpent(budget, { ...read, rows: read.rows + asked.rows })) return
  const { timezone } = (await ports.rules.current()).model.calendar
  const retryAfter = Math.ceil((Date.parse(startOfDay(timezone, addDays(day, 1))) - Date.parse(at)) / 1000)
  throw clientRefusal('reading_budget', budget, { retryAfter })
}

/** How much was read on a day, as budgets count it. */
function readOf(reading: KeptReading): Budget {
  const { reveals, rows, searches } = reading
  return { cards: counted(reading), reveals, rows, searches }
}

/**
 * From how many cards on it is much for this reader: worked out once a day, with the first card beyond what is few, from what
 * they read on the last working days. A request for each of these days, then none.
 */
async function muchOf(
  { reading, rules }: Pick<Ports, 'reading' | 'rules'>,
  { reader, day }: ReadingDay,
  today: KeptReading,
): Promise<number> {
  if (counted(today) <= fewCards) return Number.POSITIVE_INFINITY
  if (today.much !== undefined) return today.much ?? Number.POSITIVE_INFINITY
  const { calendar } = (await rules.current()).model
  const before: string[] = []
  for (let back = 1; before.length < daysLooked && back <= mostBack; back += 1) {
    const on = addDays(day, -back)
    if (isWorkingDay(calendar, on)) before.push(on)
  }
  const cards = await Promise.all(before.map(async (on) => counted(await reading.day({ reader, day: on }))))
  const much = muchFor(cards) ?? null
  await reading.keepMuch({ reader, day }, much)
  return much ?? Number.POSITIVE_INFINITY
}

/** Twenty working days are found within so many days, long holidays among them. */
const mostBack = 45
