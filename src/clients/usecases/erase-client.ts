import { clientRefusal } from '#clients/words/client-refusal'
import { systemCaller, type Caller } from '#domain/kernel/access'
import { addDays } from '#domain/time/days'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { AskErasure, Erasure, PersonalPackage } from '#schemas/clients/erasure'
import type { KeptErasure } from '#schemas/clients/kept-erasure'
import type { Command } from '#usecases/command'
import { commit, notBefore } from '#usecases/deals/commit'
import { buyerRole } from '#usecases/deals/take-client'

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
  const places = await eraseEverywhere(ports, found.client.id)
  const at = ports.clock.now()
  const done: KeptErasure = {
    ...kept,
    state: 'done',
    confirmedBy: caller.employee,
    doneAt: at,
    places: [...places],
    backupsUntil: addDays(await dayOf(ports, at), backupDays),
    rev: kept.rev + 1,
  }
  if (!(await ports.clients.keepErasure(done))) throw clientRefusal('erasure_state.done')
  return shown(done)
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

async function eraseEverywhere(ports: Ports, id: string): Promise<Erasure['places']> {
  const rows = await ports.clients.dealsOf(id)
  const counts = new Map<string, Erasure['places'][number]>()
  const count = (room: string, place: string): void => {
    const one = counts.get(`${room}#${place}`) ?? { room, place, count: 0 }
    counts.set(`${room}#${place}`, { ...one, count: one.count + 1 })
  }
  for (const [room, door] of Object.entries(await ports.personalData.doors())) {
    // oxlint-disable-next-line no-await-in-loop -- one room after another: what one forgets another may have been made of
    for (const { place } of await door.erase(ports, id)) count(room, place)
  }
  const name = (await ports.clients.find(id))?.client.name ?? ''
  for (const { deal } of rows) {
    // oxlint-disable-next-line no-await-in-loop -- each deal by an event of its own, from which lists and words are made anew
    if (await renameIn(ports, { dealId: deal, id, name })) count('deals', 'deal, the rest')
  }
  return [...counts.values()]
}

type Renamed = { readonly dealId: string; readonly id: string; readonly name: string }

/** Writes what an erased client is called now into a deal that it bought, with its numbers gone. */
async function renameIn(ports: Ports, { dealId, id, name }: Renamed): Promise<boolean> {
  const was = await ports.deals.find(dealId)
  const isBuyer = was?.links?.some((link) => link.client === id && link.role === buyerRole) === true
  if (was === undefined || !isBuyer || (was.client.name === name && Object.keys(was.client).length === 1)) return false
  const command: Command = { caller: systemCaller('system', 'erase'), correlationId: `erase~${id}` }
  const at = notBefore(ports.clock.now(), was)
  const next = { ...was, client: { name } }
  const detail = was.links === undefined ? {} : { links: was.links }
  await commit(ports, command, { was, next, name: 'deal.updated', detail, at })
  return true
}

function shown({ rev: _rev, ...erasure }: KeptErasure): Erasure {
  return erasure
}
