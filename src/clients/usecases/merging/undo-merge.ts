import { changeAs, changeClient } from '#clients/domain/client'
import { partCards } from '#clients/domain/merging/merge-cards'
import { clientRefusal } from '#clients/words/client-refusal'
import type { People } from '#ports/people'
import type { Ports } from '#ports/ports'
import type { ClientChange, WholeClient } from '#schemas/kept-client'
import type { KeptMerge, MergeBefore } from '#schemas/clients/kept-merge'
import type { MergeUndone, UndoMerge } from '#schemas/clients/merge'
import type { Command } from '#usecases/command'

import { clientCard } from '#clients/usecases/read-clients'
import { refuseReader } from './merge-clients'
import { mergeAt } from './merges-of'

type Needs = Pick<Ports, 'clients' | 'deals' | 'merges' | 'clock' | 'rules'>

/**
 * Makes two cards again of one, within 30 days, or says what that would make. What nobody has touched since is as it was;
 * what came to the winner since stays there and is named.
 */
export async function undoMerge(
  ports: Needs,
  command: Command,
  people: People,
  { id, input }: { readonly id: string; readonly input: UndoMerge },
): Promise<MergeUndone> {
  const asker = { caller: command.caller, people }
  const merge = await mergeAt(ports, id)
  const [now, there, before] = await Promise.all([
    ports.clients.find(merge.winner),
    ports.clients.find(merge.loser),
    ports.merges.before(id),
  ])
  if (now === undefined || there === undefined) throw clientRefusal('merge_unknown', { id })
  refuseReader(asker, now)
  const kept = undoable(ports, { merge, now, before })
  refuseReader(asker, kept.loser)
  await refuseErased(ports, now)
  const parted = partCards(kept, now)
  const stays = { values: [...parted.stays], deals: [...(await dealsSince(ports, merge))] }
  const cards = await Promise.all([parted.winner, parted.loser].map((card) => clientCard(ports, asker, card)))
  const [winner, loser] = [cards[0] as MergeUndone['winner'], cards[1] as MergeUndone['loser']]
  if (input.dryRun !== true) await write(ports, command, { merge, kept, now, there, parted })
  return { winner, loser, stays }
}

/** What the cards said, where a merge can still be undone. */
function undoable(
  { clock }: Needs,
  {
    merge,
    now,
    before,
  }: { readonly merge: KeptMerge; readonly now: WholeClient; readonly before: MergeBefore | undefined },
): MergeBefore {
  if (merge.state === 'undone' || merge.state === 'undoing') throw clientRefusal('merge_final.undone', { id: merge.id })
  if (before === undefined || clock.now() > merge.undoUntil) {
    throw clientRefusal('merge_final.late', { at: merge.undoUntil.slice(0, 10) })
  }
  if (merge.state === 'merging') throw clientRefusal('version_conflict.merging', { name: now.client.name })
  if (now.client.into !== undefined) {
    throw clientRefusal('merge_final.inner', { name: before.merged.client.name, id: now.client.merge ?? '' })
  }
  return before
}

/** Who is to be erased as one client is: parted, the other card would stay with what it says. The rules erase each by itself. */
async function refuseErased({ clients }: Needs, { client }: WholeClient): Promise<void> {
  const erasure = await clients.erasure(client.id)
  if (erasure !== undefined && erasure.state !== 'due') throw clientRefusal('merge_final.erased', { name: client.name })
}

/** Deals that have come to the winner since two cards were merged, and were not the loser’s. */
async function dealsSince({ clients, merges }: Needs, { id, winner, at }: KeptMerge): Promise<readonly string[]> {
  const [rows, moved] = await Promise.all([clients.dealsOf(winner), merges.moved(id)])
  const theirs = new Set(moved.filter(({ room }) => room === 'deals').map((part) => part.id))
  return rows.filter(({ deal, since }) => since > at && !theirs.has(deal)).map(({ deal }) => deal)
}

type Parting = {
  readonly merge: KeptMerge
  readonly kept: MergeBefore
  readonly now: WholeClient
  readonly there: WholeClient
  readonly parted: { readonly winner: WholeClient; readonly loser: WholeClient }
}

async function write(ports: Needs, command: Command, { merge, kept, now, there, parted }: Parting): Promise<void> {
  const { caller, correlationId, causationId } = command
  const by = { actor: caller.actor, at: ports.clock.now(), correlationId, causationId }
  const inner = kept.inner.length === 0 ? [] : await ports.clients.findMany(kept.inner)
  const more = { into: merge.winner, merge: merge.id }
  const cards = [
    changeClient(now, parted.winner, by),
    changeAs('client.unmerged', there, parted.loser, { by, more }),
    ...inner.map((part) => changeClient(part, { ...part, client: { ...part.client, into: merge.loser } }, by)),
  ].filter((change): change is ClientChange => change !== undefined)
  const undone = { at: by.at, by: caller.actor.id }
  const isWritten = await ports.merges.write({
    merge: { ...merge, rev: merge.rev + 1, state: 'undoing', undone },
    cards,
  })
  if (!isWritten) throw clientRefusal('version_conflict.client', { name: now.client.name })
}
