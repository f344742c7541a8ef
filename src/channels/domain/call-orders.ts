import type { CallOrder, CallOrders } from '#schemas/channels/call-orders'

/** So long after it was asked for a call is still begun: nobody expects their telephone to ring later. */
const freshMs = 15_000

/** So long it is known what became of one. */
const keptMs = 60_000

/** So long after the program beside the exchange has asked it is taken for there; it is written down once a minute. */
const thereMs = 180_000
const noteMs = 60_000

/** No more calls wait at once: who asks for more is no person. */
const mostOrders = 50

/** What was signed longer ago, or is to come, hands nothing out: somebody may have kept it. */
const signedMs = 180_000

/** What a program beside an exchange says of an order: that the exchange took it, or why not. */
export type OrderAnswer = { readonly command: string; readonly why?: string }

/** Whether a program that takes orders was there of late. */
export function isThere(orders: CallOrders | undefined, now: string): boolean {
  return orders?.seenAt !== undefined && msBetween(orders.seenAt, now) < thereMs
}

/** With one more order; those of which nothing is asked any more are gone. */
export function withOrder(was: CallOrders | undefined, integration: string, order: CallOrder): CallOrders {
  const kept = lasting(was, order.at).slice(1 - mostOrders)
  return { ...was, integration, rev: (was?.rev ?? 0) + 1, orders: [...kept, order] }
}

/** Without one that nobody has taken; undefined where somebody has. */
export function withdrawn(was: CallOrders, command: string): CallOrders | undefined {
  const own = was.orders.find((one) => one.command === command)
  if (own?.state !== 'waiting') return undefined
  return { ...was, rev: was.rev + 1, orders: was.orders.filter((one) => one !== own) }
}

/**
 * A question for orders: when it was signed by the clock beside the exchange, and at which stand of the orders, as the program
 * was told it last; older programs know of no stand, and one that has just started has been told none (null).
 */
export type OrderQuestion = {
  readonly answers: readonly OrderAnswer[]
  readonly at?: string
  readonly turn?: number | null
}

/** Whether a question was signed just now. */
export function isSignedNow({ at }: OrderQuestion, now: string): boolean {
  return at !== undefined && Math.abs(msBetween(at, now)) <= signedMs
}

/**
 * What is handed to a program that asks, and how things stand then: each order is handed out once, so that a lost answer
 * rings nobody twice. A question that somebody has kept and asks again gets nothing, for every order makes another stand; of
 * one that names no stand it counts that it is newer than the last that something was written down for. `isMore` where
 * something waits for a question at the stand of now. `next` is absent where nothing is to be written down.
 */
export function handedOut(
  was: CallOrders | undefined,
  { integration, question, now }: { integration: string; question: OrderQuestion; now: string },
): { readonly orders: readonly CallOrder[]; readonly isMore: boolean; readonly next?: CallOrders } {
  const { answers, at } = question
  const isNow = isSignedNow(question, now)
  const said = lasting(was, now).map((one) => answered(one, answers))
  const waiting = said.filter((one) => one.state === 'waiting' && msBetween(one.at, now) < freshMs)
  const orders = isNow && isAtItsTurn(was, question) ? waiting : []
  const isMore = waiting.length > orders.length
  const isTold = was?.orders.some(({ command }) => answers.some((one) => one.command === command)) === true
  const isLately = !isNow || (was?.seenAt !== undefined && msBetween(was.seenAt, now) < noteMs)
  if (orders.length === 0 && !isTold && isLately) return { orders, isMore }
  const taken = said.map((one) => (orders.includes(one) ? { ...one, state: 'handed' as const } : one))
  const seen = isNow ? { seenAt: now, askedAt: later(was?.askedAt, at) } : {}
  return { orders, isMore, next: { ...was, integration, rev: (was?.rev ?? 0) + 1, ...seen, orders: taken } }
}

function isAtItsTurn(was: CallOrders | undefined, { at = '', turn }: OrderQuestion): boolean {
  return turn === undefined ? was?.askedAt === undefined || at > was.askedAt : turn === (was?.rev ?? 0)
}

function later(one = '', other = ''): string {
  return one > other ? one : other
}

function lasting(was: CallOrders | undefined, now: string): readonly CallOrder[] {
  return (was?.orders ?? []).filter(({ at }) => msBetween(at, now) < keptMs)
}

function answered(order: CallOrder, answers: readonly OrderAnswer[]): CallOrder {
  const answer = answers.find(({ command }) => command === order.command)
  if (answer === undefined || order.state !== 'handed') return order
  return answer.why === undefined ? { ...order, state: 'calls' } : { ...order, state: 'refused', why: answer.why }
}

function msBetween(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from)
}
