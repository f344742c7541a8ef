import { consentMeant } from '#channels/domain/consent-meant'
import { buyerRole } from '#domain/deals/of-buyer'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import type { Request } from '#channels/domain/request'
import { hashOfWords, withConsentWords } from '#usecases/rules/consent-words'

type Needs = Pick<ChannelNeeds, 'clients' | 'consents' | 'deals' | 'files' | 'knownClients' | 'rules'>
type Given = { readonly id: string; readonly at: string; readonly request: Request }

/**
 * Keeps on the card of whoever sent a form what they agreed to there: the words and the wording they saw, when, on which page
 * and from which address. The same request keeps it once. Of whom no card is certain, the request alone says it, until there is one.
 */
export async function keepConsent(ports: Needs, { id, at, request }: Given): Promise<void> {
  const { said, integration, form, from } = request
  if (said.consent?.given !== true) return
  const client = await clientOf(ports, request)
  if (client === undefined) return
  const { consents = {} } = await withConsentWords(ports, await ports.rules.current())
  const { text, isOfRules, ...meant } = consentMeant(consents, said.consent, form ?? integration)
  const { page } = said.source
  await ports.consents.keep(client.id, {
    ...meant,
    id: `ref_${id}`,
    state: 'agreed',
    at,
    by: integration,
    of: [client.id, ...(client.from ?? [])],
    ...(text === undefined ? {} : { textSha256: hashOfWords(text) }),
    // The words of the rules stay with their published versions; those of a site are gone with its next change.
    ...(text === undefined || isOfRules ? {} : { text }),
    ...(page === undefined ? {} : { page: page.slice(0, 500) }),
    ...(from === undefined ? {} : { ip: from }),
  })
}

async function clientOf({ clients, deals, knownClients }: Needs, { dealId, contact }: Request) {
  const links = dealId === undefined ? [] : ((await deals.find(dealId))?.links ?? [])
  const buyer = links.find(({ role }) => role === buyerRole)?.client
  const id = buyer ?? (await knownClients.find(contact)).linked?.id
  if (id === undefined) return undefined
  const found = await clients.find(id)
  return found?.client.into === undefined ? found?.client : (await clients.find(found.client.into))?.client
}
