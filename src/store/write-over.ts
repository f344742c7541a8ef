import {
  DeleteCommand,
  PutCommand,
  type DeleteCommandInput,
  type DynamoDBDocumentClient,
  type PutCommandInput,
} from '@aws-sdk/lib-dynamodb'

import { isConditionFailure } from './transact'

type Condition = Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'>

/** Holds while an item has this value under a name; with null, while there is no item; with nothing, always. */
export function overCondition(name: string, over: unknown): Condition {
  if (over === undefined) return {}
  if (over === null) return { ConditionExpression: 'attribute_not_exists(pk)' }
  return {
    ConditionExpression: '#value = :over',
    ExpressionAttributeNames: { '#value': name },
    ExpressionAttributeValues: { ':over': over },
  }
}

/** The same, but for what counts as there before it was ever written. */
export function overDefault(name: string, over: unknown): Condition {
  const { ConditionExpression: same, ...rest } = overCondition(name, over)
  return same === undefined ? {} : { ConditionExpression: `attribute_not_exists(pk) OR ${same}`, ...rest }
}

/** Writes an item on its condition; false when that does not hold, and nothing was written. */
export function putIf(document: DynamoDBDocumentClient, input: PutCommandInput): Promise<boolean> {
  return whereItHolds(document.send(new PutCommand(input)))
}

/** Takes an item away on its condition; false when that does not hold, and nothing was taken. */
export function deleteIf(document: DynamoDBDocumentClient, input: DeleteCommandInput): Promise<boolean> {
  return whereItHolds(document.send(new DeleteCommand(input)))
}

async function whereItHolds(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}
