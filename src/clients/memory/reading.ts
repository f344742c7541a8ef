import { kept } from '#memory/kept'
import type { KeptAllowance, KeptLook, ReadingDay, ReadingStore } from '#ports/reading'

/** Who read which clients, in memory. */
export function memoryReading(): ReadingStore {
  const looks = new Map<string, KeptLook>()
  const turned = new Map<string, KeptLook>()
  const reveals = new Map<string, number>()
  const allowed = new Map<string, KeptAllowance>()
  const dayOf = ({ reader, day }: ReadingDay): string => `${reader}#${day}`
  const nameOf = (look: ReadingDay & Pick<KeptLook, 'client'>): string => `${dayOf(look)}#${look.client}`
  return {
    look: async (look) => {
      if (looks.has(nameOf(look))) return false
      looks.set(nameOf(look), kept(look))
      return true
    },
    revealed: async (on) => void reveals.set(dayOf(on), (reveals.get(dayOf(on)) ?? 0) + 1),
    allow: async (on, allowance) => void allowed.set(dayOf(on), kept(allowance)),
    day: async (on) => {
      const allowance = allowed.get(dayOf(on))
      return {
        looks: [...looks.values()].filter(({ reader, day }) => reader === on.reader && day === on.day),
        reveals: reveals.get(dayOf(on)) ?? 0,
        ...(allowance === undefined ? {} : { allowed: allowance }),
      }
    },
    looksAt: async (client, days) => days.flatMap((one) => looks.get(nameOf({ ...one, client })) ?? []),
    turn: async (all) => {
      for (const look of all) turned.set(nameOf(look), kept(look))
    },
    turned: async (client) =>
      [...turned.values()]
        .filter((look) => look.client === client)
        .toSorted((one, other) => (one.day < other.day ? 1 : -1)),
  }
}
