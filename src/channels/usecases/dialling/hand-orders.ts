import { part, said, type Answer, type Asked, json } from '#channels/adapter'
import { handedOut, type OrderAnswer } from '#channels/domain/call-orders'
import type { KeptIntegration } from '#ports/integrations'
import type { CallOrder } from '#schemas/channels/call-orders'
import type { Ports } from '#ports/ports'
import { again, whileOthersWrite } from '#usecases/while-others-write'

/** What is said of so many orders at most is heard. */
const mostAnswers = 100

/**
 * Tells the program beside an exchange which calls it is to ask for, and hears what became of those before:
 * `{"answers":[{"command":"…","why":"…"}]}` (without `why` the exchange calls) is answered with
 * `{"calls":[{"command":"…","extension":"101","number":"+79005550101"}]}`. Whatever names no `answers` asks for nothing, whoever
 * signed it. While the integration is paused nothing is handed out, and whoever wants a call is told that nobody takes it.
 */
export async function handOrders(
  { integrations, talks, clock }: Pick<Ports, 'integrations' | 'talks' | 'clock'>,
  { id, paused }: KeptIntegration,
  asked: Asked,
): Promise<Answer> {
  const answers = answersIn(asked)
  if (paused || answers === undefined) return json({ calls: [] })
  const orders = await whileOthersWrite(`What is to be called by ${id} was written`, async () => {
    const was = await integrations.callOrders(id)
    const { orders: found, next } = handedOut(was, { integration: id, answers, now: clock.now() })
    return next === undefined || (await integrations.saveCallOrders(next)) ? found : again
  })
  const calls = await Promise.all(orders.map(async (one) => callOf(one, await talks.findTalk(one.talk))))
  return json({ calls: calls.flat() })
}

/** The number stands in the talk alone: in an order there is nothing of a client. */
function callOf({ command, extension }: CallOrder, talk: Awaited<ReturnType<Ports['talks']['findTalk']>>) {
  const number = talk?.phone ?? talk?.contact
  return number?.startsWith('+') === true ? [{ command, extension, number }] : []
}

function answersIn(asked: Asked): readonly OrderAnswer[] | undefined {
  const all = part(jsonIn(asked), 'answers')
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
