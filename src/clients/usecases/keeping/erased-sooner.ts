import { announcedUntil, isSoon, mayBeOverSince } from '#clients/domain/keeping'
import { personalDataIn } from '#domain/rules/personal-data'
import { dateIn } from '#domain/time/zone'
import type { ErasedSooner } from '#schemas/clients/kept-request'
import type { Model } from '#schemas/model'
import type { KeptClient, WholeClient } from '#schemas/kept-client'
import type { Ports } from '#ports/ports'
import { inTurns } from '#usecases/in-groups'

import { keptByRules, type KeepNeeds } from './due-by-rules'

type Needs = KeepNeeds & Pick<Ports, 'people'>
type Change = { readonly before: Model; readonly after: Model }

/** Somebody waits for the answer: so many cards are gone through, and so many of them looked at with all that keeps them. */
const mostListed = 5_000
const mostLooked = 300
const pageSize = 250
const sideBySide = 10

/**
 * Whom new rules would have announced and erased that the rules before them keep: those of the first round after publishing.
 * Undefined where the new ones say of nobody how long to keep them, or the same as before.
 */
export async function erasedSooner(ports: Needs, change: Change): Promise<ErasedSooner | undefined> {
  const { before, after } = change
  const [was, keep] = [personalDataIn(before)?.keep, personalDataIn(after)?.keep]
  if (keep === undefined || JSON.stringify(was) === JSON.stringify(keep)) return undefined
  const today = dateIn(after.calendar.timezone, ports.clock.now())
  const since = mayBeOverSince(keep, today, after.calendar) ?? ''
  const isOld = ({ kind, createdAt }: KeptClient): boolean =>
    keep.kinds.includes(kind) && dateIn(after.calendar.timezone, createdAt) <= since
  const { cards, isMore } = await oldCards(ports, isOld)
  const days = await inTurns(cards, sideBySide, (card) => dayOf(ports, change, { card, today }))
  const told = days.flatMap((on) => on ?? []).toSorted()
  return { cards: told.length, looked: cards.length, isMore, ...(told[0] === undefined ? {} : { firstOn: told[0] }) }
}

/** Cards that are old enough to be over, of every list. */
async function oldCards({ clients, people }: Needs, isOld: (client: KeptClient) => boolean) {
  const cards: WholeClient[] = []
  let listed = 0
  for (const owner of [null, ...Object.keys((await people.load()).employees).toSorted()])
    for (let after: string | undefined, isOver = false; !isOver;) {
      // oxlint-disable-next-line no-await-in-loop -- where a page starts is known only when the one before has been read
      const rows = await clients.listOf({ owner, limit: pageSize, ...(after === undefined ? {} : { after }) })
      // oxlint-disable-next-line no-await-in-loop -- the same
      const found = rows.length === 0 ? [] : await clients.findMany(rows.map(({ id }) => id))
      cards.push(...found.filter(({ client }) => isOld(client)))
      listed += rows.length
      if (cards.length > mostLooked || listed >= mostListed) return { cards: cards.slice(0, mostLooked), isMore: true }
      after = rows.at(-1)?.place
      isOver = rows.length < pageSize
    }
  return { cards, isMore: false }
}

/** The day after which the new rules erase somebody whom the rules before them would keep. */
async function dayOf(
  ports: Needs,
  { before, after }: Change,
  { card, today }: { readonly card: WholeClient; readonly today: string },
): Promise<string | undefined> {
  const found = await keptByRules(ports, after, card)
  if (found === undefined || !isSoon(found, today)) return undefined
  const [was, erasure] = await Promise.all([keptByRules(ports, before, card), ports.clients.erasure(card.client.id)])
  return erasure !== undefined || (was !== undefined && isSoon(was, today)) ? undefined : announcedUntil(found, today)
}
