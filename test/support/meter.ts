import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { vi } from 'vitest'

/** What requests of a client have cost since the meter was read last. */
export type Cost = { readonly requests: number; readonly writeUnits: number; readonly readUnits: number }

type Capacity = { readonly CapacityUnits?: number }
type Output = { readonly ConsumedCapacity?: Capacity | readonly Capacity[] }

const reading = /^(Get|Query|BatchGet|TransactGet|Scan)/

/**
 * Counts requests and capacity units of a client, out of `ReturnConsumedCapacity`; reading it starts anew, with the steady
 * clock stopped to the end of the test: what is remembered for a second is not read again because a machine is slow.
 */
export function meter(client: DynamoDBDocumentClient): () => Cost {
  stopSteadyClock()
  let cost = { requests: 0, writeUnits: 0, readUnits: 0 }
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      const result = await next(args)
      const { ConsumedCapacity = [] } = result.output as Output
      const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
      const isReading = reading.test(String(context['commandName']))
      cost = {
        requests: cost.requests + 1,
        writeUnits: cost.writeUnits + (isReading ? 0 : units),
        readUnits: cost.readUnits + (isReading ? units : 0),
      }
      return result
    },
    { step: 'initialize', name: 'meter', priority: 'low', override: true },
  )
  return () => {
    stopSteadyClock()
    const read = cost
    cost = { requests: 0, writeUnits: 0, readUnits: 0 }
    return read
  }
}

/** At its beginning, before anything that is remembered was read. */
function stopSteadyClock(): void {
  vi.spyOn(performance, 'now').mockImplementation(() => 0)
}
