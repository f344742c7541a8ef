import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { RawRequest } from '#channels/domain/asked'

/** A request of the samples, as it goes over the wire. */
export type Sample = {
  readonly name: string
  readonly integration: string
  readonly path: string
  readonly raw: RawRequest
  readonly bytes: Uint8Array
}

const folder = 'test/fixtures/channels'

/** The secrets with which the samples were signed. */
export const sampleSecrets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mango: { key: 'mangokey0000000000000000000000001', salt: 'mangosalt000000000000000000000001' },
  zadarma: { secret: 'zadarmasecret0000001' },
  vats: { token: 'vats-crm-token-0001' },
  sipuni: { path: 'sipuni-path-secret-0001' },
  uis: { key: 'uis-integration-key-0001' },
  tilda: { path: 'tilda-secret-0001' },
  vk: { secret: 'vk-secret-0001', confirmation: '1a2b3c4d' },
  meta_leads: { app: 'meta-app-secret-0001', verify: 'verify-0001' },
  generic: { key: 'generic-key-0001' },
  asterisk: { key: 'asterisk-key-0001' },
  telegram: { secret: 'telegram_secret_token_0001', token: '100:bot' },
  max: { secret: 'max-secret-0001', token: 'max-token' },
  wazzup: { crm: 'wazzup-crm-key-0001', api: 'wazzup-api-key' },
  whatsapp: { app: 'meta-app-secret-0001', verify: 'verify-0001', token: 'wa-token' },
  mail: { key: 'mail-key-0001', smtp: '-' },
  site: {},
}

/** Which adapter the integrations of the samples speak by. */
export const sampleAdapters: Readonly<Record<string, string>> = {
  'mango-main': 'mango',
  'zadarma-main': 'zadarma',
  'vats-main': 'vats',
  'sipuni-main': 'sipuni',
  'uis-main': 'uis',
  'tilda-main': 'tilda',
  'site-main': 'site',
  'vk-main': 'vk',
  'facebook-main': 'meta_leads',
  'mail-main': 'mail',
  'telegram-main': 'telegram',
  'max-main': 'max',
  'wazzup-main': 'wazzup',
  'whatsapp-main': 'whatsapp',
}

/** All requests of a folder of samples. */
export function samplesIn(kind: 'telephony' | 'forms'): readonly Sample[] {
  const names = readdirSync(join(folder, kind)).filter((name) => name.endsWith('.http'))
  return names.toSorted().map((name) => sampleIn(`${kind}/${name}`))
}

/** One request of the samples. */
export function sampleIn(name: string): Sample {
  const bytes = readFileSync(join(folder, name))
  const gap = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes.subarray(0, gap).toString('latin1').split('\r\n')
  const [method = '', address = ''] = first.split(' ')
  const { pathname, search } = new URL(address, 'https://norma.example')
  const [, , integration = '', ...tail] = pathname.split('/')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const body = bytes.subarray(gap + 4)
  const raw = { method, tail: tail.join('/'), query: search.slice(1), headers, body }
  return { name, integration, path: address, raw, bytes }
}

/** A sequence of notices with the one right outcome. */
export type Sequence = {
  readonly about: string
  readonly arrivals: readonly { readonly provider: string; readonly body: Readonly<Record<string, unknown>> }[]
  readonly expect: {
    readonly calls: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly callbacks: readonly Readonly<Record<string, unknown>>[]
  }
}

/** All sequences, by the names of their files. */
export function sequences(): readonly (readonly [string, Sequence])[] {
  const names = readdirSync(join(folder, 'sequences')).toSorted()
  return names.map((name) => [name, JSON.parse(readFileSync(join(folder, 'sequences', name), 'utf8')) as Sequence])
}
