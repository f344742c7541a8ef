import { clientRefusal } from '#clients/words/client-refusal'
import { changeClient } from '#clients/domain/client'
import type { Caller } from '#domain/kernel/access'
import { addDays } from '#domain/time/days'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { AskErasure, Erasure, PersonalPackage } from '#schemas/clients/erasure'
import type { KeptErasure } from '#schemas/clients/kept-erasure'
import type { KeptRequest } from '#schemas/clients/kept-request'

import { refuseExport } from '#usecases/people/refuse-export'

import { eraseEverywhere, foundAt } from './erase-everywhere'
import { isDueByRules } from './keeping/due-by-rules'
import { keptForContract } from './keeping/kept-for-contract'
import { clientAt, readableClient, reachesClient } from './readable-client'
import { dayOf } from '#usecases/people/count-reading'
import { looksAtClient } from './reading/read-reading'
import { closeByAct } from './requests/close-requests'
import { answers, withWhoHasIt } from './requests/read-requests'
import { requestsOf, writeRequest, type RequestNeeds } from './requests/write-request'

type Asker = { readonly caller: Caller; readonly people: People }

/** Who has confirmed what the rules erase: whoever published them. */
const rulesAs = 'rules'
/** Copies of the store are kept so long. */
const backupDays = 35

/**
 * Asks for a client to be erased, for whoever may change the card; it has the time of a request of the client. Nothing is
 * erased before somebody else confirms it.
 */
export async function askErasure(
  ports: RequestNeeds,
  asker: Asker,
  { id, reason }: AskErasure & { readonly id: string },
): Promise<Erasure> {
  const { client } = await readableClient(ports, asker, id)
  const { employee } = asker.caller
  if (employee === null || !reachesClient(asker, 'clients_edit', client.owner)) {
    throw clientRefusal('forbidden.client_edit', { name: client.name })
  }
  const was = await ports.clients.erasure(client.id)
  refuseAsked(was)
  const requests = await requestsOf(ports, client)
  if (!requests.some(({ kind, state }) => kind === 'erasure' && state === 'open'))
    await writeRequest(ports, { kind: 'erasure', way: 'other', client, by: employee, people: asker.people })
  return shown(await keptAsked(ports, client.id, { was, by: employee, reason }))
}

/** Notes that somebody asks for a client to be erased, where nobody has yet. */
export async function keepErasureAsked(
  ports: Pick<Ports, 'clients' | 'clock'>,
  client: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  const was = await ports.clients.erasure(client)
  if (was === undefined || was.state === 'due') await keptAsked(ports, client, { was, by, reason })
}

async function keptAsked(
  ports: Pick<Ports, 'clients' | 'clock'>,
  client: string,
  { was, by, reason }: { readonly was: KeptErasure | undefined; readonly by: string; readonly reason: string },
): Promise<KeptErasure> {
  const at = ports.clock.now()
  const rev = (was?.rev ?? 0) + 1
  const asked: KeptErasure = { client, state: 'asked', reason, askedBy: by, askedAt: at, places: [], rev }
  if (!(await ports.clients.keepErasure(asked))) throw clientRefusal('erasure_state.asked')
  return asked
}

/** Whom the rules erase in some days may be erased sooner, by two people. */
function refuseAsked(was: KeptErasure | undefined): void {
  if (was !== undefined && was.state !== 'due')
    throw clientRefusal(was.state === 'done' ? 'erasure_state.done' : 'erasure_state.asked')
}

/**
 * Confirms an erasure and does it, for whoever may change people and has not asked for it: everything that rooms keep of the
 * client, and the name in its deals. Killed at any moment and confirmed again, it ends the same. While what a contract or a
 * document leaves behind has to be kept, the client is restricted instead, and erased after the day that is said.
 */
export async function confirmErasure(ports: Ports, { caller }: Asker, id: string): Promise<Erasure> {
  if (caller.reach.people_edit !== 'all' || caller.employee === null) throw clientRefusal('forbidden.erasure')
  const found = await clientAt(ports, id)
  const kept = found === undefined ? undefined : await ports.clients.erasure(found.client.id)
  if (found === undefined || kept === undefined || kept.state === 'due') throw clientRefusal('erasure_unknown', { id })
  const close = (act: 'erasure' | 'restriction') =>
    closeByAct(ports, found.client, { kind: 'erasure', act, by: caller.employee ?? kept.askedBy })
  if (kept.state === 'done') {
    await close('erasure')
    return shown(kept)
  }
  if (kept.askedBy === caller.employee) throw clientRefusal('forbidden.erasure_second')
  const until = await keptForContract(ports, found.client.id)
  const made =
    until === undefined
      ? await erased(ports, kept, caller.employee)
      : await restricted(ports, kept, { until, by: caller.employee })
  await close(until === undefined ? 'erasure' : 'restriction')
  return shown(made)
}

/**
 * Erases whoever was only kept until today; what has to be kept for longer by now is, and so is whoever the rules keep again.
 * At most so many a run, the longest due first; it may run twice. One that cannot be erased does not keep the others.
 */
export async function eraseRestricted(ports: Ports, at: string): Promise<{ readonly erased: number }> {
  let count = 0
  const failed: unknown[] = []
  for (const one of await ports.clients.restrictedBefore(await dayOf(ports, at), mostErased)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- a few a night, each with much to do
      count += (await eraseOne(ports, one.client, at)) ? 1 : 0
      // oxlint-disable-next-line no-await-in-loop -- last: whoever dies before is asked again
      await ports.clients.unrestrict(one)
    } catch (error) {
      failed.push(error)
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} clients could not be erased.`, { cause: failed[0] })
  return { erased: count }
}

/** So many clients are erased a run at most: each is looked for in every room. */
const mostErased = 100

/** Whether somebody was erased whose day is over. What was asked for and not confirmed is nobody’s to do. */
async function eraseOne(ports: Ports, client: string, at: string): Promise<boolean> {
  const kept = await ports.clients.erasure(client)
  if (kept?.state === 'due') {
    // What is begun is ended: of a card that is half erased the rules say nothing any more.
    if (kept.found !== undefined || (await isDueByRules(ports, client, at))) return isErased(ports, kept, rulesAs)
    await ports.clients.dropErasure(kept)
    return false
  }
  if (kept?.state !== 'restricted') return false
  const [until, by] = [await keptForContract(ports, client), kept.confirmedBy ?? '']
  if (until === undefined) return isErased(ports, kept, by)
  await restricted(ports, kept, { until, by })
  return false
}

async function isErased(ports: Ports, kept: KeptErasure, by: string): Promise<boolean> {
  return (await erased(ports, kept, by)).state === 'done'
}

/** Keeps a client for a contract alone: the list first, so that nobody is kept for ever. */
async function restricted(
  ports: Ports,
  kept: KeptErasure,
  { until, by }: { readonly until: string; readonly by: string },
): Promise<KeptErasure> {
  await ports.clients.restrict({ client: kept.client, until })
  const was = await ports.clients.find(kept.client)
  const change =
    was === undefined
      ? undefined
      : changeClient(
          was,
          { ...was, client: { ...was.client, restrictedUntil: until } },
          { actor: { kind: 'system', id: 'erase' }, at: ports.clock.now(), correlationId: `erase~${kept.client}` },
        )
  if (change !== undefined && !(await ports.clients.save(change)))
    throw new Error(`The client ${kept.client} was changed while it was restricted.`)
  if (kept.state === 'restricted' && kept.until === until) return kept
  const next: KeptErasure = { ...kept, state: 'restricted', until, confirmedBy: by, rev: kept.rev + 1 }
  if (!(await ports.clients.keepErasure(next))) throw clientRefusal('erasure_state.asked')
  return next
}

async function erased(ports: Ports, kept: KeptErasure, by: string): Promise<KeptErasure> {
  const { until: _until, ...begun } = await begunErasure(ports, kept)
  const places = await eraseEverywhere(ports, begun)
  const at = ports.clock.now()
  const done: KeptErasure = {
    ...begun,
    state: 'done',
    confirmedBy: by,
    doneAt: at,
    places: [...places],
    backupsUntil: addDays(await dayOf(ports, at), backupDays),
    rev: begun.rev + 1,
  }
  if (!(await ports.clients.keepErasure(done))) throw clientRefusal('erasure_state.done')
  return done
}

/** Counts what there is before anything is taken: an erasure that is broken off and goes on has the same act. */
async function begunErasure(ports: Ports, kept: KeptErasure): Promise<KeptErasure> {
  if (kept.found !== undefined) return kept
  const begun = { ...kept, found: [...(await foundAt(ports, kept.client))], rev: kept.rev + 1 }
  if (!(await ports.clients.keepErasure(begun))) throw clientRefusal('erasure_state.asked')
  return begun
}

/** The erasure of a client that somebody sees already; undefined where there is none. */
export async function findErasure({ clients }: Pick<Ports, 'clients'>, id: string): Promise<Erasure | undefined> {
  const kept = await clients.erasure(id)
  return kept === undefined ? undefined : shown(kept)
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
  const at = ports.clock.now()
  const asked = (await requestsOf(ports, client)).filter(({ kind }) => kind === 'access')
  const open = asked.filter(({ state }) => state === 'open')
  const isTheirs = (await Promise.all(open.map((one) => withWhoHasIt(ports, one)))).some((one) => answers(asker, one))
  if (caller.employee === null || (caller.reach.people_edit !== 'all' && !isTheirs && !answeredNow(asked, caller, at)))
    throw clientRefusal('forbidden.package')
  refuseExport(caller)
  await ports.clients.keepRevealing({ client: client.id, employee: caller.employee, at, way: 'all' })
  const doors = Object.entries(await ports.personalData.doors())
  const parts = await Promise.all(
    doors.map(async ([room, door]) => (await door.export(ports, client.id)).map((part) => ({ room, ...part }))),
  )
  const looks = await looksAtClient(ports, asker, [client.id, ...(client.from ?? [])])
  await closeByAct(ports, client, { kind: 'access', act: 'package', by: caller.employee })
  return {
    client: client.id,
    at,
    parts: parts.flat(),
    readers: looks.map((one) => ({ employee: one.reader, at: one.at })),
  }
}

/** So long whoever has handed out what is kept may do it again: as a page after the file, or the other way round. */
const againMs = 24 * 3_600_000

function answeredNow(requests: readonly KeptRequest[], { employee }: Caller, at: string): boolean {
  return requests.some(
    ({ act, closedBy, closedAt = '' }) =>
      act === 'package' && closedBy === employee && Date.parse(at) - Date.parse(closedAt) <= againMs,
  )
}

function shown({ rev: _rev, found: _found, ...erasure }: KeptErasure): Erasure {
  return erasure
}
