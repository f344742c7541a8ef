import { setTimeout as pause } from 'node:timers/promises'

import type { DynamoDBStreamEvent } from 'aws-lambda'

import { consumers } from '#product/lists/consumers'
import { toldPrefixes } from '#product/lists/told-prefixes'
import { queueHandler } from '#events/queue-handler'
import { relay } from '#events/relay'
import { inZone } from '#events/schedule'
import { schedules as declared } from '#product/lists/schedules'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import { eventsIn } from './act-line'
import { expirySchedule } from './expiry'
import { makeWordsOnce } from './make-words'
import type { LocalStore } from './open-store'
import { startRuntime, type Runtime } from './runtime'
import { say, type Log } from './say'
import type { LocalSchedule } from './schedules'

export type BackstageOptions = {
  readonly dataDir: string
  readonly store: LocalStore
  readonly table: string
  readonly zone: string
  readonly log: Log
  /** Hears of every event that was published. */
  readonly tellEvent?: ((event: DomainEvent) => void) | undefined
  /** Set where the ports have a clock of their own: what the machine's clock brings would come at the wrong time. */
  readonly schedulesRest?: boolean
}

/** Starts everything behind the API on one machine with the shipped relay, consumers and schedules. */
export async function startBackstage(ports: Ports, options: BackstageOptions): Promise<Runtime> {
  const { store, table, log } = options
  const runtime = await startAll(ports, options)
  const words = makeWordsOnce(ports, store.embedded.state(`words of ${table}`), (error) =>
    log(say('words_unmade'), { error }),
  )
  return {
    ...runtime,
    stop: async () => {
      await words.stop()
      await runtime.stop()
    },
  }
}

function startAll(
  ports: Ports,
  { dataDir, store, table, zone, log, tellEvent, schedulesRest = false }: BackstageOptions,
): Promise<Runtime> {
  const quiet = (entry: Readonly<Record<string, unknown>>) => log(say('consumer_failed'), entry)
  return startRuntime({
    dataDir,
    store,
    table,
    log,
    consumers: consumers.map((declaration) => ({
      declaration,
      handler: queueHandler({ consumer: declaration, ports, random: Math.random, log: quiet }),
    })),
    relayFor:
      (putEvents) =>
      async ({ Records }: DynamoDBStreamEvent) => {
        const failures = await relay(
          { told: toldPrefixes, putEvents, pause: (ms) => pause(ms), random: Math.random },
          Records,
        )
        // What could not be published is read again, and told when it has gone out.
        if (tellEvent !== undefined && failures.length === 0) for (const event of eventsIn(Records)) tellEvent(event)
        return { batchItemFailures: [...failures] }
      },
    schedules: schedulesRest ? [] : [...schedulesIn(zone, ports), expirySchedule(store.embedded)],
  })
}

function schedulesIn(zone: string, ports: Ports): readonly LocalSchedule[] {
  return inZone(declared, zone).map((declaration) => ({
    declaration: { ...declaration, when: declaration.locally ?? declaration.when },
    run: (at) => declaration.run(ports, at),
  }))
}
