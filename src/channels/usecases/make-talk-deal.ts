import { channelIn } from '#channels/domain/intake'
import { channelsRefusal } from '#channels/words/channels-refusal'
import type { MakeTalkDeal, TalkState } from '#schemas/channels/talk'
import type { Task } from '#schemas/task'
import type { Command } from '#usecases/command'
import { createDeal } from '#usecases/deals/create-deal'
import { everyPage } from '#usecases/every-page'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import type { ChannelNeeds } from './channel-needs'
import { keepConsent } from './consents/keep-consent'
import { openOwed, openTalk, type TalkAsker } from './open-talk'
import { talkState } from './take-talk'
import type { Request } from '#channels/domain/request'
import { linkTalk } from './talks-of-client'
import { contactWritten, type Contact } from './whose-client'

/**
 * Makes a deal of what somebody asked for or rang about; it is the caller’s, and timed from when the client turned to us.
 * What is owed in the talk is owed on the deal from then on.
 */
export async function makeTalkDeal(
  ports: ChannelNeeds,
  asker: TalkAsker & { readonly command: Command },
  id: string,
  input: MakeTalkDeal,
): Promise<{ readonly dealId: string; readonly talk: TalkState }> {
  const { talk, tasks } = await openTalk(ports, asker, id)
  const request = await lastRequest(ports, id)
  const contact: Contact = { ...contactWritten(talk.contact), ...request?.says.contact }
  const name = request?.says.said.name ?? talk.name
  if (name === undefined && contact.phone === undefined && contact.email === undefined)
    throw channelsRefusal('field_value.nobody_to_answer')
  const { model } = await ports.rules.current()
  const channel = channelIn(model, request?.says.channel)
  const askedAt = openOwed(tasks)
    .flatMap(({ dueWhy }) => dueWhy.anchorValue ?? [])
    .toSorted()[0]
  // A title is told to webhooks and notices: it names nobody.
  const title = input.title ?? request?.says.said.form ?? channel?.name ?? `№ ${id.slice(-6)}`
  const client = { ...(name === undefined ? {} : { name: name.slice(0, 200) }), ...contact }
  const place = input.pipeline ?? channel?.pipeline
  const owner = asker.caller.employee
  const deal = await createDeal(
    ports,
    asker.command,
    {
      title: title.slice(0, 200),
      client,
      ...(place === undefined ? {} : { pipeline: place }),
      ...(owner === null ? {} : { owner }),
    },
    askedAt === undefined ? {} : { askedAt },
  )
  await linkTalk(ports, { id, at: talk.lastAt }, contact)
  if (request?.says.became === 'request') await becomeDeal(ports, id, request, deal.id)
  const owed = await onDeal(ports, id, { dealId: deal.id, owner: deal.owner })
  return { dealId: deal.id, talk: talkState(talk, owed) }
}

/** Notes what a request became, and what was agreed to in it on the card that there is now. */
async function becomeDeal(
  ports: ChannelNeeds,
  talk: string,
  request: NonNullable<Awaited<ReturnType<typeof lastRequest>>>,
  dealId: string,
): Promise<void> {
  const says: Request = { ...request.says, became: 'deal', dealId }
  await ports.talks.saveLine(talk, { ...request, says })
  await keepConsent(ports, { id: request.id, at: request.at, request: says })
}

/** What is owed in the talk is owed on the deal, by its owner. */
async function onDeal(
  { deals }: Pick<ChannelNeeds, 'deals'>,
  id: string,
  { dealId, owner }: { readonly dealId: string; readonly owner: string },
): Promise<readonly Task[]> {
  return whileOthersWrite(`What is owed in ${id} was written`, async () => {
    const tasks = await deals.tasksOfSubject({ kind: 'talk', id })
    for (const task of openOwed(tasks).filter((one) => one.dealId === '')) {
      const next = { ...task, dealId, responsible: owner, rev: task.rev + 1 }
      if (!(await deals.adjustTask(next, task.rev))) return again
    }
    return tasks
  })
}

async function lastRequest({ talks }: Pick<ChannelNeeds, 'talks'>, id: string) {
  const lines = await everyPage(100, (page) => talks.lines(id, page))
  const found = lines.find((line) => line.kind === 'request')
  return found === undefined ? undefined : { ...found, says: found.says as Request }
}
