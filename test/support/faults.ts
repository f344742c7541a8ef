import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** What may go wrong with a request: nothing is written, or everything is and only the answer gets lost. */
export const faultKinds = ['conflict', 'throttled', 'cut_before', 'reply_lost'] as const
export type FaultKind = (typeof faultKinds)[number]

/** Which requests are hit: a share of them drawn from a seed, and those a test asks for by name. */
export type Faults = {
  /** Fails the next request, after so many that go well. */
  readonly nextRequest: (kind: FaultKind, after?: number) => void
  /** How often each kind has struck. */
  readonly struck: () => Readonly<Record<FaultKind, number>>
  readonly remove: () => void
}

/** A connection that broke: nobody knows whether the request was carried out. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

const transaction = 'TransactWriteItemsCommand'

type Planned = { readonly kind: FaultKind; after: number }

/** Makes requests of a client fail as AWS lets them fail and the local engine never does; the same for the same seed. */
export function injectFaults(
  client: DynamoDBDocumentClient,
  { seed = 1, rates = {} }: { seed?: number; rates?: Partial<Record<FaultKind, number>> } = {},
): Faults {
  const random = randomFrom(seed)
  const planned: Planned[] = []
  const struck: Record<FaultKind, number> = { conflict: 0, throttled: 0, cut_before: 0, reply_lost: 0 }

  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context['commandName'])
      const kind = drawPlanned(planned) ?? draw(rates, random)
      if (kind === undefined || !canStrike(kind, command)) return next(args)
      struck[kind] += 1
      if (kind === 'reply_lost') await next(args)
      throw faultOf(kind, command)
    },
    // Around the SDK's own retries, so that a fault reaches our code and is not repaired below it.
    { step: 'initialize', name: 'faults', priority: 'low' },
  )
  return {
    nextRequest: (kind, after = 0) => void planned.push({ kind, after }),
    struck: () => ({ ...struck }),
    remove: () => void client.middlewareStack.remove('faults'),
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The same things in an order drawn from `random`. */
export function shuffled<T>(things: readonly T[], random: () => number): readonly T[] {
  return things
    .map((thing) => ({ thing, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ thing }) => thing)
}

function drawPlanned(planned: Planned[]): FaultKind | undefined {
  const [first] = planned
  if (first === undefined) return undefined
  first.after -= 1
  if (first.after >= 0) return undefined
  planned.shift()
  return first.kind
}

function draw(rates: Partial<Record<FaultKind, number>>, random: () => number): FaultKind | undefined {
  let left = random()
  for (const kind of faultKinds) {
    left -= rates[kind] ?? 0
    if (left < 0) return kind
  }
  return undefined
}

function canStrike(kind: FaultKind, command: string): boolean {
  return kind !== 'conflict' || command === transaction
}

function faultOf(kind: FaultKind, command: string): Error {
  if (kind === 'conflict') return cancelled('TransactionConflict')
  if (kind === 'throttled' && command === transaction) return cancelled('ThrottlingError')
  if (kind === 'throttled') return Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' })
  return new ConnectionLost(kind === 'cut_before' ? 'The request never arrived.' : 'The answer never arrived.')
}

function cancelled(code: string): TransactionCanceledException {
  return new TransactionCanceledException({
    $metadata: {},
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [None, ${code}]`,
    CancellationReasons: [{ Code: 'None' }, { Code: code }],
  })
}
