import { setTimeout as pause } from 'node:timers/promises'
import {
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** Why each item of a cancelled transaction stopped it, in the order of the items; `None` for those that did not. */
export type Cancelled = { readonly cancelled: readonly string[] }

/**
 * Writes all items or none. Returns what stopped it when a condition failed. Conflicts with another transaction and
 * throttling are tried again a few times with jitter, because the SDK does not retry a cancelled transaction
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).
 */
export async function transact(
  document: DynamoDBDocumentClient,
  items: readonly TransactItem[],
): Promise<Cancelled | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await document.send(new TransactWriteCommand({ TransactItems: [...items] }))
      return undefined
    } catch (error) {
      const codes = cancellationCodes(error)
      if (codes === undefined) throw error
      if (codes.includes('ConditionalCheckFailed')) return { cancelled: codes }
      const isPassing = codes.every((code) => code === 'None' || passingCodes.has(code))
      if (!isPassing || attempt >= 6) throw error
      await pause(Math.random() * 20 * 2 ** attempt)
    }
  }
}

/** True when a single conditional write failed its condition. */
export function isConditionFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException'
}

const passingCodes = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

function cancellationCodes(error: unknown): readonly string[] | undefined {
  if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') return undefined
  const reasons = (error as Error & { CancellationReasons?: readonly { Code?: string }[] }).CancellationReasons ?? []
  return reasons.map((reason) => reason.Code ?? 'None')
}
