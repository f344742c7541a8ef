import { markEach, mostMarkedAtOnce } from '#notices/usecases/mark-read'
import type { Ports } from '#ports/ports'

/** So many of the newest stay unread: as much as somebody finds who was here yesterday. */
const leftUnread = 5

/**
 * Marks what everybody was told of months that are over as read: all of it was told in one moment, when the clock of today first
 * looked at them.
 */
export async function readOldNotices(ports: Pick<Ports, 'people' | 'notices' | 'clock'>): Promise<void> {
  const { employees } = await ports.people.load()
  // oxlint-disable-next-line no-await-in-loop -- thirty people, one after the other
  for (const employee of Object.keys(employees)) await readOldOf(ports, employee)
}

async function readOldOf(ports: Pick<Ports, 'notices' | 'clock'>, employee: string): Promise<void> {
  const unread = await ports.notices.unread(employee, mostMarkedAtOnce)
  await markEach(ports, employee, unread.slice(0, -leftUnread))
  if (unread.length === mostMarkedAtOnce) await readOldOf(ports, employee)
}
