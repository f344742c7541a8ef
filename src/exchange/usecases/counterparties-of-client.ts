import type { KeptOfClient, MovedToClient, Moving } from '#ports/personal'
import type { Ports } from '#ports/ports'

type Needs = Pick<Ports, 'clients' | 'exchange'>

/** As whom 1C knows a client: by their card, and by their INN. */
export async function counterpartiesOfClient(
  { clients, exchange }: Needs,
  client: string,
): Promise<readonly KeptOfClient[]> {
  const inn = (await clients.find(client))?.client.inn
  const names = [`client:${client}`, ...(typeof inn === 'string' ? [`inn:${inn}`] : [])]
  const found = await Promise.all(
    names.map(async (who) => (await exchange.counterpartiesOf(who)).map((says) => ({ who, says }))),
  )
  return found.flat().map(({ who, says }) => ({ place: 'counterparty', id: `${who}/${says.seller}`, says }))
}

/** A card that becomes part of another stays in 1C whom it was there, where the other is nobody there yet. */
export async function moveCounterparties(
  { exchange }: Pick<Ports, 'exchange'>,
  { from, to }: Moving,
  keep: (moved: MovedToClient) => Promise<void>,
): Promise<void> {
  for (const { seller, id } of await exchange.counterpartiesOf(`client:${from}`)) {
    // oxlint-disable-next-line no-await-in-loop -- a seller or two
    await keep({ place: 'counterparty', id: seller, says: id })
    // oxlint-disable-next-line no-await-in-loop
    await exchange.counterparty(`client:${to}`, seller, id)
  }
}

/** Parted again, whoever had nothing of their own before is nobody there again; the other never ceased to be who they were. */
export async function moveCounterpartiesBack(
  { exchange }: Pick<Ports, 'exchange'>,
  { to }: Moving,
  moved: readonly MovedToClient[],
): Promise<void> {
  const there = new Map((await exchange.counterpartiesOf(`client:${to}`)).map(({ seller, id }) => [seller, id]))
  for (const { id: seller, says } of moved.filter(({ place }) => place === 'counterparty')) {
    // oxlint-disable-next-line no-await-in-loop -- a seller or two
    if (there.get(seller) === says) await exchange.dropCounterparty(`client:${to}`, seller)
  }
}
