import { own } from '#domain/kernel/own'
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

/** Clients whom other lengths of keeping erase soon, and the rules in force would keep. */
export function erasedSoon({ facts: { erased } }: Alive): readonly ReleaseChange[] {
  const { cards = 0, looked = 0, isMore = false, firstOn = '' } = erased ?? {}
  if (cards === 0) return []
  return [
    {
      code: 'keep-erases',
      key: 'clients.personal_data.keep',
      names: { cards: String(cards), on: firstOn, ...(isMore ? { looked: String(looked) } : {}) },
      ...touchedBy([], []),
    },
  ]
}

/** Consents that say something else under the version by which clients have agreed to other words. */
export function rewordedConsents(before: Model, after: Model): readonly ReleaseChange[] {
  return Object.values(after.consents ?? {}).flatMap(
    ({ id, name, text, version, origin }): readonly ReleaseChange[] => {
      const was = own(before.consents ?? {}, id)
      if (was === undefined || was.version !== version || was.text.trim() === text.trim()) return []
      return [
        {
          code: 'consent-text-changed',
          key: `consents.${id}.text`,
          line: origin.line,
          names: { consent: id, name, version },
          ...touchedBy([], []),
        },
      ]
    },
  )
}
