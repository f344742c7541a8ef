import { membersOf } from '#domain/people/responsible'
import { dateIn } from '#domain/time/zone'
import type { Model } from '#schemas/model'
import type { ReleaseChange, Renaming } from '#schemas/release'
import { touchedBy, type Alive } from './live-facts'

/** Roles that are to hear when somebody reads too much of other people’s clients, and that nobody is in. */
export function silentAlarms(
  { clients, calendar, roles }: Model,
  renamed: Renaming['roles'],
  { facts: { at, org } }: Alive,
): readonly ReleaseChange[] {
  const on = dateIn(calendar.timezone, at)
  const before = (role: string): string => Object.keys(renamed).find((id) => renamed[id] === role) ?? role
  return (clients?.reading?.alarm ?? [])
    .filter((role) => Object.hasOwn(roles, role) && membersOf(before(role), on, org).length === 0)
    .map((role) => ({
      code: 'alarm-role-empty',
      key: 'clients.reading.alarm',
      names: { role, name: roles[role]?.name ?? role },
      ...touchedBy([], []),
    }))
}
