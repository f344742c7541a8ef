import type { ClientDealRow, KeptLink, KeptWay, WholeClient } from '#schemas/kept-client'
import type { ClientCard, ClientLink, ClientRow, ClientWay } from '#schemas/client'

import { masked } from './ways'

/** Deals of a client in the order they are shown: the newest first. */
export function chooseRow(one: ClientDealRow, other: ClientDealRow): number {
  return one.since === other.since ? 0 : one.since < other.since ? 1 : -1
}

/** A card as somebody sees it who may see its numbers and addresses in full, or not. */
export function cardView(
  { client, personal }: WholeClient,
  { links, isOpen }: { readonly links: readonly ClientLink[]; readonly isOpen: boolean },
): ClientCard {
  const { into: _into, merge: _merge, fields, from, ...core } = client
  const shown = { ...fields, ...(isOpen ? personal.fields : {}) }
  return {
    ...core,
    ...(from === undefined ? {} : { from: [...from] }),
    ...(Object.keys(shown).length === 0 ? {} : { fields: shown }),
    ...(personal.requisites === undefined ? {} : { requisites: personal.requisites }),
    ...(isOpen && personal.unread !== undefined ? { unread: [...personal.unread] } : {}),
    ways: personal.ways.map((way) => wayView(way, isOpen)),
    links: [...links],
  }
}

/** A client in a list: whoever reads it, numbers and addresses are masked. */
export function rowView({ client, personal }: WholeClient): ClientRow {
  const [first] = personal.ways
  const { id, kind, name, owner } = client
  return { id, kind, name, owner, ...(first === undefined ? {} : { contact: masked(first) }) }
}

/** A link with who is at the other end of it. */
export function linkView(link: KeptLink, { client }: WholeClient): ClientLink {
  return { ...link, kind: client.kind, name: client.name }
}

function wayView(way: KeptWay, isOpen: boolean): ClientWay {
  return { ...way, text: isOpen ? way.text : masked(way), masked: !isOpen }
}
