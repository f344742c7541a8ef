import type { Ports } from '#ports/ports'

/** So many of the newest stay unread: as much as somebody finds who was here yesterday. */
const leftUnread = 5
const mostAtOnce = 1_000

/**
 * Marks what everybody was told of months that are over as read: all of it was told in one moment, when the clock of today first
 * looked at them.
 */
export async function readOldNotices({
  people,
  notices,
  clock,
}: Pick<Ports, 'people' | 'notices' | 'clock'>): Promise<void> {
  const { employees } = await people.load()
  for (const employee of Object.keys(employees)) {
    // oxlint-disable-next-line no-await-in-loop -- thirty people, one after the other
    const unread = await notices.unread(employee, mostAtOnce)
    const old = unread.slice(0, -leftUnread)
    // oxlint-disable-next-line no-await-in-loop -- those of one person at once
    await Promise.all(old.map((id) => notices.markRead(employee, id, clock.now())))
  }
}
