import type { People } from '#ports/people'
import { replayDeal } from './replay-deal'
import { replayBook, type ReplayReport } from './replay-report'
import { staffOf, type ReplayRules } from './replay-world'
import type { RecordedDeal, Replayed } from './replaying'

/** What is to be replayed: through the rules the deals had, and through new ones. */
export type ReplayAsk = {
  readonly had: ReplayRules
  readonly next: ReplayRules
  readonly people: People
  readonly since: string
  readonly until: string
}

/** One deal under both rules. */
export type BothLives = { readonly before: Replayed | undefined; readonly after: Replayed | undefined }

/** Lets one recorded deal live under the rules it had and under the new ones. */
export async function replayBoth(ask: ReplayAsk, recorded: RecordedDeal): Promise<BothLives> {
  const people = staffOf(ask.people)
  const before = await replayDeal(ask.had, people, recorded, ask.until)
  return { before, after: await replayDeal(ask.next, people, recorded, ask.until) }
}

/** Replays deals as they come, one at a time, so that memory does not grow with them. */
export async function replayAll(
  ask: ReplayAsk,
  deals: AsyncIterable<RecordedDeal> | Iterable<RecordedDeal>,
  tell: (deals: number, events: number) => void = () => undefined,
): Promise<ReplayReport> {
  const book = replayBook(ask.since, ask.until)
  const people = staffOf(ask.people)
  let [count, events] = [0, 0]
  for await (const recorded of deals) {
    const before = await replayDeal(ask.had, people, recorded, ask.until)
    const after = await replayDeal(ask.next, people, recorded, ask.until)
    book.note(recorded, before, after)
    count += 1
    events += recorded.events.length
    tell(count, events)
  }
  return book.report()
}
