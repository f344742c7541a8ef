import { channelsRefusal } from '#channels/words/channels-refusal'
import { pagesOf } from '#usecases/every-page'
import type { Command } from '#usecases/command'
import type { ChannelNeeds } from './channel-needs'
import { refuseChannels } from './read-integrations'
import type { Request } from '#channels/domain/request'
import { settleRequest } from './take-request'

/** Which request it is: in which talk, and by its own id. */
export type RequestPlace = { readonly talk: string; readonly request: string }

/**
 * Brings back what was taken for a robot’s: it becomes what the file says, with the clock of when it came. What was brought
 * back before stays as it is.
 */
export async function restoreRequest(
  ports: ChannelNeeds,
  { caller }: Pick<Command, 'caller'>,
  { talk, request: id }: RequestPlace,
): Promise<Request> {
  refuseChannels(caller)
  for await (const lines of pagesOf(100, (page) => ports.talks.lines(talk, page))) {
    const line = lines.find((one) => one.kind === 'request' && one.id === id)
    if (line === undefined) continue
    const request = line.says as Request
    if (request.became !== 'spam') return request
    const { model } = await ports.rules.current()
    return settleRequest(ports, { talk, id, at: line.at, request }, model)
  }
  throw channelsRefusal('field_value.request_unknown', { id })
}
