import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'

/** What was sent to a messenger. */
export type SentText = {
  readonly path: string
  readonly auth: string | undefined
  readonly body: Record<string, unknown>
}

/** How a messenger answers the next request: it is too much, it is out of order, it takes it and dies, or it refuses. */
export type Fault = 'too_many' | 'broken' | 'takes_and_dies' | 'refuses'

/** The messengers’ own interfaces, on this machine. */
export type StandIn = {
  readonly address: string
  readonly sent: SentText[]
  /** Faults of the next requests, one each. */
  readonly faults: Fault[]
  readonly stop: () => Promise<void>
}

/** Starts a stand-in for Telegram, MAX, Wazzup and WhatsApp: it gives ids as they do, and fails when it is told to. */
export async function messengersStandIn(): Promise<StandIn> {
  const sent: SentText[] = []
  const faults: Fault[] = []
  const server = createServer((request, response) => {
    void read(request).then((one) => {
      const fault = faults.shift()
      if (fault !== 'too_many' && fault !== 'broken' && fault !== 'refuses') sent.push(one)
      if (fault === 'takes_and_dies') return response.destroy()
      const { status, body } = answerTo(one, fault, sent.length)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      return undefined
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  return { address: `http://127.0.0.1:${port}`, sent, faults, stop }
}

async function read(request: IncomingMessage): Promise<SentText> {
  const body = JSON.parse(await textOf(request)) as Record<string, unknown>
  return { path: request.url ?? '', auth: request.headers.authorization, body }
}

function answerTo({ path, body }: SentText, fault: Fault | undefined, no: number): { status: number; body: unknown } {
  if (fault === 'broken') return { status: 502, body: {} }
  const isTelegram = path.startsWith('/bot')
  if (fault === 'too_many')
    return { status: 429, body: isTelegram ? { ok: false, error_code: 429, parameters: { retry_after: 35 } } : {} }
  if (fault === 'refuses')
    return { status: 403, body: { ok: false, description: 'Forbidden: bot was blocked by the user' } }
  if (isTelegram) return { status: 200, body: { ok: true, result: { message_id: 700 + no, text: body['text'] } } }
  if (path.startsWith('/v3/message')) return { status: 201, body: { messageId: `w-${no}` } }
  if (path.includes('chat_id=')) return { status: 200, body: { message: { body: { mid: `mid.out${no}` } } } }
  return { status: 200, body: { messaging_product: 'whatsapp', messages: [{ id: `wamid.OUT${no}` }] } }
}
