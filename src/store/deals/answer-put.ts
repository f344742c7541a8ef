import { keptAnswer } from '#domain/deals/kept-answer'
import type { Answer } from '#ports/deals'
import type { TransactItem } from '#store/transact'
import { keys } from './keys'

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
        answer: { ...answer, body: JSON.stringify(keptAnswer(answer).body) },
        expiresAt,
      },
      // The second of two requests with one key must not have a second effect.
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }
}
