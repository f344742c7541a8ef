import { part, said } from '#channels/adapter'
import { callsUnless, digitsOf, refusedBy, type Dial, type Dialler } from '#channels/domain/dialling'
import { jsonIn, type HistoryRequest } from '#channels/domain/history'

const usual = 'https://dataapi.uiscom.ru/v2.0'

/**
 * UIS, CoMagic and Novofon: an employee is called by a number of theirs, so the one behind an extension is looked up first.
 * Nothing is called but from a number that is rented there.
 */
export const uis: Dialler = {
  can: ({ secrets: { access = '' }, line }) => access !== '' && line !== undefined,
  ask: ({ settings: { api = usual }, secrets: { access } }) =>
    asking(api, 'get.employees', { access_token: access, limit: 10_000, fields: ['id', 'extension'] }),
  told: (answer, dial, request) => {
    const says = jsonIn(answer.text)
    const why = refusal(says) ?? refusedBy(answer)
    if (why !== undefined) return callsUnless(why)
    if (methodOf(request) !== 'get.employees') return callsUnless(undefined)
    const id = employeeIn(part(says, 'result', 'data'), dial.extension)
    if (id === undefined) return callsUnless(`employee ${dial.extension} unknown`)
    return { kind: 'next', request: calling(dial, id) }
  },
}

function calling({ settings: { api = usual }, secrets: { access }, ...dial }: Dial, id: number): HistoryRequest {
  const { extension, line = '', to, command } = dial
  return asking(callApi(api), 'start.employee_call', {
    access_token: access,
    first_call: 'employee',
    virtual_phone_number: digitsOf(line),
    contact: digitsOf(to),
    external_id: command,
    // Without a number of theirs all their telephones ring, one after another.
    employee: { id, ...(extension === String(id) ? {} : { phone_number: extension }) },
  })
}

function asking(url: string, method: string, params: Readonly<Record<string, unknown>>): HistoryRequest {
  const headers = { 'content-type': 'application/json; charset=UTF-8' }
  return { method: 'POST', url, headers, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }) }
}

/** Calls are made by a neighbour of the address that reports come from: `callapi.uiscom.ru`, `callapi-jsonrpc.novofon.ru`. */
function callApi(api: string): string {
  const url = new URL(api)
  url.hostname = url.hostname.replace(/^dataapi/, 'callapi')
  url.pathname = '/v4.0'
  return url.href
}

function methodOf({ body = '' }: HistoryRequest): string | undefined {
  return said(part(jsonIn(body), 'method'))
}

/** Why it refuses: a sentence in English and a word that its manual explains. */
function refusal(says: unknown): string | undefined {
  const error = part(says, 'error')
  if (error === undefined || error === null) return undefined
  const words = [said(part(error, 'message')), said(part(error, 'data', 'mnemonic'))]
  return words.filter((one) => one !== undefined).join(', ') || 'error'
}

/** Who has this extension; a login may also be entered by its number there. */
function employeeIn(rows: unknown, extension: string): number | undefined {
  const all = Array.isArray(rows) ? (rows as readonly unknown[]) : []
  const found =
    all.find((row) => said(part(row, 'extension', 'extension_phone_number')) === extension) ??
    all.find((row) => said(part(row, 'id')) === extension)
  const id = Number(part(found, 'id'))
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}
