import { calendarOf, defaultSettings, deliverableAt } from '#domain/people/quiet'
import type { KeptDelivery } from '#ports/notices'
import type { Ports } from '#ports/ports'
import type { ChannelName, Notice, NotificationSettings } from '#schemas/notice'
import type { Employee } from '#schemas/people'

/** What telling somebody needs. */
export type TellPorts = Pick<Ports, 'clock' | 'people' | 'rules' | 'notices'>

/** How a notice is told beside what it says. */
export type Manner = {
  /** Reaches them at once, at night too. */
  readonly urgent?: boolean
  /** Told once for this, whatever the id of the notice says. */
  readonly once?: string
  /** In the inbox alone. */
  readonly inboxOnly?: boolean
}

/**
 * Puts a notice into somebody's inbox and on its way on every channel they chose, all or nothing. False when they have
 * been told before, or have left.
 */
export async function tell(
  ports: TellPorts,
  employeeId: string,
  notice: Notice,
  manner: Manner = {},
): Promise<boolean> {
  const { employees } = await ports.people.load()
  const employee = Object.hasOwn(employees, employeeId) ? employees[employeeId] : undefined
  if (employee?.active !== true) return false
  const settings = (await ports.notices.settings(employeeId)) ?? defaultSettings
  const { urgent = false, once, inboxOnly = false } = manner
  return ports.notices.tell({
    employee: employeeId,
    notice,
    deliveries: inboxOnly ? [] : await deliveriesOf(ports, employee, settings, { notice, urgent }),
    ...(once === undefined ? {} : { once }),
  })
}

/** Where somebody is reached on a channel; undefined where they do not want to be, or cannot. */
export function addressOn(
  channel: ChannelName,
  { email }: Pick<Employee, 'email'>,
  settings: NotificationSettings,
): string | undefined {
  switch (channel) {
    case 'email':
      return settings.email ? email : undefined
    case 'telegram':
      return settings.telegram ?? undefined
    case 'webhook':
      return settings.webhook ?? undefined
  }
}

async function deliveriesOf(
  { clock, rules }: TellPorts,
  employee: Employee,
  settings: NotificationSettings,
  { notice, urgent }: { readonly notice: Notice; readonly urgent: boolean },
): Promise<readonly KeptDelivery[]> {
  if (settings.inboxOnly?.includes(notice.kind) === true) return []
  const channels = (['email', 'telegram', 'webhook'] as const).filter(
    (channel) => addressOn(channel, employee, settings) !== undefined,
  )
  if (channels.length === 0) return []
  const { model } = await rules.current()
  const now = clock.now()
  const nextAt = deliverableAt(employee, calendarOf(employee, model), settings, { at: now, urgent })
  return channels.map((channel) => ({
    id: `${notice.id}#${channel}`,
    channel,
    state: 'waiting',
    createdAt: now,
    nextAt,
    attempts: 0,
    employee: employee.id,
    notice,
    urgent,
    rev: 1,
  }))
}
