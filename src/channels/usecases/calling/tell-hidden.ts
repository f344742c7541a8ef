import type { Call } from '#channels/domain/calls'
import { noticeId } from '#domain/people/notice-id'
import { peopleFor } from '#domain/people/responsible'
import { companyHead } from '#domain/kernel/heads'
import { isWorkingDay } from '#domain/time/calendar'
import { dateIn, wallTime } from '#domain/time/zone'
import { tell } from '#usecases/people/tell'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'

/** So many hidden calls are counted at most. */
const most = 500

/** What was told later than this after its time, as after a day on which nothing ran, is told of no more. */
const lateMs = 12 * 3_600_000

/**
 * Tells whom the file names, once each working day at the time it says, how many calls with a hidden number nobody took since
 * the same time of the day before: nobody can be called back.
 */
export async function tellHidden(ports: ChannelNeeds, at: string): Promise<{ readonly hidden: number }> {
  const { model } = await ports.rules.current()
  const rule = model.calls?.hiddenNumber
  if (rule === undefined) return { hidden: 0 }
  const { calendar } = model
  const on = dateIn(calendar.timezone, at)
  const until = wallTime(calendar.timezone, on, rule.at)
  if (at < until || Date.parse(at) - Date.parse(until) > lateMs || !isWorkingDay(calendar, on)) return { hidden: 0 }
  const missed = await missedBefore(ports, until, lastTold(calendar, on, rule.at))
  if (missed.length === 0) return { hidden: 0 }
  const org = await ports.people.load()
  const once = `hidden_calls#${on}`
  const notice = {
    id: noticeId(until, once),
    kind: 'hidden_calls' as const,
    at: until,
    since: missed.at(-1) ?? until,
    count: missed.length,
    line: rule.origin.line,
  }
  for (const employee of peopleFor(rule.notify, { owner: companyHead(org) ?? '', on, org }))
    await tell(ports, employee, notice, { once })
  return { hidden: missed.length }
}

/** The same time on the working day before: what came on a weekend is told on Monday. */
function lastTold(calendar: Parameters<typeof isWorkingDay>[0], on: string, at: string): string {
  for (let back = 1; back <= 31; back += 1) {
    const date = new Date(Date.parse(`${on}T12:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10)
    if (isWorkingDay(calendar, date)) return wallTime(calendar.timezone, date, at)
  }
  return wallTime(calendar.timezone, on, '00:00')
}

/** When the missed calls with a hidden number were, the newest first. */
async function missedBefore({ talks }: ChannelNeeds, until: string, from: string): Promise<readonly string[]> {
  const found: string[] = []
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- a page follows the one before it
    const page = await talks.listed('hidden', { limit: 100, ...(cursor === undefined ? {} : { cursor }) })
    for (const { line } of page.items) {
      const { direction, result } = line.says as Call
      if (line.at < until && line.at >= from && direction === 'in' && result === 'missed') found.push(line.at)
    }
    cursor = page.items.some(({ line }) => line.at < from) ? undefined : page.cursor
  } while (cursor !== undefined && found.length < most)
  return found
}
