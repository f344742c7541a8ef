import { buyerOf } from '#domain/deals/of-buyer'
import { becomesOf, channelIn, channelNow } from '#channels/domain/intake'
import type { Message } from '#channels/domain/messages'
import { addDuration } from '#domain/time/calendar'
import { systemCaller } from '#domain/kernel/access'
import { Refusal } from '#domain/kernel/refusal'
import { textHash } from '#domain/kernel/text-hash'
import type { Deal } from '#schemas/deal'
import type { Model } from '#schemas/model'
import { createDeal } from '#usecases/deals/create-deal'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import type { ChannelNeeds } from './channel-needs'
import { dealsOfTalk } from './deals-of-talk'
import { noteDeal } from './belonging/note-deal'
import { oweAnswer } from './owe-answer'
import type { Contact } from './whose-client'

type Taking = {
  readonly talk: string
  readonly message: Message
  readonly contact: Contact
  readonly channel?: string
  /** The deal of the thread, where one is known. */
  readonly follows?: string
}

const monthMs = 30 * 86_400_000

/**
 * What becomes of a client’s message: a deal where the file says so and none is open, and in any case an answer that is owed,
 * by the owner of the deal or whoever the file names, until somebody of ours has written or spoken. Of several open deals it
 * belongs to that of its thread; where there is none, to neither until the owner of the newest says which.
 */
export async function takeMessage(ports: ChannelNeeds, taking: Taking): Promise<void> {
  const { talk, message, follows } = taking
  const { model } = await ports.rules.current()
  const channel = channelNow(model, taking.channel)
  const all = await dealsOfTalk(ports, talk)
  const within = model.intake?.sameClientWithin
  const isRecent = ({ createdAt }: Deal) =>
    within === undefined || addDuration(model.calendar, createdAt, within) >= message.at
  const open = all.filter(isRecent)
  const becomes = becomesOf(model.intake, {
    ...(channel === undefined ? {} : { channel }),
    isKnown: all.length > 0,
    openDeals: open.length,
    hasContact: true,
  })
  if (becomes.becomes === 'nothing') return
  const thread = follows === undefined ? undefined : all.find(({ id }) => id === follows)
  const made = thread === undefined && becomes.becomes === 'deal' ? await makeDeal(ports, taking, model) : undefined
  const [newest, ...others] = open
  const deal = thread ?? made ?? (others.length > 0 ? undefined : newest)
  const between = deal === undefined ? newest : undefined
  if (deal !== undefined) await noteDeal(ports, talk, { message, deal: deal.id })
  const answer = model.messages?.answer ?? becomes.answer
  await oweAnswer(ports, {
    talk,
    at: message.at,
    id: message.id,
    becomes: {
      becomes: deal === undefined && between === undefined ? 'request' : 'part_of_deal',
      ...(deal === undefined && between === undefined && becomes.by !== undefined ? { by: becomes.by } : {}),
      ...(answer === undefined ? {} : { answer }),
    },
    ...(model.messages === undefined ? {} : { do: model.messages.do }),
    ...(model.messages?.whenLate === undefined ? {} : { whenLate: model.messages.whenLate }),
    ...(deal === undefined ? {} : { deal }),
    ...(between === undefined ? {} : { between }),
  })
}

/** One deal of one talk, however many messages come before it is made; what cannot be made waits in the inbox. */
async function makeDeal(
  ports: ChannelNeeds,
  { talk, message, contact, channel: channelId }: Taking,
  model: Model,
): Promise<Deal | undefined> {
  const { at } = await ports.talks.claim(`talk#${talk}`, { at: message.at, by: textHash(message.id) }, monthMs)
  const key = `message#${textHash(`${talk}#${at}`)}`
  const channel = channelIn(model, channelId)
  const source = channel?.source
  const options = model.fields['source']?.options
  const command = {
    caller: systemCaller('system', 'channels'),
    correlationId: key,
    once: { key, requestHash: 'message', status: 201 },
  }
  const name = message.name?.slice(0, 200)
  try {
    const deal = await createDeal(
      ports,
      command,
      {
        // A title is told to webhooks and notices: it names nobody.
        title: (channel?.name ?? message.integration).slice(0, 200),
        client: { ...(name === undefined ? {} : { name }), ...contact },
        fields: source !== undefined && options !== undefined && Object.hasOwn(options, source) ? { source } : {},
        ...(channel?.pipeline === undefined ? {} : { pipeline: channel.pipeline }),
      },
      { askedAt: at, ...(channel === undefined ? {} : { channel: channel.id }) },
    )
    await noteClient(ports, talk, deal)
    return deal
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return undefined
  }
}

/** Whose the talk is: a messenger’s own name says nothing of it. */
async function noteClient(
  { talks }: Pick<ChannelNeeds, 'talks'>,
  id: string,
  { id: deal, links }: Deal,
): Promise<void> {
  const client = buyerOf({ links })
  if (client !== undefined) await talks.link(client, id)
  await whileOthersWrite(`The talk ${id} was written`, async () => {
    const was = await talks.findTalk(id)
    if (was === undefined || was.deal === deal) return undefined
    const whose = client === undefined ? {} : { client }
    return (await talks.saveTalk({ ...was, ...whose, deal, rev: was.rev + 1 })) ? undefined : again
  })
}
