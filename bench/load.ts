import { setTimeout as pause } from 'node:timers/promises'

import { openConnection, requestText, type Connection } from './http-connection'
import type { Load, Loaded, LoadRequest } from './load-process'

/**
 * The load generator, a process of its own. It takes one load after the other from its parent, talks to this machine
 * only, and stops by itself after the last request or after the longest time a load may take.
 */
process.on('message', (load: Load) => {
  run(load).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => process.send?.({ failed: String(error) }),
  )
})
process.on('disconnect', () => process.exit())

const longestMs = 120_000
// A task that is not there after so long never comes.
const longestWaitMs = 10_000

async function run(load: Load): Promise<Loaded> {
  const connections = Array.from({ length: load.clients }, () => openConnection(load.port))
  const loaded = { latenciesMs: [], untilMs: [], bodies: [], tookMs: 0, cpuMs: 0, bytes: 0, refused: [] }
  const queue = load.requests.entries()
  const began = performance.now()
  const cpu = process.cpuUsage()
  const state = { load, queue, loaded, began, stopAt: began + longestMs }
  await Promise.all(connections.map((connection) => worker(connection, state)))
  const used = process.cpuUsage(cpu)
  for (const connection of connections) connection.close()
  return { ...loaded, tookMs: performance.now() - began, cpuMs: (used.user + used.system) / 1000 }
}

type State = {
  readonly load: Load
  readonly queue: IterableIterator<[number, LoadRequest]>
  readonly loaded: Omit<Loaded, 'bytes'> & { bytes: number }
  readonly began: number
  readonly stopAt: number
}

async function worker(connection: Connection, state: State): Promise<void> {
  const { load, loaded, queue } = state
  for (const [at, request] of queue) {
    if (performance.now() > state.stopAt) throw new Error(`The load took longer than ${longestMs} ms.`)
    const text = requestText(request.method, request.path, load.token, request.body)
    const due = load.perSecond === undefined ? 0 : state.began + (at * 1000) / load.perSecond
    const earlyMs = due - performance.now()
    if (earlyMs > 0) await pause(earlyMs)
    // What waits for a free connection waits for the door: it counts from when it was due.
    const began = earlyMs > 0 || due === 0 ? performance.now() : due
    const { status, body } = await connection.send(text)
    loaded.latenciesMs.push(performance.now() - began)
    loaded.bytes += body.length
    if (status >= 300) loaded.refused.push(`${status} ${body.toString('utf8').slice(0, 300)}`)
    else if (load.keep === true) loaded.bodies[at] = JSON.parse(body.toString('utf8')) as unknown
    if (request.until !== undefined && status < 300) {
      await waitFor(connection, load.token, request.until, idIn(body))
      loaded.untilMs.push(performance.now() - began)
    }
  }
}

async function waitFor(
  connection: Connection,
  token: string,
  { path, has }: NonNullable<LoadRequest['until']>,
  id: string,
): Promise<void> {
  const text = requestText('GET', path.replace('{id}', id), token)
  const stopAt = performance.now() + longestWaitMs
  while (performance.now() < stopAt) {
    const { body } = await connection.send(text)
    if (body.includes(has)) return
    await pause(1)
  }
  throw new Error(`${path} of ${id} never showed ${has}.`)
}

function idIn(body: Buffer): string {
  return /"id":"([^"]+)"/.exec(body.toString('utf8'))?.[1] ?? ''
}
