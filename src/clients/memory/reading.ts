import { kept } from '#memory/kept'
import { searchesOfAll } from '#domain/people/searches'
import type { KeptLook, KeptReading, ReadCounts, ReadingDay, ReadingStore } from '#ports/reading'

/** What is kept of a day beside its looks. */
type Head = ReadCounts & Pick<KeptReading, 'allowed' | 'much'>

const nothing: ReadCounts = { reveals: 0, rows: 0, searches: 0 }

/** Who read which clients, in memory. */
export function memoryReading(): ReadingStore {
  const looks = new Map<string, KeptLook>()
  const turned = new Map<string, KeptLook>()
  const heads = new Map<string, Head>()
  const isNew = searchesOfAll()
  const headOf = (on: ReadingDay): Head => heads.get(dayOf(on)) ?? nothing
  const change = (on: ReadingDay, more: Partial<Head>): Head => {
    const next = kept({ ...headOf(on), ...more })
    heads.set(dayOf(on), next)
    return next
  }
  return {
    look: async (asked, isOwn) => {
      if (looks.has(nameOf(asked))) return undefined
      const look = { ...asked, isOwn: await isOwn() }
      looks.set(nameOf(look), kept(look))
      return look
    },
    add: async (on, read) => change(on, sumOf(headOf(on), read)),
    isNewSearch: async (reader, text) => isNew(reader, text),
    keepMuch: async (on, much) => void change(on, { much }),
    allow: async (on, allowed) => void change(on, { allowed }),
    day: async (on) => ({
      looks: [...looks.values()].filter(({ reader, day }) => reader === on.reader && day === on.day),
      ...headOf(on),
    }),
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

function dayOf({ reader, day }: ReadingDay): string {
  return `${reader}#${day}`
}

function nameOf(look: ReadingDay & Pick<KeptLook, 'client'>): string {
  return `${dayOf(look)}#${look.client}`
}

function sumOf(was: ReadCounts, { reveals = 0, rows = 0, searches = 0 }: Partial<ReadCounts>): ReadCounts {
  return { reveals: was.reveals + reveals, rows: was.rows + rows, searches: was.searches + searches }
}
