import { mailText } from '#domain/kernel/mail'
import { phonesIn, phoneText } from '#domain/kernel/phone'
import { isInn } from '#domain/kernel/requisites'
import type { KeptWay, WayKey, WholeClient } from '#schemas/kept-client'
import type { Written } from '#schemas/kept-client'

/** What somebody who is written about can be found by: numbers, an address, an INN whose check digits are right. */
export function keysIn({ phone = '', email = '', inn = '' }: Written, home?: string): readonly WayKey[] {
  const mail = mailText(email)
  const number = inn.replaceAll(/\s/g, '')
  return [
    ...phonesIn(phone, home).map((one) => ({ kind: 'phone' as const, text: phoneText(one) })),
    ...(mail === undefined ? [] : [{ kind: 'email' as const, text: mail }]),
    ...(isInn(number) ? [{ kind: 'inn' as const, text: number }] : []),
  ]
}

/** What was written as a number or an address and is none. */
export function unreadIn({ phone = '', email = '' }: Written, home?: string): readonly string[] {
  const unread = [
    { text: phone.trim(), keys: keysIn({ phone }, home) },
    { text: email.trim(), keys: keysIn({ email }) },
  ]
  return unread.flatMap(({ text, keys }) => (text === '' || keys.length > 0 ? [] : [text]))
}

/** What a client is found by. */
export function keysOf({ client, personal }: WholeClient): readonly WayKey[] {
  const inn = client.inn === undefined ? [] : [{ kind: 'inn' as const, text: client.inn }]
  return [...personal.ways.map(({ kind, text }) => ({ kind, text })), ...inn]
}

/** A key as one text, the same for the same key alone. */
export function keyText({ kind, text }: WayKey): string {
  return `${kind}:${text}`
}

/** The ways of a client with those of the keys that it has not yet, and how many it has ever had. */
export function withWays(
  { ways, lastWay }: { readonly ways: readonly KeptWay[]; readonly lastWay: number },
  keys: readonly WayKey[],
  note?: string,
): { readonly ways: readonly KeptWay[]; readonly lastWay: number } {
  const known = new Set(ways.map(keyText))
  const added = keys.flatMap(({ kind, text }) =>
    kind === 'inn' || known.has(keyText({ kind, text })) ? [] : [{ kind, text }],
  )
  const said = note === undefined ? {} : { note }
  return {
    ways: [...ways, ...added.map((way, at) => ({ id: `w${lastWay + at + 1}`, ...way, ...said }))],
    lastWay: lastWay + added.length,
  }
}

/** A number or an address with most of it hidden: enough to recognise it by for whoever knows it, too little to use. */
export function masked({ kind, text }: Pick<KeptWay, 'kind' | 'text'>): string {
  return kind === 'phone' ? maskedPhone(text) : maskedMail(text)
}

function maskedPhone(text: string): string {
  const [number = '', extension] = text.split(';ext=')
  const [, code = '', rest = ''] = /^(\+(?:7|1|\d{2}))(\d*)$/.exec(number) ?? []
  const hidden = `${code} ··· ···-··-${rest.slice(-2)}`
  return extension === undefined ? hidden : `${hidden} (··)`
}

function maskedMail(text: string): string {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  const [host = '', ...rest] = domain.split('.')
  return `${ends(local)}@${host.slice(0, 1)}···.${rest.at(-1) ?? ''}`
}

function ends(text: string): string {
  return text.length < 3 ? '···' : `${text.slice(0, 1)}···${text.slice(-1)}`
}
