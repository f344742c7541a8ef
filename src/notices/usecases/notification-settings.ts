import { noticeRefusal } from '#notices/words/notice-refusal'
import type { Caller } from '#domain/kernel/access'
import { defaultSettings } from '#domain/people/quiet'
import { rulesLanguage } from '#domain/rules/rules-language'
import type { Page } from '#ports/page'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { Delivery, NotificationSettings } from '#schemas/notice'
import { ownInbox } from './read-inbox'

type Needs = Pick<Ports, 'notices'>

/** How the caller is told; in the company's language where they have not said. */
export async function readNotificationSettings(
  { notices, rules }: Needs & Pick<Ports, 'rules'>,
  caller: Caller,
): Promise<NotificationSettings> {
  const [settings, { model }] = await Promise.all([notices.settings(ownInbox(caller)), rules.current()])
  return settings ?? { ...defaultSettings, language: rulesLanguage(model) }
}

/** Says how the caller wants to be told from now on. Refuses an address that nothing could ever be sent to. With `over`, only over that. */
export async function saveNotificationSettings(
  { notices }: Needs,
  { caller, people }: { readonly caller: Caller; readonly people: People },
  settings: NotificationSettings,
  over?: NotificationSettings,
): Promise<NotificationSettings> {
  const employee = ownInbox(caller)
  if (settings.email && people.employees[employee]?.email === undefined) {
    throw noticeRefusal('field_value.no_email')
  }
  if (settings.webhook !== null) refuseAddress(settings.webhook)
  if (!(await notices.saveSettings(employee, settings, over))) throw noticeRefusal('precondition_failed.notifications')
  return settings
}

/** What is on its way to the caller and what became of it, the newest first. */
export async function readDeliveries(
  { notices }: Needs,
  caller: Caller,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page<Delivery> & { items: Delivery[] }> {
  const found = await notices.deliveries(ownInbox(caller), page)
  return { ...found, items: [...found.items] }
}

/** Only the form: where a name leads is looked up when something is sent, because it may lead elsewhere by then. */
function refuseAddress(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isFit = url !== undefined && url.username === '' && url.password === ''
  if (isFit && (url.protocol === 'https:' || url.hostname === '127.0.0.1')) return
  throw noticeRefusal('field_value.post_address', { address })
}
