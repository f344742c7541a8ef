import { callOf, type Call, type KeptFact } from '#channels/domain/calls'
import { employeeBehind } from '#channels/usecases/reply-by-talking'
import type { Ports } from '#ports/ports'
import type { CallBacks, TalkLine } from '#ports/talks'

type Needs = Pick<Ports, 'integrations' | 'people' | 'talks'>

/** So long after it rang, or after they hung up, a call is still what somebody has just had. */
const justMs = 15 * 60_000
/** An exchange that never tells of an end does not open a card for ever. */
const longestTalkMs = 2 * 3_600_000
/** Calls that are not judged yet: those going now, and those that ended moments ago. */
const mostGoing = 50
/** They are found by when they would be judged if nothing more were heard of them. */
const judgedWithinMs = 5 * 3_600_000
const mostLines = 5

/**
 * Whether one of these numbers has just called somebody of ours. Of a call that goes, its telephones say whom it rings; of one
 * that is over, its line in the talk says who spoke. Two requests for the calls that go, and one a
 * number.
 */
export async function justRang(
  ports: Needs,
  { employee, numbers, at }: Parameters<CallBacks['justRang']>[0],
): Promise<boolean> {
  if (numbers.length === 0) return false
  const now = Date.parse(at)
  return (await ringsNow(ports, { employee, numbers, now })) || (await spokeJustNow(ports, { employee, numbers, now }))
}

type Asked = { readonly employee: string; readonly numbers: readonly string[]; readonly now: number }

async function ringsNow(ports: Needs, { employee, numbers, now }: Asked): Promise<boolean> {
  const { talks } = ports
  const ids = await talks.callsToSettle(new Date(now + judgedWithinMs).toISOString(), mostGoing)
  const kept = await talks.findCalls(ids)
  for (const { id, integration, facts } of kept) {
    const call = callOf(id, facts as readonly KeptFact[])
    if (call.direction !== 'in' || call.client === undefined || !numbers.includes(call.client)) continue
    for (const { who, place, ...times } of call.legs) {
      if (place !== 'ringing' || !isJust(times, now)) continue
      // oxlint-disable-next-line no-await-in-loop -- few telephones ring at once
      if ((await employeeBehind(ports, integration, who)) === employee) return true
    }
  }
  return false
}

type Times = { readonly beganAt?: string; readonly answeredAt?: string; readonly endedAt?: string }

/** Whether it has rung or was hung up in the last minutes, or they talk. What a clock of an exchange puts ahead is not now. */
function isJust({ beganAt, answeredAt, endedAt }: Times, now: number): boolean {
  const isAgo = (at: string | undefined, most: number): boolean =>
    at !== undefined && Math.abs(now - Date.parse(at)) <= most
  if (answeredAt !== undefined && endedAt === undefined) return isAgo(answeredAt, longestTalkMs)
  return isAgo(endedAt ?? beganAt, justMs)
}

async function spokeJustNow(ports: Needs, { employee, numbers, now }: Asked): Promise<boolean> {
  const lines = await Promise.all(
    numbers.map(async (number) =>
      ports.talks.lines(await ports.talks.talkIdOf(number), { limit: mostLines }).then(({ items }) => items),
    ),
  )
  const calls = lines.flat().filter(isCall)
  for (const { says } of calls) {
    const { direction, by, integration, asTold, answeredAt, endedAt } = says
    const isTheirs = direction === 'in' && asTold !== true && answeredAt !== undefined
    if (!isTheirs || !isJust({ answeredAt, endedAt: endedAt ?? answeredAt }, now)) continue
    // oxlint-disable-next-line no-await-in-loop -- of few numbers somebody calls twice in minutes
    if ((await employeeBehind(ports, integration, by)) === employee) return true
  }
  return false
}

type CallLine = TalkLine & { readonly says: Call & { readonly integration: string } }

function isCall(line: TalkLine): line is CallLine {
  return line.kind === 'call'
}
