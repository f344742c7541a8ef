import type { Generator, Loaded, LoadRequest } from './load-process'
import { printTable, short, spreadOf } from './print'
import type { Product } from './product'
import { yardstickMs } from './yardstick'

/** What one load of the product came to. */
export type Measured = {
  readonly name: string
  readonly clients: number
  readonly count: number
  readonly loaded: Loaded
  /** Until everything that follows from the requests was done; absent for those that nothing follows from. */
  readonly settledMs?: number
  readonly cpu: { readonly norma: number; readonly generator: number }
  /** What the machine took for the yardstick, before and after: how much of it others had. */
  readonly yardstickMs: number
}

/** The product, a generator, and a load to measure. */
export type Bench = { readonly product: Product; readonly generator: Generator }

type Ask = {
  readonly name: string
  readonly clients: number
  readonly requests: readonly LoadRequest[]
  readonly keep?: boolean
  /** Waits for what follows as well. */
  readonly settle?: boolean
}

/** Sends a load to the product and measures times and processor time. */
export async function measure({ product, generator }: Bench, ask: Ask): Promise<Measured> {
  const { port, token } = product
  const { name, clients, requests, keep = false, settle = false } = ask
  await product.idle()
  const yardstickBefore = yardstickMs()
  const before = product.cpuMs()
  const began = performance.now()
  const loaded = await generator.run({ port, token, clients, requests, keep })
  if (settle) await product.idle()
  const settledMs = performance.now() - began
  const after = product.cpuMs()
  const cpu = { norma: after - before, generator: loaded.cpuMs }
  const settled = settle ? { settledMs } : {}
  const yardstick = (yardstickBefore + yardstickMs()) / 2
  return { name, clients, count: requests.length, loaded, ...settled, cpu, yardstickMs: yardstick }
}

/** Requests answered a second. */
export function throughput({ count, loaded }: Measured): number {
  return count / (loaded.tookMs / 1000)
}

/** Requests a second with everything that follows from them. */
export function settledThroughput({ count, settledMs }: Measured): number | undefined {
  return settledMs === undefined ? undefined : count / (settledMs / 1000)
}

/** Prints what was measured, a line each. */
export function printMeasured(all: readonly Measured[]): void {
  printTable(
    [
      'what',
      'clients',
      'n',
      'per s',
      'per s with all that follows',
      'p50 ms',
      'p95',
      'p99',
      'min–max',
      'until its tasks exist: p50, p95 ms',
      'CPU ms each: Norma',
      'generator',
      'yardstick ms',
    ],
    all.map((one) => {
      const spread = spreadOf(one.loaded.latenciesMs)
      const until = one.loaded.untilMs.length === 0 ? undefined : spreadOf(one.loaded.untilMs)
      return [
        one.name,
        `${one.clients}`,
        `${one.count}`,
        // Somebody who waits for the tasks each time sends less than could be sent.
        until === undefined ? throughput(one) : '',
        settledThroughput(one) ?? '',
        spread.p50,
        spread.p95,
        spread.p99,
        `${short(spread.min)}–${short(spread.max)}`,
        until === undefined ? '' : `${short(until.p50)}, ${short(until.p95)}`,
        one.cpu.norma / one.count,
        one.cpu.generator / one.count,
        one.yardstickMs,
      ]
    }),
  )
}
