import { clientRefusal } from '#clients/words/client-refusal'
import { changeClient } from '#clients/domain/client'
import type { Caller } from '#domain/kernel/access'
import { addDays } from '#domain/time/days'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { AskErasure, Erasure, PersonalPackage } from '#schemas/clients/erasure'
import type { KeptErasure } from '#schemas/clients/kept-erasure'

import { refuseExport } from '#usecases/people/refuse-export'

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
 * client, and the name in its deals. Killed at any moment and confirmed again, it ends the same. While what a contract or a
 * document leaves behind has to be kept, the client is restricted instead, and erased after the day that is said.
 */
export async function confirmErasure(ports: Ports, { caller }: Asker, id: string): Promise<Erasure> {
  if (caller.reach.people_edit !== 'all' || caller.employee === null) throw clientRefusal('forbidden.erasure')
  const found = await clientAt(ports, id)
  const kept = found === undefined ? undefined : await ports.clients.erasure(found.client.id)
  if (found === undefined || kept === undefined) throw clientRefusal('erasure_unknown', { id })
  if (kept.state === 'done') return shown(kept)
  if (kept.askedBy === caller.employee) throw clientRefusal('forbidden.erasure_second')
  const until = await keptUntil(ports, found.client.id)
  if (until !== undefined) return shown(await restricted(ports, kept, { until, by: caller.employee }))
  return shown(await erased(ports, kept, caller.employee))
}

/** Erases whoever was only kept until today; what has to be kept for longer by now is. It may run twice. */
export async function eraseRestricted(ports: Ports, at: string): Promise<{ readonly erased: number }> {
  let count = 0
  for (const one of await ports.clients.restrictedBefore(await dayOf(ports, at))) {
    // oxlint-disable-next-line no-await-in-loop -- a few a night, each with much to do
    const kept = await ports.clients.erasure(one.client)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const until = kept?.state === 'done' ? undefined : await keptUntil(ports, one.client)
    if (kept !== undefined && kept.state !== 'done') {
      const by = kept.confirmedBy ?? ''
      // oxlint-disable-next-line no-await-in-loop -- the same
      await (until === undefined ? erased(ports, kept, by) : restricted(ports, kept, { until, by }))
      count += until === undefined ? 1 : 0
    }
    // oxlint-disable-next-line no-await-in-loop -- last: whoever dies before is asked again
    await ports.clients.unrestrict(one)
  }
  return { erased: count }
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
  refuseExport(caller)
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

/** The day until which what a contract or a document of a client leaves behind is kept; undefined where nothing is. */
async function keptUntil({ clients, deals, documents, money, clock }: Ports, id: string): Promise<string | undefined> {
  const rows = await clients.dealsOf(id)
  const ids = rows.map(({ deal }) => deal)
  const [found, papers, invoices] = await Promise.all([
    deals.findMany(ids),
    Promise.all(ids.map((deal) => documents.ofDeal(deal))),
    Promise.all(ids.map((deal) => money.invoicesOf(deal))),
  ])
  const days = [
    ...found.flatMap((deal) => deal.won?.at.slice(0, 10) ?? []),
    ...papers.flat().flatMap(({ stands, on }) => (stands === 'draft' ? [] : (on ?? []))),
    ...invoices.flat().flatMap(({ isIssued, on }) => (isIssued ? (on ?? []) : [])),
  ]
  const last = days.toSorted().at(-1)
  if (last === undefined) return undefined
  const until = `${Number(last.slice(0, 4)) + keepContractYears}${last.slice(4)}`
  return until > clock.now().slice(0, 10) ? until : undefined
}

function shown({ rev: _rev, found: _found, ...erasure }: KeptErasure): Erasure {
  return erasure
}
