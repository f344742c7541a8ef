import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** What requests of a client have cost since the meter was read last. */
export type Wire = {
  readonly requests: number
  readonly writeUnits: number
  readonly readUnits: number
  readonly sentBytes: number
  readonly backBytes: number
}

type Capacity = { readonly CapacityUnits?: number }
type Output = { readonly ConsumedCapacity?: Capacity | readonly Capacity[] }

const nothing: Wire = { requests: 0, writeUnits: 0, readUnits: 0, sentBytes: 0, backBytes: 0 }
const reading = /^(Get|Query|BatchGet|TransactGet|Scan)/

/** Counts requests, units and bytes of a client, out of `ReturnConsumedCapacity`; reading the meter sets it to nothing. */
export function wireMeter(client: DynamoDBDocumentClient): () => Wire {
  let cost = nothing
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      const result = await next(args)
      const { ConsumedCapacity = [] } = result.output as Output
      const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
      const isReading = reading.test(String(context['commandName']))
      cost = {
        ...cost,
        requests: cost.requests + 1,
        writeUnits: cost.writeUnits + (isReading ? 0 : units),
        readUnits: cost.readUnits + (isReading ? units : 0),
      }
      return result
    },
    { step: 'initialize', name: 'wireUnits', priority: 'low', override: true },
  )
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const { body: sent } = args.request as { readonly body?: string | Uint8Array }
      const { body: back } = result.response as { readonly body?: Uint8Array }
      const sentBytes = cost.sentBytes + (sent === undefined ? 0 : Buffer.byteLength(sent))
      cost = { ...cost, sentBytes, backBytes: cost.backBytes + (back?.byteLength ?? 0) }
      return result
    },
    { step: 'deserialize', name: 'wireBytes', priority: 'low', override: true },
  )
  return () => {
    const read = cost
    cost = nothing
    return read
  }
}
