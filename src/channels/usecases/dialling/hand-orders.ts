import { instantOfText, json, part, said, type Answer, type Asked } from '#channels/adapter'
import { handedOut, isSignedNow, type OrderAnswer, type OrderQuestion } from '#channels/domain/call-orders'
import type { KeptIntegration } from '#ports/integrations'
import type { CallOrder } from '#schemas/channels/call-orders'
import type { Ports } from '#ports/ports'
import { again, whileOthersWrite } from '#usecases/while-others-write'

/** What is said of so many orders at most is heard. */
const mostAnswers = 100

const stranger: Answer = { status: 401, type: 'text/plain; charset=utf-8', body: '' }

/**
 * Tells the program beside an exchange which calls it is to ask for, and hears what became of those before:
 * `{"at":"…","turn":7,"answers":[{"command":"…","why":"…"}]}` (without `why` the exchange calls) is answered with
 * `{"calls":[{"command":"…","extension":"101","number":"+79005550101"}],"now":"…","turn":8}`. `turn` is what was answered last
 * (null before that): whoever has kept a question and asks it again is handed nothing. With `"waiting":true` something waits
 * for a question with the turn it comes with. A question signed more than three minutes from now is handed nothing either; a
 * program that knows of turns sets its clock by `now` then, an older one is told 401. Whatever names no `answers` asks for
 * nothing, whoever signed it. While the integration is paused nothing is handed out, and whoever wants a call is told that
 * nobody takes it.
 */
export async function handOrders(
  { integrations, talks, clock }: Pick<Ports, 'integrations' | 'talks' | 'clock'>,
  { id, paused }: KeptIntegration,
  asked: Asked,
): Promise<Answer> {
  const question = questionIn(asked)
  const now = clock.now()
  if (paused || question === undefined) return json({ calls: [] })
  if (!isSignedNow(question, now)) await integrations.countRefused(id)
  const { orders, isMore, turn } = await whileOthersWrite(`What is to be called by ${id} was written`, async () => {
    const was = await integrations.callOrders(id)
    const found = handedOut(was, { integration: id, question, now })
    if (found.next !== undefined && !(await integrations.saveCallOrders(found.next))) return again
    return { ...found, turn: (found.next ?? was)?.rev ?? 0 }
  })
  if (question.turn === undefined && !isSignedNow(question, now)) return stranger
  const calls = await Promise.all(orders.map(async (one) => callOf(one, await talks.findTalk(one.talk))))
  return json({ calls: calls.flat(), now, turn, ...(isMore ? { waiting: true } : {}) })
}

/** The number stands in the talk alone: in an order there is nothing of a client. */
function callOf({ command, extension }: CallOrder, talk: Awaited<ReturnType<Ports['talks']['findTalk']>>) {
  const number = talk?.phone ?? talk?.contact
  return number?.startsWith('+') === true ? [{ command, extension, number }] : []
}

function questionIn(asked: Asked): OrderQuestion | undefined {
  const says = jsonIn(asked)
  const answers = answersIn(part(says, 'answers'))
  if (answers === undefined) return undefined
  const [at, turn] = [instantOfText(part(says, 'at')), part(says, 'turn')]
  // What is no number is no stand that was ever told.
  const known = turn === undefined ? {} : { turn: typeof turn === 'number' ? turn : null }
  return { answers, ...(at === undefined ? {} : { at }), ...known }
}

function answersIn(all: unknown): readonly OrderAnswer[] | undefined {
  if (!Array.isArray(all)) return undefined
  return (all as readonly unknown[]).slice(0, mostAnswers).flatMap((one) => {
    const command = said(part(one, 'command'))
    const why = part(one, 'why')
    if (command === undefined) return []
    return [{ command, ...(typeof why === 'string' ? { why: why.slice(0, 200) } : {}) }]
  })
}

function jsonIn(asked: Asked): unknown {
  try {
    return asked.json()
  } catch {
    return undefined
  }
}
