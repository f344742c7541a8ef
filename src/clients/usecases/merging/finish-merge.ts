import { keysOf, keyText } from '#clients/domain/ways'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import type { KeptMerge, MergeBefore } from '#schemas/clients/kept-merge'
import type { WayKey } from '#schemas/kept-client'
import { again, whileOthersWrite } from '#usecases/while-others-write'

import { moveDeals, moveDealsBack, type Needs as DealNeeds } from './move-deals'

type Needs = Ports & DealNeeds

/**
 * Moves what belongs to a card that was merged to the one it became a part of, or back where that is undone: ways to find,
 * what rooms keep of the client, deals. Until it is done the loser’s id leads on, so nothing is wrong meanwhile. Killed at
 * any moment and begun again it ends the same; what is done already is left alone.
 */
export async function finishMerge(ports: Needs, event: Pick<DomainEvent, 'detail'>): Promise<void> {
  const { merge: id } = event.detail as { readonly merge?: string }
  const merge = id === undefined ? undefined : await ports.merges.find(id)
  if (merge?.state === 'merging') await carryOver(ports, merge)
  if (merge?.state === 'undoing') await carryBack(ports, merge)
}

async function carryOver(ports: Needs, merge: KeptMerge): Promise<void> {
  const moving = { from: merge.loser, to: merge.winner }
  await settleWays(ports, merge)
  for (const [room, door] of Object.entries(await ports.personalData.doors())) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a kill leaves one of them half done
    await door.moveTo(ports, moving, (part) => ports.merges.keepMoved(merge, { room, ...part }))
  }
  await moveDeals(ports, merge)
  await settle(ports, merge, 'merged')
}

async function carryBack(ports: Needs, merge: KeptMerge): Promise<void> {
  const moving = { from: merge.loser, to: merge.winner }
  const moved = await ports.merges.moved(merge.id)
  await settleWays(ports, merge)
  for (const [room, door] of Object.entries(await ports.personalData.doors())) {
    // oxlint-disable-next-line no-await-in-loop -- the same
    await door.moveBack(
      ports,
      moving,
      moved.filter((part) => part.room === room),
    )
  }
  await moveDealsBack(ports, merge, moved)
  await settle(ports, merge, 'undone')
}

async function settle({ merges }: Needs, { id }: KeptMerge, state: 'merged' | 'undone'): Promise<void> {
  await whileOthersWrite(`The merge ${id} was written`, async () => {
    const now = await merges.find(id)
    if (now === undefined || now.state === state) return undefined
    return (await merges.settle({ ...now, rev: now.rev + 1, state })) ? undefined : again
  })
}

/** Both cards hold the ways that they have, whoever held them before. */
async function settleWays(ports: Needs, { id, winner, loser }: KeptMerge): Promise<void> {
  const before = await ports.merges.before(id)
  if (before === undefined) return
  for (const key of waysOf(before)) {
    // oxlint-disable-next-line no-await-in-loop -- a client has few
    await whileOthersWrite(`The holders of a way of ${winner} were written`, async () => {
      const cards = await ports.clients.findMany([winner, loser])
      return (await ports.merges.settleHolders(key, cards)) ? undefined : again
    })
  }
}

function waysOf({ winner, loser }: MergeBefore): readonly WayKey[] {
  return [...new Map([...keysOf(loser), ...keysOf(winner)].map((key) => [keyText(key), key])).values()]
}
