import type { Answer } from '#ports/deals'
import type { Deal } from '#schemas/deal'
import type { TransactItem } from '#store/transact'
import { indexKeys, keys } from './keys'

/** How long a stored answer is kept for a repeated Idempotency-Key: 48 hours. */
const answerSeconds = 48 * 3600

/** Keeps the answer of a request in the transaction of its effect. */
export function answerPut(table: string, answer: Answer, at: string): TransactItem {
  const expiresAt = Math.floor(Date.parse(at) / 1000) + answerSeconds
  return {
    Put: {
      TableName: table,
      // As text: a map would come back with its keys in another order, and a repeated answer is the first one to the byte.
      Item: {
        ...keys.answer(answer.key),
        ...ofDeal(answer),
        answer: { ...answer, body: JSON.stringify(answer.body) },
        expiresAt,
      },
      // The second of two requests with one key must not have a second effect.
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }
}

/** An answer that names the client of a deal is found by the deal, so that erasing reaches it. */
function ofDeal({ key, body }: Answer): Readonly<Record<string, string>> {
  const { id, client } = (body ?? {}) as Partial<Deal>
  if (typeof id !== 'string' || (client?.name ?? '') === '') return {}
  return { gsi2pk: indexKeys.answersOf(id), gsi2sk: key }
}
