import type { RawRequest } from '#channels/domain/asked'
import { keyed, sha256 } from '#channels/adapter'

import { sampleSecrets, type Sequence } from './samples'

type Body = Sequence['arrivals'][number]

/** A notice of a sequence as its provider would send it: signed, by the way and in the form that provider uses. */
export function requestOf({ provider, body }: Body): RawRequest {
  if (provider === 'mango') return mangoRequest(body)
  const { token = '' } = sampleSecrets['vats'] ?? {}
  const fields = Object.entries(provider === 'vats' ? { ...body, crm_token: token } : body)
  const signature = provider === 'zadarma' ? zadarmaSignature(body) : undefined
  return posted('', fields, signature === undefined ? {} : { signature })
}

function mangoRequest({ kind, ...notice }: Body['body']): RawRequest {
  const { key = '', salt = '' } = sampleSecrets['mango'] ?? {}
  const json = JSON.stringify(notice)
  const fields = Object.entries({ vpbx_api_key: key, sign: sha256(`${key}${json}${salt}`), json })
  return posted(kind === 'record' ? 'events/record/added' : `events/${String(kind)}`, fields)
}

function zadarmaSignature(body: Body['body']): string {
  const of = (...names: readonly string[]) => names.map((name) => textOf(body[name])).join('')
  const event = String(body['event'])
  const signed =
    event === 'NOTIFY_RECORD'
      ? of('pbx_call_id', 'call_id_with_rec')
      : event === 'NOTIFY_ANSWER'
        ? of('caller_id', 'destination', 'call_start')
        : event.startsWith('NOTIFY_OUT')
          ? of('internal', 'destination', 'call_start')
          : of('caller_id', 'called_did', 'call_start')
  return Buffer.from(keyed('sha1', sampleSecrets['zadarma']?.['secret'] ?? '', signed)).toString('base64')
}

function posted(
  tail: string,
  fields: readonly (readonly [string, unknown])[],
  headers: Readonly<Record<string, string>> = {},
): RawRequest {
  const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, textOf(value)])).toString()
  return {
    method: 'POST',
    tail,
    query: '',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(body),
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
