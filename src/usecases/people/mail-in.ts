import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

import { writtenMailIn, type MailIn, type MailInUse } from '#domain/people/mail-in'
import type { KeptIntegration } from '#ports/integrations'

/** The mailbox that employees write to Norma by, of all that is connected: the first that is read whole. */
function mailboxForEmployees(all: readonly KeptIntegration[]): KeptIntegration | undefined {
  return all
    .filter(({ adapter, paused, settings }) => mailboxes.has(adapter) && !paused && settings.knownOnly !== true)
    .filter(({ settings, secrets }) => settings.mailbox !== undefined && keyOf(secrets[0]) !== '')
    .toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1))[0]
}

const mailboxes: ReadonlySet<string> = new Set(['mail', 'imap', 'graph'])

/** The address for one employee; whoever else writes there has not proven anything. */
function mailInAddress({ settings, secrets }: KeptIntegration, employee: string, use: MailInUse): string {
  return writtenMailIn(settings.mailbox ?? '', use, markOf(keyOf(secrets[0]), employee, use))
}

/** The same where there is such a mailbox, and whoever asks works here. */
export function mailInFor(
  all: readonly KeptIntegration[],
  employee: string | null,
  use: MailInUse,
): { readonly mailIn?: string } {
  const mailbox = employee === null ? undefined : mailboxForEmployees(all)
  return mailbox === undefined || employee === null ? {} : { mailIn: mailInAddress(mailbox, employee, use) }
}

/** Whether an address was made for an employee, by a secret of the mailbox that is still good. */
export function isMailInOf({ secrets }: KeptIntegration, employee: string, to: MailIn, now: string): boolean {
  const good = secrets.filter((one) => keyOf(one) !== '' && (one.until === undefined || one.until > now))
  return good.some((one) => same(to.mark.toLowerCase(), markOf(keyOf(one), employee, to)))
}

function keyOf(secrets: KeptIntegration['secrets'][number] | undefined): string {
  return secrets?.values['key'] ?? ''
}

/** Programs of mail may write an address in small letters: the mark is that of the small ones. */
function markOf(key: string, employee: string, use: MailInUse): string {
  const about = use.use === 'client' ? '' : use.deal.toLowerCase()
  return createHmac('sha256', key).update(`${use.use}#${about}#${employee}`).digest('hex').slice(0, 12)
}

function same(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}
