import type { Deal } from '#schemas/deal'

type Answered = { readonly body: unknown }

/** A deal in an answer, among all that may be answered. */
export function answeredDeal({ body }: Answered): string | undefined {
  const { id, client, pipeline } = (body ?? {}) as Partial<Deal>
  return typeof id === 'string' && typeof client === 'object' && typeof pipeline === 'string' ? id : undefined
}

/** An answer as it is kept: of a deal without its client, whose name stands in the deal itself. */
export function keptAnswer<T extends Answered>(answer: T): T {
  return answeredDeal(answer) === undefined ? answer : { ...answer, body: { ...(answer.body as Deal), client: {} } }
}

/** The answer as it is given again: the client is called as the deal calls them now. */
export function answeredAgain<T extends Answered>(kept: T, client: Deal['client']): T {
  return { ...kept, body: { ...(kept.body as Deal), client } }
}
