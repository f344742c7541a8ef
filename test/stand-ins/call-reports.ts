import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'

/** A call as a provider has it. */
export type ReportedCall = {
  readonly id: string
  readonly at: string
  readonly client: string
  readonly talkSeconds: number
  readonly seconds: number
}

/** What a provider answers to the next question instead: it is not ready, it is too much, or whoever asks is shut out. */
export type ReportFault = 'not_ready' | 'too_many' | 'shut_out'

/** The reports of four providers on this machine. */
export type CallReports = {
  readonly address: string
  readonly calls: ReportedCall[]
  /** Faults of the next questions, one each; of Mango those for the report itself. */
  readonly faults: ReportFault[]
  /** What was asked, by its path. */
  readonly asked: string[]
  readonly stop: () => Promise<void>
}

/** Starts a stand-in for the reports of Mango Office, a virtual exchange, UIS and Zadarma, which check who asks as they do. */
export async function callReports(): Promise<CallReports> {
  const [calls, faults, asked] = [[] as ReportedCall[], [] as ReportFault[], [] as string[]]
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const { pathname } = new URL(request.url ?? '', 'http://here')
      asked.push(pathname)
      const isOrder = pathname.startsWith('/vpbx/stats/calls/request')
      const fault = isOrder && faults[0] === 'not_ready' ? undefined : faults.shift()
      const { status, says, headers = {} } = faultOf(fault, pathname) ?? answerTo(request, body, calls)
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(status === 204 ? undefined : JSON.stringify(says))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, faults, asked, stop }
}

type Said = { readonly status: number; readonly says?: unknown; readonly headers?: Record<string, string> }

function faultOf(fault: ReportFault | undefined, path: string): Said | undefined {
  if (fault === 'too_many') return { status: 429, says: {}, headers: { 'retry-after': '90' } }
  if (fault === 'shut_out') return { status: 401, says: { name: 'Unauthorized' } }
  if (fault === 'not_ready') return path.startsWith('/vpbx') ? { status: 204 } : { status: 503, says: {} }
  return undefined
}

const strange: Said = { status: 401, says: { message: 'Who are you?' } }

function answerTo(request: IncomingMessage, body: string, calls: readonly ReportedCall[]): Said {
  const url = new URL(request.url ?? '', 'http://here')
  if (url.pathname.startsWith('/vpbx/')) return mango(url.pathname, new URLSearchParams(body), calls)
  if (url.pathname.startsWith('/crmapi/'))
    return request.headers['x-api-key'] === 'history-key' ? { status: 200, says: calls.map(ofExchange) } : strange
  if (url.pathname.startsWith('/v1/statistics/pbx/')) return zadarma(request, url, calls)
  const { params, method } = JSON.parse(body) as { params: { access_token: string }; method: string }
  if (params.access_token !== 'access-key' || method !== 'get.calls_report')
    return { status: 200, says: { error: { message: 'Access denied', data: { mnemonic: 'auth_error' } } } }
  return { status: 200, says: { result: { data: calls.map(ofUis) } } }
}

function mango(path: string, form: URLSearchParams, calls: readonly ReportedCall[]): Said {
  const [key, salt] = ['mangokey0000000000000000000000001', 'mangosalt000000000000000000000001']
  const json = form.get('json') ?? ''
  const sign = createHash('sha256').update(`${key}${json}${salt}`).digest('hex')
  if (form.get('sign') !== sign || form.get('vpbx_api_key') !== key) return strange
  if (path === '/vpbx/stats/calls/request/') return { status: 200, says: { key: 'report-1' } }
  const list = calls.map(({ id, at, client, talkSeconds, seconds }) => ({
    entry_id: id,
    context_type: 1,
    context_status: talkSeconds > 0 ? 1 : 0,
    caller_number: client.slice(1),
    called_number: '74955550000',
    context_start_time: Date.parse(at) / 1000,
    duration: seconds,
    talk_duration: talkSeconds,
    context_calls: [],
  }))
  return { status: 200, says: { status: 'complete', data: [{ list }] } }
}

function ofExchange({ id, at, client, talkSeconds, seconds }: ReportedCall) {
  const [wait, duration] = [seconds - talkSeconds, talkSeconds]
  const start = `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const status = talkSeconds > 0 ? 'success' : 'missed'
  return { uid: id, type: 'in', status, client: client.slice(1), diversion: '74955550000', start, wait, duration }
}

/** Clocks of Moscow. */
function local(at: string): string {
  return new Date(Date.parse(at) + 3 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

function ofUis({ id, at, client, talkSeconds, seconds }: ReportedCall) {
  return {
    id,
    start_time: local(at),
    finish_time: local(new Date(Date.parse(at) + seconds * 1000).toISOString()),
    direction: 'in',
    is_lost: talkSeconds === 0,
    contact_phone_number: client.slice(1),
    virtual_phone_number: '74955550000',
    talk_duration: talkSeconds,
    total_duration: seconds,
  }
}

function zadarma(request: IncomingMessage, url: URL, calls: readonly ReportedCall[]): Said {
  const query = url.search.slice(1)
  const md5 = createHash('md5').update(query).digest('hex')
  const signed = createHmac('sha1', 'zadarmasecret0000001').update(`/v1/statistics/pbx/${query}${md5}`).digest('hex')
  if (request.headers.authorization !== `zadarma-key:${Buffer.from(signed).toString('base64')}`) return strange
  const stats = calls.map(({ id, at, client, talkSeconds, seconds }) => ({
    pbx_call_id: `in_${id}`,
    callstart: local(at),
    clid: `"Client" <${client.slice(1)}>`,
    destination: '101',
    disposition: talkSeconds > 0 ? 'answered' : 'no answer',
    seconds: talkSeconds > 0 ? talkSeconds : seconds,
  }))
  return { status: 200, says: { status: 'success', stats } }
}
