import { part, said, sha256 } from '#channels/adapter'
import { callsUnless, digitsOf, refusedBy, type Dialler } from '#channels/domain/dialling'
import { jsonIn } from '#channels/domain/history'
import { zadarmaRequest } from '#channels/usecases/reconciling/histories/zadarma'
import { sipuni } from './diallers/sipuni'
import { uis } from './diallers/uis'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** Mango Office: a command that is signed as its notices are. It answers with a number, of which 1000 means that it calls. */
const mango: Dialler = {
  can: ({ secrets: { key = '', salt = '' } }) => key !== '' && salt !== '',
  ask: ({ settings: { api = 'https://app.mango-office.ru' }, secrets: { key = '', salt = '' }, ...dial }) => {
    const { command, extension, to } = dial
    const json = JSON.stringify({ command_id: command, from: { extension }, to_number: digitsOf(to) })
    const body = new URLSearchParams({ vpbx_api_key: key, sign: sha256(`${key}${json}${salt}`), json })
    return { method: 'POST', url: `${api}/vpbx/commands/callback`, headers: form, body: body.toString() }
  },
  told: (answer) => {
    const result = said(part(jsonIn(answer.text), 'result'))
    return callsUnless(
      refusedBy(answer) ?? (result === undefined || result === '1000' ? undefined : `result ${result}`),
    )
  },
}

/** Virtual exchanges with the “CRM API”: a command to the address of the exchange, with the key it gave for that. */
const vats: Dialler = {
  can: ({ settings: { api }, secrets: { dial = '' } }) => api !== undefined && dial !== '',
  ask: ({ settings: { api = '' }, secrets: { dial = '' }, extension, to }) => {
    const body = new URLSearchParams({ cmd: 'makeCall', phone: digitsOf(to), user: extension, token: dial })
    const url = `${api.replace(/\/+$/, '')}/sys/crm_api.wcgp`
    return { method: 'POST', url, headers: form, body: body.toString() }
  },
  told: (answer) => callsUnless(refusedBy(answer) ?? said(part(jsonIn(answer.text), 'error'))),
}

/** Zadarma: a request that is signed like those for its statistics. */
const zadarma: Dialler = {
  can: ({ secrets: { key = '', secret = '' } }) => key !== '' && secret !== '',
  ask: ({ settings, secrets, extension, to }) =>
    zadarmaRequest({ settings, secrets }, '/v1/request/callback/', { from: extension, to: digitsOf(to) }),
  told: (answer) => {
    const says = jsonIn(answer.text)
    const isError = said(part(says, 'status')) === 'error'
    return callsUnless(isError ? (said(part(says, 'message')) ?? 'error') : refusedBy(answer))
  },
}

const diallers: Readonly<Record<string, Dialler>> = { mango, vats, uis, zadarma, sipuni }

/** How an exchange is asked to call; undefined where it cannot be asked from here. */
export function diallerOf(adapter: string): Dialler | undefined {
  return Object.hasOwn(diallers, adapter) ? diallers[adapter] : undefined
}
