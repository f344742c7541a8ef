import type { Email } from 'postal-mime'

import { known, sha256, unread, type Unreadable } from '#channels/adapter'
import { foldQuotes } from '#channels/domain/mail/fold-quotes'
import { bouncedIn, isOfDomain, judgeMail, undeliveredIn, type MailKind } from '#channels/domain/mail/judge-mail'
import { knownForward } from '#channels/domain/mail/forward-head'
import { htmlText } from '#channels/domain/mail/html-text'
import { writtenDate } from '#channels/domain/mail/written-date'
import { unpacked } from '#channels/domain/mail/tnef'
import { talkAt } from '#channels/domain/mail/reply-address'
import { mailBytes } from '#channels/domain/mail/mail-bytes'
import { channelsSaying, channelsSentence } from '#channels/words/channels-refusal'
import type { AddressedMail } from '#channels/domain/facts'
import type { MessageAttachment, MessageFact } from '#channels/domain/messages'
import { mailText } from '#domain/kernel/mail'
import { mailInOf, type MailIn } from '#domain/people/mail-in'
import { instantOf } from '#domain/time/zone'
import { isSealed, opened } from './mailboxes/sealed-mail'

const mostText = 20_000

/**
 * What a mail says, as it came to a mailbox of ours: whose it is, what was written and what only quoted. A mail of many alike
 * or of our own says nothing; one that says it is from us and is not is put aside with the reason.
 */
export async function mailFacts(
  bytes: Uint8Array,
  mailbox: string | undefined,
  key = '',
  zone = 'UTC',
): Promise<readonly (MessageFact | AddressedMail)[]> {
  const { default: PostalMime } = await import('postal-mime')
  const mail = await opened(await PostalMime.parse(mailBytes(bytes)))
  const facts = await factsOf(mail, { bytes, mailbox, key, zone })
  const [to] = addressesOf(mail).flatMap((address) => mailInOf(address) ?? [])
  // What a machine or a list has sent is nobody's word, wherever it was sent to.
  const kind = kindOf(mail, mailbox)
  if (to === undefined || (kind !== 'ours' && kind !== 'client')) return facts
  return [await addressed(mail, to, { facts, mailbox, zone })]
}

/** What is told of a mail of which nothing can be read: it is sealed, and the seal hangs on it. */
function sealedOf(mail: Email): Pick<MessageFact, 'why' | 'said'> {
  if (!mail.attachments.some(isSealed) || textOf(mail).trim() !== '') return {}
  const saying = channelsSaying('mail_sealed')
  return { why: channelsSentence(saying), said: [saying] }
}

type Reading = { readonly mailbox: string | undefined; readonly zone: string }

/** The same mail as one of an employee, to whom the address was given that it was sent to. */
async function addressed(
  mail: Email,
  to: MailIn,
  { facts, mailbox, zone }: Reading & { readonly facts: readonly MessageFact[] },
): Promise<AddressedMail> {
  const from = mailText(mail.from?.address ?? '') ?? ''
  // Of somebody whose own address is elsewhere, the check of the sender is all there is.
  if (/\bdmarc=fail\b/i.test(headersOf(mail).get('authentication-results') ?? '')) throw forged(from)
  const domain = domainOf(mailbox) ?? ''
  const own = written(mail, from)
  return {
    kind: 'addressed',
    to,
    id: own.message,
    from,
    text: own.text ?? '',
    theirs: to.use === 'comment' ? [] : await ours(mail, { from, domain, zone }),
    otherwise: facts,
  }
}

async function factsOf(
  mail: Email,
  { bytes, mailbox, key, zone }: Reading & { readonly bytes: Uint8Array; readonly key: string },
): Promise<readonly MessageFact[]> {
  const from = mailText(mail.from?.address ?? '')
  if (from === undefined) throw unread('unread_sender')
  const kind = kindOf(mail, mailbox)
  switch (kind) {
    case 'loop':
    case 'list':
      return []
    case 'forged':
      throw forged(from)
    case 'bounce':
      return bounced(new TextDecoder('utf-8').decode(bytes))
    case 'ours':
      return ours(mail, { from, domain: domainOf(mailbox) ?? '', zone })
    case 'automatic':
    case 'client': {
      const lost = isOfServer(mail, from) ? undeliveredIn(`${textOf(mail)}\n${latinOf(bytes)}`) : undefined
      if (lost !== undefined) return failedOf(lost)
      return [
        {
          ...written(mail, from),
          ...sealedOf(mail),
          ...talkOf(mail, key),
          direction: 'in',
          ...(kind === 'automatic' ? { isAutomatic: true } : {}),
        },
      ]
    }
  }
}

function kindOf(mail: Email, mailbox: string | undefined): MailKind {
  const messageId = bare(mail.messageId)
  const isReply = mail.attachments.some(isCalendarReply)
  const head = {
    headers: headersOf(mail),
    isReply,
    from: mailText(mail.from?.address ?? '') ?? '',
    subject: mail.subject ?? '',
  }
  return judgeMail(messageId === undefined ? head : { ...head, messageId }, domainOf(mailbox))
}

/** Who takes an invitation, or does not, has pressed a button: that is no word that wants an answer. */
function isCalendarReply({ mimeType, content }: Email['attachments'][number]): boolean {
  if (!/^text\/calendar$/i.test(mimeType)) return false
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
  return /^METHOD:REPLY\s*$/im.test(text)
}

function domainOf(mailbox: string | undefined): string | undefined {
  return mailbox?.split('@')[1]?.toLowerCase()
}

function forged(from: string): Unreadable {
  return unread('unread_forged', { from })
}

/** Headers by their names; where one stands several times all of it is said, for whoever forges one adds it below the true one. */
function headersOf({ headers }: Email): ReadonlyMap<string, string> {
  const all = new Map<string, string>()
  for (const { key, value } of headers) {
    const name = key.toLowerCase()
    const before = all.get(name)
    all.set(name, before === undefined ? value : `${before}\n${value}`)
  }
  return all
}

/** The talk whose own address it was written to. */
function talkOf(mail: Email, key: string): Pick<MessageFact, 'inTalk'> {
  const talk = addressesOf(mail).flatMap((address) => talkAt(address.toLowerCase(), key) ?? [])[0]
  return talk === undefined ? {} : { inTalk: talk }
}

/** To whom it went, as it says, and as the receiving server has noted: a blind copy is told of there alone. */
function addressesOf(mail: Email): readonly string[] {
  const { to = [], cc = [], bcc = [] } = mail
  const headers = headersOf(mail)
  const noted = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) =>
    (headers.get(name) ?? '').split('\n'),
  )
  return [...[...to, ...cc, ...bcc].map(({ address = '' }) => address), ...noted]
}

/** A mail of ours to somebody outside, of which a copy came here: what an employee wrote from their own mailbox. */
async function ours(
  mail: Email,
  { from, domain, zone }: Readonly<Record<'from' | 'domain' | 'zone', string>>,
): Promise<readonly MessageFact[]> {
  const all = [...(mail.to ?? []), ...(mail.cc ?? [])].map(({ address = '' }) => mailText(address))
  const to = all.find((address) => address !== undefined && !isOfDomain(address, domain))
  if (to === undefined) return forwarded(mail, { from, domain, zone })
  return [{ ...written(mail, to), direction: 'out', by: from, state: 'sent' }]
}

/**
 * A mail of a client that an employee has forwarded to us: it is the client’s, of when they wrote it; what the employee adds
 * is folded. A mail among ourselves says nothing.
 */
async function forwarded(
  mail: Email,
  { from, domain, zone }: Readonly<Record<'from' | 'domain' | 'zone', string>>,
): Promise<readonly MessageFact[]> {
  const { default: ForwardParser } = await import('email-forward-parser')
  const { text, isForward } = knownForward(textOf(mail))
  // What is forwarded under another subject is forwarded all the same.
  const subject = isForward ? `Fwd: ${mail.subject ?? ''}` : mail.subject
  const { forwarded: is, email, message } = new ForwardParser().read(text, subject)
  const contact = mailText(email.from.address ?? '')
  if (!is || contact === undefined || isOfDomain(contact, domain)) return []
  const note = message?.trim() ?? ''
  const own = {
    name: email.from.name?.slice(0, 200),
    subject:
      email.subject === '-'
        ? mail.subject?.replace(/^(?:fwd?|пересл?):\s*/i, '').slice(0, 300)
        : email.subject?.slice(0, 300),
    text: (email.body ?? '').trim().slice(0, mostText),
    quoted: note === '' ? undefined : `${from}: ${note}`.slice(0, mostText),
    at: writtenDate(email.date ?? '', zone),
  }
  return [{ ...written(mail, contact), ...known<Partial<MessageFact>>(own), direction: 'in' }]
}

function written(mail: Email, contact: string): MessageFact {
  const { visible, quoted } = foldQuotes(textOf(mail).slice(0, mostText))
  const attachments = attachmentsOf(mail)
  const references = [mail.inReplyTo, mail.references].flatMap((ids) => [...(ids ?? '').matchAll(/<([^<>\s]+)>/g)])
  const at = Date.parse(mail.date ?? '')
  const name = mail.from?.name?.trim()
  return known<MessageFact>({
    kind: 'message',
    // The same mail in two mailboxes is one; what has no id of its own is known by what it says.
    message:
      bare(mail.messageId) ?? sha256(JSON.stringify([contact, mail.date, mail.subject, visible.slice(0, 2_000)])),
    contact,
    to: contact,
    name: name === undefined || name === '' ? undefined : name.slice(0, 200),
    subject: mail.subject?.slice(0, 300),
    text: visible,
    quoted,
    attachments: attachments.length === 0 ? undefined : attachments,
    answersTo: references.length === 0 ? undefined : references.map(([, id = '']) => id).slice(0, 20),
    at: Number.isNaN(at) ? undefined : instantOf(at),
  })
}

/** What a mail says: its plain text, else what its HTML says; some programs send an empty text beside it. */
function textOf({ text = '', html = '' }: Email): string {
  return text.trim() === '' ? htmlText(html) : text
}

/** So many are kept of one mail. */
const mostAttachments = 30

/** What hangs on a mail; what Outlook has packed is unpacked, and pictures that only stand in its text are left out. */
function attachmentsOf({ attachments }: Email): readonly MessageAttachment[] {
  const own = attachments.filter(
    ({ related, disposition, mimeType }) =>
      (related !== true || disposition === 'attachment') && !/^application\/(?:x-)?pkcs7-signature$/i.test(mimeType),
  )
  return own.slice(0, mostAttachments).flatMap(({ filename, mimeType, content }): readonly MessageAttachment[] => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
    const packed = /ms-tnef|winmail/i.test(`${mimeType} ${filename ?? ''}`) ? unpacked(bytes) : []
    if (packed.length > 0)
      return packed.map((one) => known<MessageAttachment>({ kind: unknownType, ...one, name: one.name?.slice(0, 200) }))
    return [known<MessageAttachment>({ kind: mimeType, name: filename?.slice(0, 200), bytes })]
  })
}

const unknownType = 'application/octet-stream'

function bounced(text: string): readonly MessageFact[] {
  const found = bouncedIn(text)
  return found === undefined ? [] : failedOf(found)
}

function failedOf({ messageId, why }: NonNullable<ReturnType<typeof bouncedIn>>): readonly MessageFact[] {
  return [{ kind: 'message', message: messageId, state: 'failed', why }]
}

/** Whether a mail is from a server that says what became of one of ours. */
function isOfServer(mail: Email, from: string): boolean {
  const headers = headersOf(mail)
  const isNobodys = headers.get('return-path')?.trim() === '<>'
  return isNobodys || /^(?:mailer-daemon|postmaster)@/i.test(from) || headers.has('x-failed-recipients')
}

function latinOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

/** An id with and without its brackets is the same. */
function bare(id: string | undefined): string | undefined {
  const text = id?.trim().replace(/^<|>$/g, '')
  return text === undefined || text === '' ? undefined : text
}
