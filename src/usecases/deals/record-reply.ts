import { firstReplyOf, isReplyAwaited } from '#domain/deals/first-reply'
import type { Ports } from '#ports/ports'
import type { RecordReply } from '#schemas/commands'
import type { Deal, FirstReply } from '#schemas/deal'
import { refuseEmployee } from './change-owner'
import { expectVersion, once, type Command } from '#usecases/command'
import { commit, notBefore } from './commit'
import { openFile, type DealFile } from './deal-file'

type Needs = Pick<Ports, 'clock' | 'deals' | 'people' | 'rules' | 'gateFacts'>

/**
 * Records that a person has answered the client of a new deal; a second answer changes nothing. With `repliedAt` it was then,
 * whenever it is learned: not before the client turned to us, and not to come.
 */
export function recordReply(
  ports: Needs,
  command: Command,
  dealId: string,
  { repliedAt, ...input }: RecordReply & { readonly repliedAt?: string },
): Promise<Deal> {
  return once(ports, command, async () => {
    const { deal, people, rules } = await openFile(ports, command.caller, dealId)
    expectVersion(deal, command)
    if (input.by !== undefined) refuseEmployee(people, input.by)
    if (deal.firstReply !== undefined) return deal
    const at = notBefore(ports.clock.now(), deal)
    const by = input.by ?? command.caller.employee ?? deal.owner
    const channel = input.channel === undefined ? {} : { channel: input.channel }
    const firstReply = firstReplyOf(deal, { at: replyAt(deal, at, repliedAt), by, ...channel }, rules.model.calendar)
    const comment = input.comment === undefined ? {} : { comment: input.comment }
    const next = { ...deal, firstReply }
    return commit(ports, command, { was: deal, next, name: 'deal.replied', detail: { firstReply, ...comment }, at })
  })
}

function replyAt({ askedAt, createdAt }: Deal, now: string, repliedAt: string | undefined): string {
  const asked = askedAt ?? createdAt
  if (repliedAt === undefined || repliedAt > now) return now
  return repliedAt < asked ? asked : repliedAt
}

/** The first reply that doing a task is, when a person does it while a client still waits for one. */
export function replyByDoing(
  { deal, rules }: Pick<DealFile, 'deal' | 'rules'>,
  { caller }: Command,
  at: string,
): { readonly firstReply?: FirstReply } {
  if (caller.employee === null || caller.actor.kind !== 'employee' || !isReplyAwaited(deal)) return {}
  return { firstReply: firstReplyOf(deal, { at, by: caller.employee }, rules.model.calendar) }
}
