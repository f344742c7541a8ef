import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'

/** A mailbox of Microsoft 365 on this machine. */
export type GraphServer = {
  readonly address: string
  readonly inbox: { readonly id: string; readonly bytes: Buffer; readonly from: string; readonly messageId: string }[]
  /** What was asked for, in its order. */
  readonly asked: string[]
  /** Mails that were handed in to be sent, as they came. */
  readonly sent: string[]
  /** What it answers to the next request for changes instead: too much, or that it has forgotten where we were. */
  readonly faults: ('too_many' | 'lost')[]
  readonly stop: () => Promise<void>
}

/** Starts a stand-in for Microsoft Graph: it signs in one application, tells changes page by page and hands mails out. */
export async function graphServer(): Promise<GraphServer> {
  const [inbox, asked, sent, faults] = [
    [] as GraphServer['inbox'],
    [] as string[],
    [] as string[],
    [] as GraphServer['faults'],
  ]
  let base = ''
  const server = createServer((request, response) => {
    void textOf(request).then((body) => answer({ request, response, body, base }, { inbox, asked, sent, faults }))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  return { address: base, inbox, asked, sent, faults, stop }
}

type Came = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly body: string
  readonly base: string
}

const pageSize = 2

function answer({ request, response, body, base }: Came, state: Omit<GraphServer, 'address' | 'stop'>): void {
  const url = new URL(request.url ?? '', base)
  const say = (status: number, value: unknown, headers: Record<string, string> = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
  if (url.pathname.endsWith('/oauth2/v2.0/token')) {
    const isRight = new URLSearchParams(body).get('client_secret') === 'graph-secret'
    if (isRight) say(200, { access_token: 'graph-token', expires_in: 3599 })
    else say(401, { error: 'invalid_client', error_description: 'Invalid client secret provided.' })
    return
  }
  if (request.headers.authorization !== 'Bearer graph-token') {
    say(401, { error: { code: 'InvalidAuthenticationToken', message: 'Who are you?' } })
    return
  }
  state.asked.push(`${url.pathname}${url.search}`)
  if (url.pathname.endsWith('/sendMail')) {
    state.sent.push(Buffer.from(body, 'base64').toString('utf8'))
    response.writeHead(202).end()
    return
  }
  const mail = state.inbox.find(({ id }) => url.pathname.endsWith(`/messages/${id}/$value`))
  if (mail !== undefined) {
    response.writeHead(200, { 'content-type': 'text/plain' }).end(mail.bytes)
    return
  }
  const fault = state.faults.shift()
  if (fault === 'too_many') say(429, { error: { code: 'TooManyRequests' } }, { 'retry-after': '120' })
  else if (fault === 'lost') say(410, { error: { code: 'SyncStateNotFound', message: 'Gone' } })
  else changes({ url, base, say }, url.pathname.includes('/inbox/') ? state.inbox : [])
}

function changes(
  { url, base, say }: { url: URL; base: string; say: (status: number, value: unknown) => void },
  mails: GraphServer['inbox'],
): void {
  const from = Number(url.searchParams.get('$skiptoken') ?? url.searchParams.get('$deltatoken') ?? 0)
  const page = mails.slice(from, from + pageSize)
  const next = from + page.length
  const link = (name: string) => `${base}${url.pathname}?${name}=${next}`
  const value = page.map(({ id, messageId, from: address }) => ({
    id,
    internetMessageId: `<${messageId}>`,
    from: { emailAddress: { address } },
    toRecipients: [{ emailAddress: { address: 'sales@norma.example' } }],
  }))
  say(
    200,
    next < mails.length
      ? { value, '@odata.nextLink': link('$skiptoken') }
      : { value, '@odata.deltaLink': link('$deltatoken') },
  )
}
