import { appendFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { IntegrationStore, KeptArrival } from '#ports/integrations'

/** How often what was put aside is tried again. */
const againMs = 2_000

/** So long wrong secrets are counted here before the table hears of them: whoever guesses waits for no disk, and fills none. */
const countMs = 1_000

/** The store of what comes on this machine: it wakes whoever reads the stream, and has a file for when the table refuses. */
export function keptHere(store: IntegrationStore, dataDir: string, wake: () => void): IntegrationStore {
  return spooling(store, join(dataDir, 'arrivals.spool'), wake)
}

/**
 * A store of what comes that loses nothing when the table refuses: what came is appended to a file and put into the table
 * when it takes it again, after a restart too. Whoever sent it has its 200 as soon as it is in one of the two; `tell` hears
 * of what the table has taken.
 */
export function spooling(store: IntegrationStore, path: string, tell: () => void = () => undefined): IntegrationStore {
  const keep = async (arrival: KeptArrival): Promise<void> => {
    await store.keep(arrival)
    tell()
  }
  const spool = { keep, path, isDue: false }
  const refused = refusedHere(store)
  if (existsSync(path) || existsSync(takenOf(path))) plan(spool)
  return {
    all: () => store.all(),
    find: (id) => store.find(id),
    save: (integration) => store.save(integration),
    health: async (id) => {
      const told = await store.health(id)
      return { ...told, refused: told.refused + refused.waiting(id) }
    },
    days: (id, from) => store.days(id, from),
    lookedInto: (id) => store.lookedInto(id),
    saveLookedInto: (looked) => store.saveLookedInto(looked),
    callOrders: (id) => store.callOrders(id),
    saveCallOrders: (orders) => store.saveCallOrders(orders),
    countRefused: refused.count,
    countRead: (id, read) => store.countRead(id, read),
    keep: async (arrival) => {
      try {
        await keep(arrival)
      } catch {
        // A disk that takes nothing refuses this as well, and the sender is told to come again.
        appendFileSync(path, `${JSON.stringify({ ...arrival, body: Buffer.from(arrival.body).toString('base64') })}\n`)
        plan(spool)
      }
    },
    arrival: (integration, id) => store.arrival(integration, id),
    arrivals: (integration, page) => store.arrivals(integration, page),
    noteRead: (integration, id, state, why) => store.noteRead(integration, id, state, why),
  }
}

/** Wrong secrets of a moment, counted together; those of the last second before a process ends are not counted. */
function refusedHere(store: IntegrationStore): {
  count: IntegrationStore['countRefused']
  waiting: (id: string) => number
} {
  const waiting = new Map<string, number>()
  const tell = async (id: string): Promise<void> => {
    const times = waiting.get(id) ?? 0
    try {
      await store.countRefused(id, times)
      const left = (waiting.get(id) ?? 0) - times
      if (left === 0) waiting.delete(id)
      else waiting.set(id, left)
      if (left > 0) later(id)
    } catch {
      // The table refuses; what was counted is told when it takes it again.
      later(id)
    }
  }
  const later = (id: string) => void setTimeout(() => void tell(id), countMs).unref()
  return {
    waiting: (id) => waiting.get(id) ?? 0,
    count: async (id, times = 1) => {
      if (!waiting.has(id)) later(id)
      waiting.set(id, (waiting.get(id) ?? 0) + times)
    },
  }
}

type Spool = { readonly keep: IntegrationStore['keep']; readonly path: string; isDue: boolean }

function plan(spool: Spool): void {
  if (spool.isDue) return
  spool.isDue = true
  setTimeout(() => void emptied(spool), againMs).unref()
}

function takenOf(path: string): string {
  return `${path}.taken`
}

/** Puts what lies in the file into the table; what is taken meanwhile goes into a new file. */
async function emptied(spool: Spool): Promise<void> {
  spool.isDue = false
  const { path, keep } = spool
  const taken = takenOf(path)
  if (!existsSync(taken) && existsSync(path)) renameSync(path, taken)
  try {
    for (const line of linesIn(taken)) await keep(arrivalIn(line))
    rmSync(taken, { force: true })
  } catch {
    // The table still refuses: everything is there for the next time, and what is written twice is read once.
    plan(spool)
    return
  }
  if (existsSync(path)) plan(spool)
}

function linesIn(path: string): readonly string[] {
  if (!existsSync(path)) return []
  // The last line may have been cut off by a crash: whoever sent it was not told that it was taken.
  return readFileSync(path, 'utf8').split('\n').slice(0, -1)
}

function arrivalIn(line: string): KeptArrival {
  const read = JSON.parse(line) as Omit<KeptArrival, 'body'> & { readonly body: string }
  return { ...read, body: Buffer.from(read.body, 'base64') }
}
