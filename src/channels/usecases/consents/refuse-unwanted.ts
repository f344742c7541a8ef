import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { channelsRefusal } from '#channels/words/channels-refusal'
import type { KeptTalk } from '#ports/talks'
import type { Deal } from '#schemas/deal'
import { buyerRole } from '#domain/deals/of-buyer'
import { cardsWrittenTo, notWritten } from './revoked-consent'

type Written = {
  readonly deal: Deal | undefined
  readonly talk: KeptTalk | undefined
  readonly contact: string
  readonly adapter: string
}

/** The cards of whoever is written to; refuses to write to one who has revoked what that needs, or is only kept. */
export async function refuseUnwanted(
  ports: Pick<ChannelNeeds, 'clients' | 'consents' | 'knownClients'>,
  { deal, talk, contact, adapter }: Written,
): Promise<readonly string[]> {
  const buyers = (deal?.links ?? []).filter(({ role }) => role === buyerRole)
  const cards = await cardsWrittenTo(ports, { clients: buyers.map(({ client }) => client), talk, contact })
  const why = await notWritten(ports, cards, { adapter })
  if (why === undefined) return cards
  throw 'until' in why
    ? channelsRefusal('field_value.client_restricted', why)
    : channelsRefusal('field_value.consent_revoked', why)
}
