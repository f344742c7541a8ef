import { listedClient, listedName } from '#clients/domain/listed-name'
import { keysOf, keyText } from '#clients/domain/ways'
import { kept } from '#memory/kept'
import type { ClientStore } from '#ports/client-store'
import type { KeptErasure } from '#schemas/clients/kept-erasure'
import type { ClientChange, ClientDealRow, KeptLink, Revealing, WholeClient } from '#schemas/kept-client'
import type { SubjectEvent } from '#schemas/subject-event'

/** Cards in memory and what leads to them. */
export type Kept = {
  readonly cards: Map<string, WholeClient>
  readonly heads: Map<string, { rev: number; readonly clients: Set<string> }>
  readonly events: Map<string, SubjectEvent[]>
  readonly deals: Map<string, Map<string, ClientDealRow>>
  readonly links: Map<string, Map<string, KeptLink>>
  readonly before: Map<string, readonly WholeClient[]>
  readonly revealings: Revealing[]
  readonly erasures: Map<string, KeptErasure>
  readonly restricted: Map<string, { readonly client: string; readonly until: string }>
}

/** No card yet. */
export function noCards(): Kept {
  return {
    cards: new Map(),
    heads: new Map(),
    events: new Map(),
    deals: new Map(),
    links: new Map(),
    before: new Map(),
    revealings: [],
    erasures: new Map(),
    restricted: new Map(),
  }
}

/** Clients in memory, by the rules of the table: the same versions and conditions; `heard` is told what happened to one. */
export function memoryClients(
  all: Kept = noCards(),
  heard: (event: SubjectEvent) => void = () => undefined,
): ClientStore {
  return {
    find: async (id) => all.cards.get(id),
    findMany: async (ids) => [...new Set(ids)].flatMap((id) => all.cards.get(id) ?? []),
    holders: async (keys) =>
      keys.map((key) => {
        const head = all.heads.get(keyText(key))
        return { key, rev: head?.rev ?? 0, clients: [...(head?.clients ?? [])].toSorted() }
      }),
    save: async (change) => {
      const isSaved = save(all, change)
      if (isSaved) heard(change.event)
      return isSaved
    },
    listOf: async ({ owner, limit, after }) =>
      [...all.cards.values()]
        .filter(({ client }) => client.owner === owner && client.into === undefined)
        .map(({ client }) => `${listedName(client.name)}#${client.id}`)
        .toSorted()
        .filter((place) => after === undefined || place > after)
        .slice(0, limit)
        .map((place) => ({ id: listedClient(place), place })),
    events: async (id, { limit }) => ({ items: (all.events.get(id) ?? []).toReversed().slice(0, limit) }),
    ...besideCards(all),
  }
}

function besideCards(all: Kept): Omit<ClientStore, 'find' | 'findMany' | 'holders' | 'save' | 'listOf' | 'events'> {
  return {
    dealsOf: async (id) => [...of(all.deals, id).values()],
    keepDeal: async (id, row) => put(all.deals, id, [row.deal, row]),
    dropDeal: async (id, deal) => void of(all.deals, id).delete(deal),
    linksOf: async (id) => [...of(all.links, id).values()],
    link: async (company, person, said) => {
      put(all.links, company, [person, { ...said, id: person }])
      put(all.links, person, [company, { ...said, id: company }])
    },
    unlink: async (company, person) => {
      of(all.links, company).delete(person)
      of(all.links, person).delete(company)
    },
    before: async (id) => all.before.get(id) ?? [],
    forgetBefore: async (id) => void all.before.delete(id),
    erasure: async (id) => all.erasures.get(id),
    keepErasure: async (erasure) => {
      if ((all.erasures.get(erasure.client)?.rev ?? 0) !== erasure.rev - 1) return false
      all.erasures.set(erasure.client, kept(erasure))
      return true
    },
    dropErasure: async ({ client, rev }) => all.erasures.get(client)?.rev === rev && all.erasures.delete(client),
    restrict: async (one) => void all.restricted.set(`${one.until}#${one.client}`, one),
    restrictedBefore: async (day, limit) =>
      [...all.restricted]
        .filter(([key]) => key < day)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([, one]) => one),
    unrestrict: async ({ client, until }) => void all.restricted.delete(`${until}#${client}`),
    keepRevealing: async (revealing) => void all.revealings.push(kept(revealing)),
    revealings: async (client) => all.revealings.filter((one) => one.client === client).toReversed(),
  }
}

function of<T>(map: ReadonlyMap<string, Map<string, T>>, id: string): Map<string, T> {
  return map.get(id) ?? new Map<string, T>()
}

function put<T>(map: Map<string, Map<string, T>>, id: string, [key, one]: readonly [string, T]): void {
  map.set(id, new Map([...of(map, id), [key, kept(one)]]))
}

function save(all: Kept, { was, next, event, seen = [] }: ClientChange): boolean {
  const { id } = next.client
  if (all.cards.get(id)?.client.version !== was?.client.version) return false
  const before = new Set((was === undefined ? [] : keysOf(was)).map(keyText))
  const after = new Set(keysOf(next).map(keyText))
  const isTouched = (key: string): boolean => before.has(key) !== after.has(key)
  const isStale = seen.some(
    ({ key, rev }) => isTouched(keyText(key)) && (all.heads.get(keyText(key))?.rev ?? 0) !== rev,
  )
  if (isStale) return false
  for (const key of [...after].filter(isTouched)) holdIn(all, key, (clients) => clients.add(id))
  for (const key of [...before].filter(isTouched)) holdIn(all, key, (clients) => clients.delete(id))
  write(all, { was, next, event })
  return true
}

/** Writes cards without what they are found by, all or none; false where somebody else has written one. */
export function saveCards(all: Kept, changes: readonly ClientChange[]): boolean {
  const isStale = changes.some(({ was, next }) => all.cards.get(next.client.id)?.client.version !== was?.client.version)
  if (isStale) return false
  for (const change of changes) write(all, change)
  return true
}

function write(all: Kept, { was, next, event }: ClientChange): void {
  const { id } = next.client
  if (was !== undefined) all.before.set(id, [...(all.before.get(id) ?? []), kept(was)])
  all.cards.set(id, kept(next))
  all.events.set(id, [...(all.events.get(id) ?? []), kept(event)])
}

/** Changes who holds a way to find. */
export function holdIn(all: Kept, key: string, change: (clients: Set<string>) => unknown): void {
  const head = all.heads.get(key) ?? { rev: 0, clients: new Set<string>() }
  change(head.clients)
  all.heads.set(key, { ...head, rev: head.rev + 1 })
}
