import { clientRefusal } from '#clients/words/client-refusal'
import type { Caller } from '#domain/kernel/access'
import { addDays } from '#domain/time/days'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { AskErasure, Erasure, PersonalPackage } from '#schemas/clients/erasure'
import type { KeptErasure } from '#schemas/clients/kept-erasure'

import { eraseEverywhere, foundAt } from './erase-everywhere'
import { clientAt, readableClient, reachesClient } from './readable-client'
import { dayOf } from './reading/count-reading'
import { looksAtClient } from './reading/read-reading'

type Asker = { readonly caller: Caller; readonly people: People }

/** Books and contracts are kept so long after a deal was won. */
const keepContractYears = 5
/** Copies of the store are kept so long. */
const backupDays = 35

/** Asks for a client to be erased, for whoever may change the card. Nothing is erased before somebody else confirms it. */
export async function askErasure(
  ports: Pick<Ports, 'clients' | 'deals' | 'clock'>,
  asker: Asker,
  { id, reason }: AskErasure & { readonly id: string },
): Promise<Erasure> {
  const { client } = await readableClient(ports, asker, id)
  const { employee } = asker.caller
  if (employee === null || !reachesClient(asker, 'clients_edit', client.owner)) {
    throw clientRefusal('forbidden.client_edit', { name: client.name })
  }
  const was = await ports.clients.erasure(client.id)
  if (was !== undefined) throw clientRefusal(was.state === 'done' ? 'erasure_state.done' : 'erasure_state.asked')
  const at = ports.clock.now()
  const erasure: KeptErasure = {
    client: client.id,
    state: 'asked',
    reason,
    askedBy: employee,
    askedAt: at,
    places: [],
    rev: 1,
  }
  if (!(await ports.clients.keepErasure(erasure))) throw clientRefusal('erasure_state.asked')
  return shown(erasure)
}

/**
 * Confirms an erasure and does it, for whoever may change people and has not asked for it: everything that rooms keep of the
 * client, and the name in its deals. Killed at any moment and confirmed again, it ends the same. Refuses while what a
 * contract leaves behind has to be kept.
 */
export async function confirmErasure(ports: Ports, { caller }: Asker, id: string): Promise<Erasure> {
  if (caller.reach.people_edit !== 'all' || caller.employee === null) throw clientRefusal('forbidden.erasure')
  const found = await clientAt(ports, id)
  const kept = found === undefined ? undefined : await ports.clients.erasure(found.client.id)
  if (found === undefined || kept === undefined) throw clientRefusal('erasure_unknown', { id })
  if (kept.state === 'done') return shown(kept)
  if (kept.askedBy === caller.employee) throw clientRefusal('forbidden.erasure_second')
  await refuseKept(ports, found.client.id)
  const begun = await begunErasure(ports, kept)
  const places = await eraseEverywhere(ports, begun)
  const at = ports.clock.now()
  const done: KeptErasure = {
    ...begun,
    state: 'done',
    confirmedBy: caller.employee,
    doneAt: at,
    places: [...places],
    backupsUntil: addDays(await dayOf(ports, at), backupDays),
    rev: begun.rev + 1,
  }
  if (!(await ports.clients.keepErasure(done))) throw clientRefusal('erasure_state.done')
  return shown(done)
}

/** Counts what there is before anything is taken: an erasure that is broken off and goes on has the same act. */
async function begunErasure(ports: Ports, kept: KeptErasure): Promise<KeptErasure> {
  if (kept.found !== undefined) return kept
  const begun = { ...kept, found: [...(await foundAt(ports, kept.client))], rev: kept.rev + 1 }
  if (!(await ports.clients.keepErasure(begun))) throw clientRefusal('erasure_state.asked')
  return begun
}

/** An erasure as far as it is; once it is done, its act. */
export async function readErasure(ports: Pick<Ports, 'clients' | 'deals'>, asker: Asker, id: string): Promise<Erasure> {
  const { client } = await readableClient(ports, asker, id)
  const kept = await ports.clients.erasure(client.id)
  if (kept === undefined) throw clientRefusal('erasure_unknown', { id })
  return shown(kept)
}

/** Everything that is kept of a client, made of what every room hands out. That it was handed out is kept first. */
export async function personalPackage(ports: Ports, asker: Asker, id: string): Promise<PersonalPackage> {
  const { caller } = asker
  const { client } = await readableClient(ports, asker, id)
  if (caller.reach.people_edit !== 'all' || caller.employee === null) throw clientRefusal('forbidden.package')
  const at = ports.clock.now()
  await ports.clients.keepRevealing({ client: client.id, employee: caller.employee, at, way: 'all' })
  const doors = Object.entries(await ports.personalData.doors())
  const parts = await Promise.all(
    doors.map(async ([room, door]) => (await door.export(ports, client.id)).map((part) => ({ room, ...part }))),
  )
  const looks = await looksAtClient(ports, asker, [client.id, ...(client.from ?? [])])
  return {
    client: client.id,
    at,
    parts: parts.flat(),
    readers: looks.map((one) => ({ employee: one.reader, at: one.at })),
  }
}

async function refuseKept({ clients, deals, clock }: Ports, id: string): Promise<void> {
  const rows = await clients.dealsOf(id)
  const found = await deals.findMany(rows.map(({ deal }) => deal))
  const won = found
    .flatMap((deal) => deal.won?.at ?? [])
    .toSorted()
    .at(-1)
  if (won === undefined) return
  const until = `${Number(won.slice(0, 4)) + keepContractYears}${won.slice(4, 10)}`
  if (until > clock.now().slice(0, 10)) throw clientRefusal('erasure_kept', { until }, { until })
}

function shown({ rev: _rev, found: _found, ...erasure }: KeptErasure): Erasure {
  return erasure
}
