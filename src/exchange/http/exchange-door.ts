import { Hono, type Context } from 'hono'

import { answerExchange, insideFailure, mostBodyBytes, type ExchangeAnswer } from '#exchange/usecases/answer-exchange'
import { exchangePath } from '#exchange/domain/exchange-path'
import type { Ports } from '#ports/ports'

/** What the door is made of; `waitMs`: how long an answer may wait for a file to be read. */
export type ExchangeDoorParts = {
  readonly ports: Pick<Ports, 'clock' | 'deals' | 'exchange' | 'ids' | 'money' | 'outlet' | 'rules'>
  readonly log: (entry: Readonly<Record<string, unknown>>) => void
  readonly waitMs?: number
}

const usualWaitMs = 4_000

/** The door for 1C, which signs in by a password of its own and reaches nothing else with it. */
export function exchangeDoor({ ports, log, waitMs = usualWaitMs }: ExchangeDoorParts): Hono {
  const app = new Hono()
  app.on(['GET', 'POST'], exchangePath, async ({ req: { raw } }: Context) => {
    const url = new URL(raw.url)
    if (Number(raw.headers.get('content-length') ?? 0) > mostBodyBytes) return new Response('', { status: 413 })
    const header = (name: string) => raw.headers.get(name) ?? ''
    const body = async () => new Uint8Array(await raw.arrayBuffer())
    const signed = { authorization: header('authorization'), cookie: header('cookie') }
    return answered(
      await answerExchange(ports, { method: raw.method, query: url.searchParams, body, ...signed }, waitMs),
    )
  })
  app.notFound(() => new Response('', { status: 404 }))
  app.onError(async (error) => {
    log({ level: 'error', door: 'exchange', error: error.stack ?? error.message })
    return answered(await insideFailure())
  })
  return app
}

function answered({ status, type, body }: ExchangeAnswer): Response {
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  const asks = status === 401 ? { 'www-authenticate': 'Basic realm="1C", charset="UTF-8"' } : {}
  return new Response(body, { status, headers: { ...headers, ...asks } })
}
