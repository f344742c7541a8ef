import type { Call } from '#channels/domain/calls'
import { ownCalls } from '#channels/domain/own-calls'
import { isReplyAwaited } from '#domain/deals/first-reply'
import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { recordReply } from '#usecases/deals/record-reply'
import type { ChannelNeeds } from './channel-needs'
import { dealsOf } from './whose-client'

/** A call back that was shorter is no talk. */
const leastSeconds = 5

/**
 * Whoever talks with a client has answered them: the first reply of the deals that wait for one, at the instant it was, and
 * not at the one it was learned.
 */
export async function replyByTalking(ports: ChannelNeeds, call: Call, integration: string): Promise<void> {
  const { client, answeredAt } = call
  if (client === undefined || answeredAt === undefined) return
  if (call.direction === 'out' && call.asTold !== true && call.talkSeconds < leastSeconds) return
  const by = await employeeBehind(ports, integration, call.by)
  for (const deal of await dealsOf(ports, { phone: client })) {
    // Whoever came by a channel is answered by a talk, promised or not.
    const isAwaited = isReplyAwaited(deal) || (deal.askedAt !== undefined && deal.firstReply === undefined)
    if (!isAwaited || answeredAt < (deal.askedAt ?? deal.createdAt)) continue
    const command = { caller: systemCaller('system', 'channels'), correlationId: ports.ids.next('cor') }
    try {
      const reply = { channel: 'phone', repliedAt: answeredAt, ...(by === undefined ? {} : { by }) }
      await recordReply(ports, command, deal.id, reply)
    } catch (error) {
      // A deal that was closed meanwhile waits for nobody.
      if (!(error instanceof Refusal)) throw error
    }
  }
}

/** The employee behind an extension or a login of an integration; undefined where it is nobody’s, or of somebody who left. */
export async function employeeBehind(
  { integrations, people }: Pick<ChannelNeeds, 'integrations' | 'people'>,
  integration: string,
  login: string | undefined,
): Promise<string | undefined> {
  if (login === undefined) return undefined
  // Who tells of a call of their own is known by name.
  if (integration === ownCalls) return login
  const [kept, { employees }] = await Promise.all([integrations.find(integration), people.load()])
  const employee = kept !== undefined && Object.hasOwn(kept.logins, login) ? kept.logins[login] : undefined
  return employee !== undefined && Object.hasOwn(employees, employee) ? employee : undefined
}
