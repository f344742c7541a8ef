import type { Hono } from 'hono'
import { createHash, timingSafeEqual } from 'node:crypto'

import { formAtMost } from '#http/body-limits'

import type { Runtime } from './runtime'

/**
 * What only the command line on this machine may ask of a running Norma: its dead letters, and to try them again, to run a
 * schedule, to wait until all is quiet. The key is the secret of the data folder, which only its owner can read.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- the app's own variables do not matter here
export function addBackDoor(app: Pick<Hono<any>, 'use' | 'get' | 'post'>, runtime: Runtime, key: string): void {
  app.use('/local/*', async (context, next) => {
    if (isSame(context.req.header('x-norma-key') ?? '', key)) return formAtMost(context, next)
    return context.json({ title: 'Only the norma command on this machine may ask this.' }, 403)
  })
  app.get('/local/dead-letters', (context) => context.json(runtime.deadLetters(context.req.query('consumer'))))
  app.post('/local/redrive', async (context) => {
    const { consumer, ids } = await context.req.json<{ consumer?: string; ids?: readonly string[] }>()
    return context.json({ redriven: runtime.redrive(consumer, ids) })
  })
  app.post('/local/schedules/:name', async (context) => {
    const name = context.req.param('name')
    if (!runtime.scheduleNames.includes(name)) return context.json({ known: runtime.scheduleNames }, 404)
    await runtime.runSchedule(name)
    return context.json({ done: name })
  })
  app.post('/local/idle', async (context) => {
    await runtime.idle()
    return context.json({ idle: true })
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
