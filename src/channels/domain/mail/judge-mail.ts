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
  /^(?:(?:re|aw|sv):\s*)?(?:автоответ|автоматическ(?:ий|и) ответ|автоматична відповідь|автовідповідь|автоматты жауап|automatic reply|auto(?:matic)?[- ]?(?:response|reply)|out of (?:the )?office|нет на месте|вне офиса|в отпуске|automatische (?:antwort|abwesenheit)|abwesenheits|réponse automatique|absence du bureau|respuesta automática|fuera de la oficina|risposta automatica|fuori (?:sede|ufficio)|resposta automática|odpowiedź automatyczna|automatisch antwoord|otomatik (?:yanıt|cevap)|自动回复|自動返信)/iu

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
    /^(?:auto_reply|junk)$/.test(said('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-mail-autoreply', 'x-autoreply-from'].some((name) =>
      headers.has(name),
    ) ||
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

/**
 * The same of servers that say it in plain words (qmail, older Exim): the mail of ours is known by its id, which they quote.
 * What is only late is tried again by them, and says nothing.
 */
export function undeliveredIn(text: string): { readonly messageId: string; readonly why: string } | undefined {
  const messageId = [...text.matchAll(/<(norma-[\w-]{1,80}@[^<>\s]{1,200})>/g)].at(-1)?.[1]
  if (messageId === undefined) return undefined
  const lines = text.split(/\r?\n/)
  const isLate = /\b(?:delayed|will (?:keep|continue)|still being retried|warning only|задержан)/i.test(text)
  const why = lines.find((line) => /(?:^|[^\d.])5\d\d[ -]|\b5\.\d\.\d/.test(line))
  const isLost =
    why !== undefined || /undeliver|could not be delivered|permanent|не (?:удалось доставить|доставлено)/i.test(text)
  return isLate || !isLost ? undefined : { messageId, why: (why ?? '').trim().slice(0, 300) }
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
