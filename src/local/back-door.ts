import { Hono } from 'hono'
import { createHash, timingSafeEqual } from 'node:crypto'

import { formAtMost } from '#http/body-limits'

import { wireDoor } from '#embedded/wire-door'

import type { LocalStore } from './open-store'
import { relayLetters, type Runtime } from './runtime'

const storePath = '/local/store'

/**
 * What only the command line on this machine may ask of a running Norma: its store, its dead letters, and to try them
 * again, to run a schedule, to wait until all is quiet or how much is to come. The key is the secret of the data folder, which only its owner can
 * read; no page of a browser may ask, whatever it knows.
 */
export function backDoorTo(runtime: Runtime, store: LocalStore, key: string): Pick<Hono, 'fetch'> {
  const door = new Hono()
  door.use('/local/*', async (context, next) => {
    const isFromPage = context.req.header('origin') !== undefined || context.req.header('sec-fetch-site') !== undefined
    const isKnown = !isFromPage && isSame(context.req.header('x-norma-key') ?? '', key)
    // What is put into the store is as large as the store takes it; whoever knows the key is the owner of the machine.
    if (isKnown) return context.req.path === storePath ? next() : formAtMost(context, next)
    return context.json({ title: 'Only the norma command on this machine may ask this.' }, 403)
  })
  addStore(door, store)
  door.get('/local/to-come', (context) => {
    const consumers = context.req.queries('consumer') ?? []
    return context.json({ toCome: Math.max(0, ...consumers.map((name) => runtime.toCome(name))) })
  })
  addDeadLetters(door, runtime)
  door.post('/local/schedules/:name', async (context) => {
    const name = context.req.param('name')
    if (!runtime.scheduleNames.includes(name)) return context.json({ known: runtime.scheduleNames }, 404)
    await runtime.runSchedule(name)
    return context.json({ done: name })
  })
  door.post('/local/idle', async (context) => {
    const { withinMs } = await context.req.json<{ withinMs?: unknown }>()
    if (typeof withinMs !== 'number' || !(withinMs >= 0)) return context.json({ wanted: 'withinMs: milliseconds' }, 422)
    return context.json(await runtime.idleWithin(withinMs))
  })
  return door
}

/** What was put aside, as it is listed and tried again; a name that is none is told with those there are. */
function addDeadLetters(door: Hono, runtime: Runtime): void {
  const knownUnless = (consumer: string | undefined) => {
    const known = [...new Set([...runtime.stand().queues.map((queue) => queue.consumer), relayLetters])]
    return consumer === undefined || known.includes(consumer) ? undefined : known
  }
  door.get('/local/dead-letters', (context) => {
    const consumer = context.req.query('consumer')
    const known = knownUnless(consumer)
    return known === undefined ? context.json(runtime.deadLetters(consumer)) : context.json({ known }, 404)
  })
  door.post('/local/redrive', async (context) => {
    const { consumer, ids } = await context.req.json<{ consumer?: string; ids?: readonly string[] }>()
    const known = knownUnless(consumer)
    if (known !== undefined) return context.json({ known }, 404)
    const there = new Set(runtime.deadLetters(consumer).map(({ id }) => id))
    const unknown = ids?.filter((id) => !there.has(id)) ?? []
    if (unknown.length > 0) return context.json({ unknown }, 404)
    return context.json({ redriven: runtime.redrive(consumer, ids) })
  })
}

/** The store, as it is asked by the command line in another process. */
function addStore(door: Hono, { embedded, isEmbedded, line }: LocalStore): void {
  const answer = wireDoor(embedded)
  door.post(storePath, async (context) => {
    const target = context.req.header('x-amz-target') ?? ''
    const text = await context.req.text()
    if (isEmbedded) {
      const { status, body } = await answer(target, text)
      return new Response(body, { status, headers: { 'content-type': 'application/x-amz-json-1.0' } })
    }
    const { statusCode, body } = await line.post('/', { ...context.req.header(), 'x-amz-target': target }, text)
    return new Response(new Uint8Array(body), { status: statusCode })
  })
}

function isSame(given: string, key: string): boolean {
  // No key opens nothing, not even a door whose key was lost. Hashes are of one length, whatever was given.
  if (key === '') return false
  return timingSafeEqual(hashOf(given), hashOf(key))
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
