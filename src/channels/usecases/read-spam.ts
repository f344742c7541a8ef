import type { Caller } from '#domain/kernel/access'
import type { Page } from '#ports/page'
import type { SpamRequest } from '#schemas/channels/talk'
import type { ChannelNeeds } from './channel-needs'
import { refuseChannels } from './read-integrations'
import type { Request } from '#channels/domain/request'

/** What was taken for a robot’s in the last thirty days, the newest first, for whoever looks after what comes. */
export async function readSpam(
  { talks }: Pick<ChannelNeeds, 'talks'>,
  caller: Caller,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page<SpamRequest> & { items: SpamRequest[] }> {
  refuseChannels(caller)
  const found = await talks.listed('spam', page)
  const items = found.items.map(({ talk, line: { id, at, says } }): SpamRequest => {
    const { integration, said } = says as Request
    const { name, message } = said
    return {
      talk,
      id,
      at,
      integration,
      ...(name === undefined ? {} : { name }),
      ...(message === undefined ? {} : { text: message.slice(0, 500) }),
    }
  })
  return { ...found, items }
}
