import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'

/** What an exchange was asked to do: whom it rings first, and whom then. */
export type Dialled = { readonly exchange: string; readonly first: string; readonly client: string }

/** Exchanges on this machine that call when they are asked to. */
export type DiallingExchanges = {
  readonly address: string
  readonly dialled: Dialled[]
  /** What the next request is answered with instead. */
  readonly faults: { status: number; says: unknown }[]
  readonly stop: () => Promise<void>
}

/** Starts a stand-in for the commands of Mango Office, a virtual exchange and Zadarma, which check who asks as they do. */
export async function diallingExchanges(
  secrets: Readonly<Record<'key' | 'salt' | 'dial' | 'zadarmaKey' | 'zadarmaSecret', string>>,
): Promise<DiallingExchanges> {
  const [dialled, faults] = [[] as Dialled[], [] as { status: number; says: unknown }[]]
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const url = new URL(request.url ?? '', 'http://here')
      const { status, says } =
        faults.shift() ??
        answerTo({ method: request.method ?? '', url, body, headers: request.headers }, secrets, dialled)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(typeof says === 'string' ? says : JSON.stringify(says))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, dialled, faults, stop }
}

type Came = {
  readonly method: string
  readonly url: URL
  readonly body: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

function answerTo(
  { method, url, body, headers }: Came,
  { key, salt, dial, zadarmaKey, zadarmaSecret }: Readonly<Record<string, string>>,
  dialled: Dialled[],
): { status: number; says: unknown } {
  const form = new URLSearchParams(body)
  const path = `${method} ${url.pathname}`
  if (path === 'POST /vpbx/commands/callback') {
    const json = form.get('json') ?? ''
    const sign = createHash('sha256').update(`${key}${json}${salt}`).digest('hex')
    if (form.get('vpbx_api_key') !== key || form.get('sign') !== sign) return { status: 401, says: { result: 3102 } }
    const told = JSON.parse(json) as { command_id: string; from: { extension: string }; to_number: string }
    if (told.command_id === '') return { status: 400, says: { result: 3105 } }
    dialled.push({ exchange: 'mango', first: told.from.extension, client: told.to_number })
    return { status: 200, says: { result: 1000 } }
  }
  if (path === 'POST /sys/crm_api.wcgp') {
    if (form.get('cmd') !== 'makeCall' || form.get('token') !== dial)
      return { status: 401, says: { error: 'Invalid token' } }
    dialled.push({ exchange: 'vats', first: form.get('user') ?? '', client: form.get('phone') ?? '' })
    return { status: 200, says: { uuid: 'one' } }
  }
  if (path === 'GET /v1/request/callback/') {
    const query = url.search.slice(1)
    const md5 = createHash('md5').update(query).digest('hex')
    const signed = createHmac('sha1', zadarmaSecret ?? '')
      .update(`${url.pathname}${query}${md5}`)
      .digest('hex')
    if (headers['authorization'] !== `${zadarmaKey}:${Buffer.from(signed).toString('base64')}`)
      return { status: 401, says: { status: 'error', message: 'Not authorized' } }
    dialled.push({
      exchange: 'zadarma',
      first: url.searchParams.get('from') ?? '',
      client: url.searchParams.get('to') ?? '',
    })
    return { status: 200, says: { status: 'success' } }
  }
  return { status: 404, says: 'nothing here' }
}
