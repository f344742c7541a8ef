import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'

const ATTEMPTS = 12
const FIRST_PAUSE_MS = 4
const LONGEST_PAUSE_MS = 400

/** What a cancelled transaction gives as the reason that is worth reading again and trying again for. */
const passing = new Set([
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
])

const passingErrors = new Set([
  'ConditionalCheckFailedException',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ProvisionedThroughputExceededException',
])

/**
 * Runs “read, decide, write conditionally” until nobody is in the way, at most 12 times; then the last error is thrown
 * and the queue tries again later. The SDK retries throttled requests by itself, but no cancelled transactions.
 */
export async function contended<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tried >= ATTEMPTS || !isPassing(error)) throw error
      await pause(tried)
    }
  }
}

/** Whether a write failed only because a condition of its own did not hold. */
export function isConditionFailed(error: unknown): boolean {
  if (error instanceof TransactionCanceledException)
    return reasonsOf(error).some((code) => code === 'ConditionalCheckFailed')
  return error instanceof Error && error.name === 'ConditionalCheckFailedException'
}

function isPassing(error: unknown): boolean {
  if (error instanceof TransactionCanceledException) {
    const reasons = reasonsOf(error)
    return reasons.length > 0 && reasons.every((code) => passing.has(code))
  }
  return error instanceof Error && passingErrors.has(error.name)
}

function reasonsOf(error: TransactionCanceledException): readonly string[] {
  return (error.CancellationReasons ?? []).flatMap(({ Code }) => (Code === undefined || Code === 'None' ? [] : [Code]))
}

// Somebody who meets a rival waits a little longer each time, by a different time than the rival.
function pause(tried: number): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tried - 1))
  return new Promise((resolve) => {
    setTimeout(resolve, longest * (0.5 + Math.random() / 2))
  })
}
