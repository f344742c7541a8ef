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
      if (request.method === 'GET') {
        const { status, body } = templatesAt(one)
        return response.writeHead(status).end(JSON.stringify(body))
      }
      const fault = faults.shift()
      if (fault !== 'too_many' && fault !== 'broken' && fault !== 'refuses') sent.push(one)
      if (fault === 'takes_and_dies') return response.destroy()
      const { status, body } = answerTo(one, fault, sent)
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
  const said = await textOf(request)
  const body = said === '' ? {} : (JSON.parse(said) as Record<string, unknown>)
  return { path: request.url ?? '', auth: request.headers.authorization, body }
}

function answerTo(
  { path, body }: SentText,
  fault: Fault | undefined,
  sent: readonly SentText[],
): { status: number; body: unknown } {
  const no = sent.length
  if (fault === 'broken') return { status: 502, body: {} }
  const isTelegram = path.startsWith('/bot')
  if (fault === 'too_many')
    return { status: 429, body: isTelegram ? { ok: false, error_code: 429, parameters: { retry_after: 35 } } : {} }
  if (fault === 'refuses')
    return { status: 403, body: { ok: false, description: 'Forbidden: bot was blocked by the user' } }
  if (isTelegram) return { status: 200, body: { ok: true, result: { message_id: 700 + no, text: body['text'] } } }
  if (path.startsWith('/v3/message')) {
    const own = body['crmMessageId']
    const isRepeated = own !== undefined && sent.filter((one) => one.body['crmMessageId'] === own).length > 1
    return isRepeated
      ? { status: 400, body: { status: 400, error: 'REPEATED_CRM_MESSAGE_ID', data: { crmMessageId: own } } }
      : { status: 201, body: { messageId: `w-${no}` } }
  }
  if (path.includes('chat_id=')) return { status: 200, body: { message: { body: { mid: `mid.out${no}` } } } }
  const refused = body['type'] === 'template' ? templateRefused(body['template'] as SentTemplate) : undefined
  if (refused !== undefined) return refused
  return { status: 200, body: { messaging_product: 'whatsapp', messages: [{ id: `wamid.OUT${no}` }] } }
}

const bodyOf = (text: string) => ({ type: 'BODY', text })

/** The templates of the account 100000000000001: approved ones, one that waits, and what text alone cannot fill. */
const templates = [
  {
    name: 'offer_ready',
    language: 'ru',
    status: 'APPROVED',
    components: [bodyOf('{{1}}, предложение готово до {{2}}.')],
  },
  {
    name: 'thanks',
    language: 'ru',
    status: 'APPROVED',
    components: [bodyOf('Спасибо!'), { type: 'FOOTER', text: 'Норма' }],
  },
  { name: 'named', language: 'ru', status: 'APPROVED', components: [bodyOf('{{who}}, ждём вас {{when}}, {{who}}!')] },
  { name: 'waits', language: 'ru', status: 'PENDING', components: [bodyOf('Скоро')] },
  {
    name: 'picture',
    language: 'ru',
    status: 'APPROVED',
    components: [{ type: 'HEADER', format: 'IMAGE' }, bodyOf('Смотрите')],
  },
]

/** One template a page, as an account with many has them; whoever has no token is told so. */
function templatesAt({ path, auth }: SentText): { status: number; body: unknown } {
  if (!path.startsWith('/100000000000001/message_templates') || auth !== 'Bearer wa-token')
    return { status: 400, body: { error: { code: 190, message: 'Invalid OAuth access token.' } } }
  const from = Number(/after=(\d+)/.exec(path)?.[1] ?? 0)
  const next = from + 1 < templates.length ? { next: `https://graph.facebook.com/x?after=${from + 1}` } : {}
  return { status: 200, body: { data: [templates[from]], paging: { cursors: { after: String(from + 1) }, ...next } } }
}

type SentTemplate = {
  readonly name: string
  readonly language: { readonly code: string }
  readonly components: readonly { readonly parameters: readonly unknown[] }[]
}

/** As the messenger itself refuses a template that is not there, or is filled wrongly. */
function templateRefused({ name, language, components }: SentTemplate): { status: number; body: unknown } | undefined {
  const found = templates.find(
    (one) => one.name === name && one.language === language.code && one.status === 'APPROVED',
  )
  if (found === undefined)
    return { status: 404, body: { error: { code: 132001, message: '(#132001) Template name does not exist' } } }
  const places = new Set(JSON.stringify(found.components).match(/\{\{\w+\}\}/g) ?? []).size
  const given = components.flatMap(({ parameters }) => parameters).length
  return places === given
    ? undefined
    : { status: 400, body: { error: { code: 132000, message: '(#132000) Number of parameters does not match' } } }
}
