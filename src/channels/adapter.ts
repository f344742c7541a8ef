import type { Saying } from '#schemas/saying'
import { sayingOf, type ValuesOf } from '#domain/kernel/saying'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

import type { Fact, FormFact } from './domain/facts'
import type { en } from './words/en'
import { formSaid, type Said } from './domain/form-words'
import type { MessageAttachment } from './domain/messages'
import { dateIn, instantOf, msOf, startOfDay, wallTime } from '#domain/time/zone'
import type { Language } from '#schemas/language-names'

/** A request as it came: nothing of it is trusted. */
export type Asked = {
  readonly method: string
  /** What stands behind the address of the integration, without the slash. */
  readonly tail: string
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** The fields of the query and of a form in the body, decoded by whatever alphabet they were written in. */
  readonly fields: ReadonlyMap<string, string>
  /** All of them in their order; names may come twice. */
  readonly pairs: Said
  /** The files of a form in the body; none where it is no such form. */
  readonly files: () => readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** The body as text; throws `Unreadable` where it is none. */
  readonly text: () => string
  /** The body as JSON; throws `Unreadable` where it is none. */
  readonly json: () => unknown
}

/** What an integration is set to, beside its secrets. */
export type Settings = {
  /** The zone of the provider’s times that say none. */
  readonly zone: string
  /** Where a form of plain HTML is sent on to. */
  readonly thanks?: string
  /** The address of ours that mail comes to. */
  readonly mailbox?: string
  /** Where the provider’s own interface is, where that is not the usual address. */
  readonly api?: string
}

/** What the provider is told. */
export type Answer = { readonly status: number; readonly type: string; readonly body: string }

/** Somebody who rings, as far as is known. */
export type Known = { readonly name: string; readonly login?: string }

type Texts = Readonly<Record<Language, string>>
type Secrets = Readonly<Record<string, string>>

export type AdapterPart = {
  readonly asked: Asked
  readonly settings: Settings
  readonly secrets: Secrets
}

/** A text on its way out: the settings and secrets it goes by, and where the provider has it go. */
export type Outgoing = {
  /** Its own id here: the same however often it is tried. */
  readonly id: string
  readonly settings: Settings
  readonly secrets: Secrets
  /** What the client’s last message said an answer has to go to. */
  readonly to: string
  readonly text: string
  /** The approved template it is written by, with what it is filled with; `text` is the whole then. */
  readonly template?: FilledTemplate
}

/** A template that the provider has approved, by its name and language there, and what stands for each of its places. */
export type FilledTemplate = {
  readonly name: string
  readonly language: string
  readonly places: readonly { readonly name: string; readonly text: string }[]
}

/** A template that the provider has approved; in its text `{{place}}` stands for what is filled in. */
export type ApprovedTemplate = { readonly name: string; readonly language: string; readonly text: string }

type TemplateRequest = { readonly url: string; readonly headers: Readonly<Record<string, string>> }

/** How a provider is asked for the templates it has approved, page by page, and what its answer says. */
type Templates = {
  /** Undefined where something that is needed for it was not entered. */
  readonly ask: (part: Pick<Outgoing, 'settings' | 'secrets'>, after: string | undefined) => TemplateRequest | undefined
  readonly told: (answer: unknown) => { readonly templates: readonly ApprovedTemplate[]; readonly after?: string }
}

/** What became of a text: its id at the provider; that it has to be tried again, after so many seconds; why it was refused. */
export type Sent =
  | {
      readonly kind: 'sent'
      readonly message?: string
      /** Other ids by which the same is known there. */
      readonly also?: readonly string[]
    }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'later'; readonly seconds: number }
  | {
      readonly kind: 'failed'
      readonly why: string
      /** The same by its key, where it is a sentence of ours. */
      readonly said?: readonly Saying[]
    }

/** How a provider sends: by mail, or by pure descriptions of a request and the reading of its answer. */
type Writes = WritesByMail | WritesByRequest

/** What is sent goes by the mail server that the settings and secrets name; only where they do. */
type WritesByMail = { readonly by: 'mail'; readonly windowHours?: undefined; readonly templates?: undefined }

/** What is sent goes by a request to the provider. */
export type WritesByRequest = {
  readonly by: 'request'
  /** For so many hours after the client’s last word free text may be sent; for ever where absent. */
  readonly windowHours?: number
  /** Whether the same text sent twice under one id, the second time at once, is one there. */
  readonly isOnce?: true
  /** What may be written when free text may not any more. */
  readonly templates?: Templates
  readonly send: (outgoing: Outgoing) => {
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }
  /** Of an answer the beginning alone is known. */
  readonly sent: (answer: { readonly status: number; readonly text: string }, to: string) => Sent
}

/**
 * How one provider speaks: pure, without a clock and without a way out. `verify` says whether a request is from whoever knows
 * the secrets; `read` what it says, and throws `Unreadable` where it says nothing that can be understood.
 */
export type Adapter = {
  readonly id: string
  readonly kind: 'phone' | 'form' | 'messenger' | 'mail'
  readonly name: Texts
  /** What has to be entered, in the words of the provider. `ours` is made by Norma, the others are copied from the provider. */
  readonly secrets: Readonly<
    Record<string, { readonly name: Texts; readonly isOurs: boolean; readonly isOptional?: boolean }>
  >
  readonly needsZone: boolean
  /** What to paste where, line by line; `{address}` and `{secret}` stand for what is shown. */
  readonly connect: Readonly<Record<Language, readonly string[]>>
  readonly verify: (part: AdapterPart) => boolean
  /** The answer to a knock that is neither signed nor kept: undefined where it is none. */
  readonly knock?: (asked: Asked) => Answer | undefined
  /** The answer to a request that is verified and says nothing to keep. */
  readonly ping?: (part: AdapterPart) => Answer | undefined
  /** A promise only where what reads it has to be loaded first. */
  readonly read: (part: AdapterPart) => readonly Fact[] | Promise<readonly Fact[]>
  /** What is answered to what was kept; an empty 200 where nothing is said. */
  readonly answer?: Answer
  /** The number of whoever rings, where the provider asks who it is. */
  readonly asks?: (asked: Asked) => string | undefined
  readonly tells?: (known: Known | undefined) => Answer
  /** Behind which tail of the address a program asks for calls that the exchange is to make. */
  readonly ordersAt?: string
  /** By what a mailbox is looked into by the clock, where nothing comes by the door. */
  readonly fetches?: 'imap' | 'graph'
  /** How clients are answered in writing, where they are. */
  readonly writes?: Writes
}

/** Declares an adapter. */
export function adapter(declared: Adapter): Adapter {
  return declared
}

/** A request that says nothing that can be understood: it is kept, and read again when the adapter is mended. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  /** Why, by the key of its sentence. */
  readonly saying: Saying

  constructor(saying: Saying) {
    super(`${saying.say} ${JSON.stringify(saying.with ?? {})}`)
    this.saying = saying
  }
}

/** Says of a request why nothing of it can be understood; the words themselves are loaded by who tells them. */
export function unread<K extends keyof typeof en>(key: K, ...[values]: ValuesOf<(typeof en)[K]>): Unreadable {
  return new Unreadable(sayingOf(key, values))
}

/** What a provider is told: JSON. */
export function json(value: unknown): Answer {
  return { status: 200, type: 'application/json', body: JSON.stringify(value) }
}

/** What a provider is told: a plain text. */
export function plain(body: string): Answer {
  return { status: 200, type: 'text/plain; charset=utf-8', body }
}

/** Whether two secrets are the same, in a time that does not tell how far they are. An empty one is nobody’s. */
export function same(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === '' || other === '') return false
  return timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())
}

/** A hash as hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The keyed hash of bytes or a text as hexadecimal. */
export function keyed(kind: 'sha1' | 'sha256', key: string, signed: Uint8Array | string): string {
  return createHmac(kind, key).update(signed).digest('hex')
}

/** What a header `Authorization: Bearer …` carries. */
export function bearer({ headers }: Asked): string | undefined {
  return /^bearer\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1]
}

/** A value as text: providers send numbers as texts and texts as numbers. Undefined where it says nothing. */
export function said(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text === '' || text.toLowerCase() === 'null' ? undefined : text
}

/** A value as a number; undefined where it is none. */
export function count(value: unknown): number | undefined {
  const text = said(value)
  return text !== undefined && /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : undefined
}

/** What is of a value by its name, its own alone; undefined where it has none. */
export function part(value: unknown, ...names: readonly string[]): unknown {
  let found: unknown = value
  for (const name of names) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Readonly<Record<string, unknown>>)[name]
  }
  return found
}

/** The instant of so many seconds since 1970; undefined where there is none, as with 0. */
export function instantOfSeconds(value: unknown): string | undefined {
  const seconds = count(value)
  return seconds === undefined || seconds <= 0 || seconds > 32_503_680_000
    ? undefined
    : instantOf(Math.round(seconds * 1000))
}

/** The instant of a time written without a zone, `2026-12-01 10:31:05.123`; undefined where it is none. */
export function instantOfLocal(zone: string, value: unknown): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,6})?))?$/.exec(said(value) ?? '')
  const [, date = '', time = '', seconds = '0'] = found ?? []
  if (found === null || Number.isNaN(Date.parse(`${date}T${time}:00Z`))) return undefined
  return later(wallTime(zone, date, time), Number(seconds))
}

/** An instant as clocks of a zone show it: `2026-12-01 10:31:05`. */
export function localTime(zone: string, instant: string): string {
  const date = dateIn(zone, instant)
  const seconds = Math.floor((msOf(instant) - msOf(startOfDay(zone, date))) / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** An instant as another writes it, with a zone or `Z`; undefined where it is none. */
export function instantOfText(value: unknown): string | undefined {
  const text = said(value) ?? ''
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || !/(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined
  const ms = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return Number.isNaN(ms) ? undefined : instantOf(ms)
}

/** An instant so many seconds later. */
export function later(instant: string, seconds: number): string {
  return instantOf(Date.parse(instant) + Math.round(seconds * 1000))
}

/** Without what is undefined, so that a fact says only what is known. */
export function known<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}

/** What a form says, its fields recognised by the words sites use for them. */
export function formFact(pairs: Said, more: Partial<FormFact> = {}): FormFact {
  return formSaid(pairs, more)
}

/** What hangs on a message, by the names of its parts: what it is, what it is called, and where it can be had. */
export function attachmentKinds(message: unknown, kinds: readonly string[]): readonly MessageAttachment[] {
  return kinds.flatMap((kind) => {
    const found = part(message, kind)
    if (found === undefined) return []
    const last: unknown = Array.isArray(found) ? found.at(-1) : found
    const name = said(part(last, 'file_name')) ?? said(part(last, 'filename'))
    const ref = said(part(last, 'file_id')) ?? said(part(last, 'id'))
    return [known<MessageAttachment>({ kind, name, ref })]
  })
}
