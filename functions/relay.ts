import { setTimeout as pause } from 'node:timers/promises'

import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'

import { publishTo } from '#events/publish'
import { relay } from '#events/relay'
import { toldPrefixes } from '#product/lists/told-prefixes'

import { environment } from './environment'

const putEvents = publishTo(new EventBridgeClient({}), environment('NORMA_BUS'))

/** Publishes the events of a batch of stream records; the stream is read again from the first that could not be. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const failures = await relay(
    { told: toldPrefixes, putEvents, pause: (ms) => pause(ms), random: Math.random },
    Records,
  )
  return { batchItemFailures: [...failures] }
}
