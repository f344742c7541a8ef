import { rowView } from '#clients/domain/client-view'
import type { Page } from '#ports/page'
import type { Ports } from '#ports/ports'
import type { WholeClient } from '#schemas/kept-client'
import type { DuplicatePair } from '#schemas/clients/merge'
import type { Proposal } from '#schemas/clients/kept-merge'

import { seenRule } from '#clients/usecases/read-clients'
import { reachesClient, type Asker } from '#clients/usecases/readable-client'

type Needs = Pick<Ports, 'clients' | 'duplicates' | 'rules'>

/** So many pages are looked through at most for one that holds something for the reader. */
const mostPages = 10

/**
 * Pairs of cards that may be one client, the likeliest first, of which somebody may see both. A page may hold fewer than
 * asked for: where it is left out, the next follows from its cursor.
 */
export async function readDuplicates(
  ports: Needs,
  asker: Asker,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<Page<DuplicatePair>> {
  const items: DuplicatePair[] = []
  let after = cursor
  for (let no = 1; no <= mostPages && items.length === 0; no += 1) {
    const where = after === undefined ? {} : { after }
    // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
    const page = await ports.duplicates.proposals({ limit, ...where })
    // oxlint-disable-next-line no-await-in-loop -- the same
    const seen = await seenOf(
      ports,
      asker,
      page.map(({ proposal }) => proposal),
    )
    items.push(...seen)
    after = page.length < limit ? undefined : page.at(-1)?.place
    if (after === undefined) break
  }
  return after === undefined ? { items } : { items, cursor: after }
}

async function seenOf(ports: Needs, asker: Asker, proposals: readonly Proposal[]): Promise<readonly DuplicatePair[]> {
  const ids = [...new Set(proposals.flatMap(({ one, other }) => [one, other]))]
  const seen = await seenRule(ports)
  const cards = new Map(
    (ids.length === 0 ? [] : await ports.clients.findMany(ids)).map((card) => [card.client.id, card]),
  )
  const isSeen = (card: WholeClient | undefined): card is WholeClient =>
    card !== undefined && card.client.into === undefined && reachesClient(asker, 'clients_read', card.client.owner)
  return proposals.flatMap(({ one, other, is, score, reasons }) => {
    const [first, second] = [cards.get(one), cards.get(other)]
    if (!isSeen(first) || !isSeen(second)) return []
    return [
      {
        is,
        score,
        reasons: [...reasons],
        one: rowView(first, seen(asker, first)),
        other: rowView(second, seen(asker, second)),
      },
    ]
  })
}
