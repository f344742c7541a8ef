import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

/** The Lambda function behind a stream. */
export type StreamHandler = (batch: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | void>

/** A reader that follows the table's stream. */
export type StreamReader = {
  /** Says that something was just written, so that it is read at once. */
  readonly poke: () => void
  /** What was written and is not handed over yet, as far as it is known, and for how many milliseconds at most. */
  readonly behind: () => { readonly waiting: number; readonly ms: number }
  /** Resolves when everything written before this call has been handed over. */
  readonly caughtUp: () => Promise<void>
  /** Finishes the batch at hand and reads no further. */
  readonly stop: () => Promise<void>
}

/** How far a batch went: the last record that is done with, and the first that must be read again. */
export type HandedOver = { readonly upTo: string | undefined; readonly failed: string | undefined }

/** Gives a batch to the function behind the stream, or those of it that are wanted. */
export async function handedOver(
  handler: StreamHandler,
  records: readonly DynamoDBRecord[],
  wanted: DynamoDBRecord[] = [...records],
): Promise<HandedOver> {
  const failed = wanted.length === 0 ? undefined : await firstFailure(handler, wanted)
  if (failed === undefined) return { upTo: records.at(-1)?.dynamodb?.SequenceNumber, failed }
  const at = records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === failed)
  return { upTo: records[at - 1]?.dynamodb?.SequenceNumber, failed }
}

async function firstFailure(handler: StreamHandler, records: DynamoDBRecord[]): Promise<string | undefined> {
  const answer = await handler({ Records: records })
  const failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
  if (failed.size === 0) return undefined
  // The first failure is where the stream is taken up again; one that was not in the batch fails it whole, as in Lambda.
  const numbers = records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '')
  return numbers.find((number) => failed.has(number)) ?? numbers[0]
}
