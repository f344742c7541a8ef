import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'

/** What an exchange was asked to do: whom it rings first, and whom then. */
export type Dialled = {
  readonly exchange: string
  readonly first: string
  readonly client: string
  /** The number of ours it is called from, where that was said. */
  readonly from?: string
}

/** Exchanges on this machine that call when they are asked to. */
export type DiallingExchanges = {
  readonly address: string
  readonly dialled: Dialled[]
  /** What the next request is answered with instead. */
  readonly faults: { status: number; says: unknown }[]
  readonly stop: () => Promise<void>
}

type Secret = 'key' | 'salt' | 'dial' | 'zadarmaKey' | 'zadarmaSecret' | 'account' | 'sipuniKey' | 'access'

/** Starts a stand-in for the commands of Mango Office, a virtual exchange, UIS, Zadarma and Sipuni, which check who asks as they do. */
export async function diallingExchanges(secrets: Readonly<Record<Secret, string>>): Promise<DiallingExchanges> {
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
  came: Came,
  secrets: Readonly<Record<string, string>>,
  dialled: Dialled[],
): { status: number; says: unknown } {
  const { method, url, body, headers } = came
  const { key, salt, dial, zadarmaKey, zadarmaSecret } = secrets
  if (url.pathname.startsWith('/v2.0') || url.pathname.startsWith('/v4.0')) return uis(came, secrets, dialled)
  if (url.pathname.startsWith('/api/callback/')) return sipuni(came, secrets, dialled)
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

const employees = [
  { id: 4001, extension: { extension_phone_number: '102' } },
  { id: 4002, extension: { extension_phone_number: '101' } },
  { id: 4003, extension: null },
]

/** UIS: employees have ids of their own, and are called by these. */
function uis(
  { url, body }: Came,
  { access }: Readonly<Record<string, string>>,
  dialled: Dialled[],
): { status: number; says: unknown } {
  const { id, method, params } = JSON.parse(body) as {
    id: number
    method: string
    params: {
      access_token?: string
      virtual_phone_number?: string
      contact?: string
      first_call?: string
      employee?: { id?: unknown; phone_number?: string }
    }
  }
  const wrong = (mnemonic: string, message: string) => ({
    status: 200,
    says: { jsonrpc: '2.0', id, error: { code: -32_602, message, data: { mnemonic } } },
  })
  if (params.access_token !== access) return wrong('access_token_invalid', 'Access token is invalid')
  if (url.pathname === '/v2.0' && method === 'get.employees')
    return { status: 200, says: { jsonrpc: '2.0', id, result: { data: employees } } }
  if (url.pathname !== '/v4.0' || method !== 'start.employee_call') return wrong('method_not_found', 'Method not found')
  const { employee, contact = '', virtual_phone_number: line = '', first_call: first } = params
  if (
    first !== 'employee' ||
    typeof employee?.id !== 'number' ||
    !/^\d{11}$/.test(contact) ||
    !/^7[1-79]\d{9}$/.test(line)
  )
    return wrong('invalid_parameter_value', 'Invalid parameters')
  const own = employees.find((one) => one.id === employee.id)
  dialled.push({
    exchange: 'uis',
    first: own?.extension?.extension_phone_number ?? String(employee.id),
    client: contact,
    from: line,
  })
  return { status: 200, says: { jsonrpc: '2.0', id, result: { data: { call_session_id: 237_859_081 } } } }
}

/** Sipuni: answers 200 to whatever it is asked, and says in it whether it calls. */
function sipuni(
  { method, url, body }: Came,
  { account, sipuniKey }: Readonly<Record<string, string>>,
  dialled: Dialled[],
): { status: number; says: unknown } {
  const { hash, ...values } = Object.fromEntries(new URLSearchParams(body))
  const names = Object.keys(values).toSorted()
  const signed = createHash('md5')
    .update([...names.map((name) => values[name]), sipuniKey].join('+'))
    .digest('hex')
  if (`${method} ${url.pathname}` !== 'POST /api/callback/call_number' || values['user'] !== account || hash !== signed)
    return { status: 200, says: { success: false, message: 'Wrong hash' } }
  dialled.push({ exchange: 'sipuni', first: values['sipnumber'] ?? '', client: values['phone'] ?? '' })
  return { status: 200, says: { success: true, order_id: '17' } }
}
