import { erasedName } from '#domain/deals/erased-client'
import { systemCaller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { Erasure } from '#schemas/clients/erasure'
import type { KeptErasure } from '#schemas/clients/kept-erasure'
import type { ClientPersonal } from '#schemas/kept-client'
import type { Command } from '#usecases/command'
import { commit, notBefore } from '#usecases/deals/commit'
import { buyerRole } from '#domain/deals/of-buyer'

type Places = Erasure['places']

/**
 * Erases a client everywhere. The deals first: what rooms have made of a deal is made anew of it. Then one room after another:
 * what one forgets another may have been made of. Answers each place and how often something was there.
 */
export async function eraseEverywhere(ports: Ports, { client, found = [] }: KeptErasure): Promise<Places> {
  const erased: Places = []
  const count = (room: string, place: string): void => {
    const at = erased.findIndex((one) => one.room === room && one.place === place)
    if (at < 0) erased.push({ room, place, count: 1 })
    else erased[at] = { room, place, count: (erased[at]?.count ?? 0) + 1 }
  }
  for (const { deal } of await ports.clients.dealsOf(client)) {
    // oxlint-disable-next-line no-await-in-loop -- each deal by an event of its own, from which lists and words are made anew
    if (await renameIn(ports, deal, client)) count('deals', 'deal, the rest')
  }
  for (const [room, door] of Object.entries(await ports.personalData.doors())) {
    // oxlint-disable-next-line no-await-in-loop -- one room after another
    for (const { place } of await door.erase(ports, client)) count(room, place)
  }
  const left = await foundAt(ports, client)
  const gone = found.map((was) => ({ ...was, count: was.count - countAt(left, was) })).filter((one) => one.count > 0)
  const more = erased.filter((one) => countAt(gone, one) < one.count)
  const same = gone.filter((one) => countAt(more, one) === 0)
  return [...same, ...more].toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
}

/** How often each room says something of a client, by place. */
export async function foundAt(ports: Ports, id: string): Promise<Places> {
  const counts = new Map<string, Places[number]>()
  for (const [room, door] of Object.entries(await ports.personalData.doors())) {
    // oxlint-disable-next-line no-await-in-loop -- rare, and a room may read much
    for (const { place, says } of await door.export(ports, id)) {
      const one = counts.get(`${room}#${place}`) ?? { room, place, count: 0 }
      if (isSaying(place, says, id)) counts.set(nameOf(one), { ...one, count: one.count + 1 })
    }
  }
  return [...counts.values()]
}

const nameOf = ({ room, place }: Places[number]): string => `${room}#${place}`

function countAt(places: Places, of: Places[number]): number {
  return places.find((one) => nameOf(one) === nameOf(of))?.count ?? 0
}

/** A card that is erased is still there, and says nothing; that something was asked stays, without its words. */
function isSaying(place: string, says: unknown, id: string): boolean {
  if (place === 'client, core') return (says as { readonly name: string }).name !== erasedName(id)
  if (place === 'request of a client') return 'note' in (says as object) || 'answer' in (says as object)
  if (place !== 'client, personal') return true
  const { ways, lastWay: _, ...more } = says as ClientPersonal
  return ways.length > 0 || Object.keys(more).length > 0
}

/** Writes what an erased client is called into a deal that it bought, with its numbers gone; whether the deal is one of theirs. */
async function renameIn(ports: Ports, dealId: string, id: string): Promise<boolean> {
  const was = await ports.deals.find(dealId)
  const isBuyer = was?.links?.some((link) => link.client === id && link.role === buyerRole) === true
  if (was === undefined || !isBuyer) return false
  const client = { name: erasedName(id) }
  if (was.client.name !== client.name || Object.keys(was.client).length !== 1) {
    const command: Command = { caller: systemCaller('system', 'erase'), correlationId: `erase~${id}` }
    const at = notBefore(ports.clock.now(), was)
    const detail = was.links === undefined ? {} : { links: was.links }
    await commit(ports, command, { was, next: { ...was, client }, name: 'deal.updated', detail, at })
  }
  return true
}
