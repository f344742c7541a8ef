import { createHash } from 'node:crypto'

import { part, said } from '#channels/adapter'
import { callsUnless, digitsOf, refusedBy, type Dialler } from '#channels/domain/dialling'
import { jsonIn } from '#channels/domain/history'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

/**
 * Sipuni: a form with the MD5 of its values, in the order of their names, and of the key of the account behind them. With
 * `reverse` 0 the telephone of ours rings first. It answers 200 also where it does not call.
 */
export const sipuni: Dialler = {
  can: ({ secrets: { account = '', key = '' } }) => account !== '' && key !== '',
  ask: ({ settings: { api = 'https://sipuni.com' }, secrets: { account = '', key = '' }, extension, to }) => {
    const values = { antiaon: '0', phone: digitsOf(to), reverse: '0', sipnumber: extension, user: account }
    const signed = [...Object.values(values), key].join('+')
    const hash = createHash('md5').update(signed, 'utf8').digest('hex')
    const body = new URLSearchParams({ ...values, hash })
    const url = `${api.replace(/\/+$/, '')}/api/callback/call_number`
    return { method: 'POST', url, headers: form, body: body.toString() }
  },
  told: (answer) => {
    const says = jsonIn(answer.text)
    // A page instead of an answer, as for an account that is none, is no call either.
    const isCalling = part(says, 'success') === true || said(part(says, 'success')) === 'true'
    const why = said(part(says, 'message')) ?? said(part(says, 'error')) ?? answer.text.slice(0, 200)
    return callsUnless(refusedBy(answer) ?? (isCalling ? undefined : why))
  },
}
