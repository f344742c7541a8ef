import type { ClientDealRow, KeptLink, KeptWay, WholeClient } from '#schemas/kept-client'
import type { ContactsSeen } from '#schemas/clients/client-rules'
import type { ClientCard, ClientLink, ClientRow, ClientWay } from '#schemas/client'

import { masked } from './ways'

/** Deals of a client in the order they are shown: the newest first. */
export function chooseRow(one: ClientDealRow, other: ClientDealRow): number {
  return one.since === other.since ? 0 : one.since < other.since ? 1 : -1
}

/**
 * A card as somebody sees it: `isOpen` opens what is personal of it, and its numbers and addresses unless the rules mask
 * even those; `no` leaves them out.
 */
export function cardView(
  { client, personal }: WholeClient,
  {
    links,
    isOpen,
    seen,
  }: { readonly links: readonly ClientLink[]; readonly isOpen: boolean; readonly seen: ContactsSeen },
): ClientCard {
  const { into: _into, merge: _merge, fields, from, ...core } = client
  const shown = { ...fields, ...(isOpen ? personal.fields : {}) }
  return {
    ...core,
    ...(from === undefined ? {} : { from: [...from] }),
    ...(Object.keys(shown).length === 0 ? {} : { fields: shown }),
    ...(personal.requisites === undefined ? {} : { requisites: personal.requisites }),
    ...(isOpen && personal.unread !== undefined ? { unread: [...personal.unread] } : {}),
    ways: waysShown({ personal }, { isOpen, seen }),
    ...(seen === 'no' && personal.ways.length > 0 ? { contactsHidden: true } : {}),
    links: [...links],
  }
}

/** A client in a list: whoever reads it, numbers and addresses are masked, or left out by the rules. */
export function rowView({ client, personal }: WholeClient, seen: ContactsSeen): ClientRow {
  const first = seen === 'no' ? undefined : personal.ways[0]
  const { id, kind, name, owner, inn, createdAt, fields } = client
  return {
    id,
    kind,
    name,
    owner,
    ...(first === undefined ? {} : { contact: masked(first) }),
    ...(inn === undefined ? {} : { inn }),
    createdAt,
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  }
}

/** A link with who is at the other end of it. */
export function linkView(link: KeptLink, { client }: WholeClient): ClientLink {
  return { ...link, kind: client.kind, name: client.name }
}

/** The numbers and addresses of a card as somebody sees them: open, masked, or none. */
export function waysShown(
  { personal }: Pick<WholeClient, 'personal'>,
  { isOpen, seen }: { readonly isOpen: boolean; readonly seen: ContactsSeen },
): ClientWay[] {
  return seen === 'no' ? [] : personal.ways.map((way) => wayView(way, isOpen && seen === 'always'))
}

function wayView(way: KeptWay, isOpen: boolean): ClientWay {
  return { ...way, text: isOpen ? way.text : masked(way), masked: !isOpen }
}
