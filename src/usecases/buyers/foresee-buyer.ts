import { buyerRole, isOfBuyer, kindIn, withBuyer } from '#domain/deals/of-buyer'
import { clientPrefix } from '#domain/rules/client-facts'
import { namesIn } from '#domain/rules/stage-rules'
import type { Ports } from '#ports/ports'
import type { Deal, Fields, FieldValue } from '#schemas/deal'
import type { Model } from '#schemas/model'

/** A deal that is about to be made, and when. */
export type Foreseen = { readonly written: Deal['client']; readonly fields: Fields; readonly at: string }

/**
 * What the lines of `new_deals` may ask of a deal before it is there: its fields, with what the card of who buys will make of
 * them, and what that card says. Of somebody who is not known yet that is what was written.
 */
export async function foreseeBuyer(
  { knownClients, gateFacts }: Pick<Ports, 'knownClients' | 'gateFacts'>,
  { newDeals }: Pick<Model, 'newDeals'>,
  { written, fields, at }: Foreseen,
): Promise<Readonly<Record<string, FieldValue>>> {
  const names = [...new Set(newDeals.flatMap(({ when }) => namesIn(when)))]
  const asked = names.filter((name) => name.includes('.'))
  // Where no line asks who buys, nobody has to be looked for: taking the client in does that once.
  if (asked.length === 0 && !names.some(isOfBuyer)) return fields
  const said = Object.fromEntries(asked.map((name) => [name, writtenAs(name, written)]))
  const { linked } = Object.keys(written).some((key) => key !== 'name')
    ? await knownClients.find(written)
    : { linked: undefined }
  if (linked === undefined) return { ...said, ...fields }
  const known =
    asked.length === 0
      ? {}
      : (await gateFacts.find({ id: '', links: [{ client: linked.id, role: buyerRole }] }, asked)).values
  const filled = Object.entries(known).filter(([, value]) => value !== null)
  // A card of which no more than a number is known becomes what the next deal says it is.
  const buyer = linked.name === '' ? { ...linked, kind: kindIn(fields) ?? linked.kind } : linked
  return { ...said, ...Object.fromEntries(filled), ...withBuyer(fields, buyer, at) }
}

function writtenAs(name: string, written: Deal['client']): FieldValue {
  const id = name.startsWith(clientPrefix) ? name.slice(clientPrefix.length) : ''
  return id === 'name' || id === 'phone' || id === 'email' ? (written[id] ?? null) : null
}
