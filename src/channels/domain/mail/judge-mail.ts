/** What decides what becomes of a mail; names of headers in small letters. */
export type MailHead = {
  readonly headers: ReadonlyMap<string, string>
  readonly from: string
  readonly subject: string
  readonly messageId?: string
  /** A calendar program has answered an invitation in it. */
  readonly isReply?: boolean
}

/**
 * What a mail is: one of ours that came back, one of many alike, a message that something was not delivered, one of a
 * machine, one that says it is from us and is not, one of ours, or one of somebody outside.
 */
export type MailKind = 'loop' | 'list' | 'bounce' | 'automatic' | 'forged' | 'ours' | 'client'

const away =
  /^(?:re:\s*)?(?:автоответ|автоматический ответ|automatic reply|auto(?:matic)?[- ]?response|out of office|нет на месте|вне офиса)/iu

/** What a mail is, for a mailbox at a domain of ours. */
export function judgeMail(
  { headers, from, subject, messageId = '', isReply = false }: MailHead,
  ownDomain: string | undefined,
): MailKind {
  const said = (name: string) => (headers.get(name) ?? '').trim().toLowerCase()
  if (headers.has('x-norma-id') || /^(?:notice_|norma\.)/.test(messageId)) return 'loop'
  if (/multipart\/report/.test(said('content-type')) && said('content-type').includes('delivery-status'))
    return 'bounce'
  if (headers.has('list-id') || /^(?:bulk|list)$/.test(said('precedence'))) return 'list'
  const isOwn = ownDomain !== undefined && isOfDomain(from, ownDomain)
  if (isOwn && /\bdmarc=fail\b/.test(said('authentication-results'))) return 'forged'
  const suppress = said('x-auto-response-suppress')
  const isAutomatic =
    isReply ||
    // That somebody has opened a mail is told by their program.
    /multipart\/report/.test(said('content-type')) ||
    /^(?:mailer-daemon|postmaster)@/i.test(from) ||
    !['', 'no'].includes(said('auto-submitted')) ||
    said('return-path') === '<>' ||
    said('precedence') === 'auto_reply' ||
    headers.has('x-autoreply') ||
    // Some programs write it into every mail of people, with the word None.
    !['', 'none'].includes(suppress) ||
    away.test(subject.trim())
  if (isAutomatic) return 'automatic'
  return isOwn ? 'ours' : 'client'
}

/** Whether an address is of a domain, or of the one above it: of `norma.example` where the mailbox is at `in.norma.example`. */
export function isOfDomain(address: string, domain: string): boolean {
  const own = (address.split('@')[1] ?? '').toLowerCase()
  return own !== '' && (own === domain || domain.endsWith(`.${own}`) || own.endsWith(`.${domain}`))
}

/** Which mail of ours was not delivered, and why; undefined where a report says neither. */
export function bouncedIn(text: string): { readonly messageId: string; readonly why: string } | undefined {
  if (!/^Action:\s*failed/im.test(text)) return undefined
  const ids = [...text.matchAll(/^Message-ID:\s*<([^<>\s]+)>/gim)].map((found) => found[1] ?? '')
  const messageId = ids.at(-1)
  if (messageId === undefined || ids.length < 2) return undefined
  const why = /^Diagnostic-Code:\s*(?:smtp;\s*)?(.+)$/im.exec(text)?.[1] ?? /^Status:\s*(.+)$/im.exec(text)?.[1] ?? ''
  return { messageId, why: why.trim().slice(0, 300) }
}
