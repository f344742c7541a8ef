import { channelsSaying } from '#channels/words/channels-refusal'
import { own } from '#domain/kernel/own'
import type { KeptTalk } from '#ports/talks'
import type { Deal } from '#schemas/deal'
import type { MessageTemplate, Model } from '#schemas/model'
import type { Saying } from '#schemas/saying'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { cardsWrittenTo, haveAgreed, notWritten, sayingNotWritten } from '#channels/usecases/consents/revoked-consent'

type Needs = Pick<ChannelNeeds, 'clients' | 'consents' | 'knownClients'>

/** A template on its way to whoever has a role in a deal, by a talk and an adapter. */
type Sending = {
  readonly model: Model
  readonly template: MessageTemplate
  readonly deal: Deal | undefined
  readonly to: string
  readonly talk: KeptTalk | undefined
  readonly adapter: string
}

/**
 * The cards of whoever a template goes to, or why it may not: they revoked what that needs, are only kept, or have not given
 * the consent it asks for. It is asked of whom the deal names; of several in that role, of those the talk is with.
 */
export async function maySend(
  ports: Needs,
  { model, template, deal, to, talk, adapter }: Sending,
): Promise<readonly string[] | Saying> {
  const linked = (deal?.links ?? []).flatMap(({ role, client }) => (role === to ? [client] : []))
  const [named, outside] = await Promise.all([
    cardsWrittenTo(ports, { clients: linked }),
    cardsWrittenTo(ports, { clients: [], talk }),
  ])
  const both = named.filter((id) => outside.includes(id))
  const cards = both.length > 0 ? outside : [...new Set([...named, ...outside])]
  const { consent } = template
  const why = await notWritten(ports, cards, { adapter, consent })
  if (why !== undefined) return sayingNotWritten(why)
  if (consent === undefined) return cards
  const asked = [both, named, outside].find((some) => some.length > 0) ?? []
  if (await haveAgreed(ports, asked, consent)) return cards
  return channelsSaying('ordered_no_consent', { consent: own(model.consents ?? {}, consent)?.name ?? consent })
}
