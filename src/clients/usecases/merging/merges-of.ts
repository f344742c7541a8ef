import { clientRefusal } from '#clients/words/client-refusal'
import type { Ports } from '#ports/ports'
import type { ClientMerges } from '#schemas/clients/merge'
import type { KeptMerge } from '#schemas/clients/kept-merge'

import { cardsOf } from '#clients/usecases/cards-of'
import { reachesClient, type Asker } from '#clients/usecases/readable-client'

/** For so many days a merge can be undone. */
export const undoDays = 30

type Needs = Pick<Ports, 'clients' | 'merges' | 'clock'>

/** The merges of the last 30 days that somebody may undo, the newest first. */
export async function readMerges(ports: Needs, asker: Asker): Promise<ClientMerges> {
  const merges = (await ports.merges.since(daysAgo(ports.clock.now()))).filter(({ state }) => state !== 'undone')
  const cards = await cardsOf(
    ports,
    merges.map(({ winner }) => winner),
  )
  const seen = merges.filter(({ winner }) => {
    const card = cards.get(winner)
    return card !== undefined && reachesClient(asker, 'clients_merge', card.client.owner)
  })
  return {
    items: await Promise.all(
      seen.slice(0, mostShown).map(async ({ id, at, by, winner, loser, state, undoUntil }) => ({
        id,
        at,
        by,
        winner,
        loser,
        name: cards.get(winner)?.client.name ?? '',
        loserName: (await ports.merges.before(id))?.loser.client.name ?? '',
        state,
        undoUntil,
      })),
    ),
  }
}

const mostShown = 50

/** Whether what belongs to one of these cards is being moved just now. */
export async function areBusy({ merges, clock }: Omit<Needs, 'clients'>, ids: readonly string[]): Promise<boolean> {
  const recent = await merges.since(daysAgo(clock.now()))
  return recent.some(
    ({ state, winner, loser }) =>
      (state === 'merging' || state === 'undoing') && (ids.includes(winner) || ids.includes(loser)),
  )
}

/** A merge by its id. Refuses with `merge_unknown`. */
export async function mergeAt({ merges }: Pick<Ports, 'merges'>, id: string): Promise<KeptMerge> {
  const found = await merges.find(id)
  if (found === undefined) throw clientRefusal('merge_unknown', { id })
  return found
}

function daysAgo(now: string): string {
  return new Date(Date.parse(now) - undoDays * 86_400_000).toISOString()
}
