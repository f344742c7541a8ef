import { channelOf } from '#channels/domain/intake'
import { isMailbox } from '#channels/domain/mail/mail-adapters'
import {
  messageOf,
  owesAnswer,
  withMessageFacts,
  type KeptMessageFact,
  type Message,
  type MessageFact,
} from '#channels/domain/messages'
import { mailKey, mailText } from '#domain/kernel/mail'
import { noticeId } from '#domain/people/notice-id'
import { tell } from '#usecases/people/tell'
import { phonesIn } from '#domain/kernel/phone'
import type { KeptIntegration } from '#ports/integrations'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { homeOf } from '#usecases/home-of'
import type { ChannelNeeds } from './channel-needs'
import { answeredSince, replyByWriting } from './reply-by-writing'
import { payAnswers } from './pay-answers'
import { employeeBehind } from './reply-by-talking'
import { lineOf } from './belonging/note-deal'
import { takeMessage } from './take-message'
import { linkTalk } from './talks-of-client'
import { contactWritten } from './whose-client'

/** Adds what was told of messages to what is known of them, and does what follows; whoever tells it again changes nothing. */
export async function keepMessageFacts(
  ports: ChannelNeeds,
  integration: KeptIntegration,
  facts: readonly MessageFact[],
  learnedAt: string,
): Promise<void> {
  for (const message of new Set(facts.map((fact) => fact.message))) {
    const own = facts.filter((fact) => fact.message === message)
    await noteOurs(ports, integration, own[0])
    await keepFacts(
      ports,
      integration,
      messageId(integration, message),
      own.map((fact) => kept(fact, learnedAt)),
    )
  }
}

/** A state that says of which message of ours it is: that is known by the provider’s id from now on, if it was not. */
async function noteOurs(
  ports: ChannelNeeds,
  integration: KeptIntegration,
  fact: MessageFact | undefined,
): Promise<void> {
  if (fact?.ours === undefined || (await ports.talks.findMessage(messageId(integration, fact.message))) !== undefined)
    return
  const ours = await ports.talks.findMessage(fact.ours)
  if (ours?.integration !== integration.id || ours.of !== undefined) return
  const early = await knownAs(ports, integration, fact.ours, fact.message)
  if (early.length > 0) await keepFacts(ports, integration, ours.id, early)
}

/** Lets a message of ours be known by the provider’s own id; what was told of that before is of this message. */
export async function knownAs(
  { talks }: Pick<ChannelNeeds, 'talks'>,
  integration: KeptIntegration,
  of: string,
  message: string,
): Promise<readonly KeptMessageFact[]> {
  const id = messageId(integration, message)
  return whileOthersWrite(`The message ${id} was written`, async () => {
    const was = await talks.findMessage(id)
    const facts = (was?.facts ?? []) as readonly KeptMessageFact[]
    const named = { id, integration: integration.id, facts: [], of, rev: (was?.rev ?? 0) + 1 }
    return (await talks.saveMessage(named)) ? facts : again
  })
}

/** What a message is called here: a mail is the same in whichever mailbox it comes, other ids are of their integration alone. */
export function messageId({ id, adapter }: Pick<KeptIntegration, 'id' | 'adapter'>, message: string): string {
  return `${isMailbox({ adapter }) ? 'mail' : id}:${message}`
}

/** Adds facts to a message by its id here; a message of ours is known by the provider’s own id, too. */
export async function keepFacts(
  ports: ChannelNeeds,
  integration: KeptIntegration,
  given: string,
  more: readonly KeptMessageFact[],
): Promise<void> {
  const { id, facts, deal } = await whileOthersWrite(`What is known of the message ${given} was written`, async () => {
    const named = await ports.talks.findMessage(given)
    const own = named?.of ?? given
    const was = named?.of === undefined ? named : await ports.talks.findMessage(own)
    const before = (was?.facts ?? []) as readonly KeptMessageFact[]
    const next = withMessageFacts(before, more)
    if (JSON.stringify(next) === JSON.stringify(before)) return { id: own, facts: next, deal: was?.deal }
    const inDeal = was?.deal ?? more.find((fact) => fact.inDeal !== undefined)?.inDeal
    const saved = {
      ...was,
      id: own,
      integration: integration.id,
      facts: next,
      rev: (was?.rev ?? 0) + 1,
      ...(inDeal === undefined ? {} : { deal: inDeal }),
    }
    return (await ports.talks.saveMessage(saved)) ? { id: own, facts: next, deal: inDeal } : again
  })
  const message = messageOf(id, integration.id, facts)
  if (message !== undefined)
    await enter(ports, integration, { message, facts, ...(deal === undefined ? {} : { deal }) })
}

function kept(
  { kind: _kind, message: _message, ours: _ours, ...fact }: MessageFact,
  learnedAt: string,
): KeptMessageFact {
  return { ...fact, learnedAt }
}

type Entering = {
  readonly message: Message
  readonly facts: readonly KeptMessageFact[]
  /** The deal it belongs to, where that is known already. */
  readonly deal?: string
}

/** What follows of a message is done again with all that is known now: a line in the talk, what is owed, what is paid. */
async function enter(
  ports: ChannelNeeds,
  integration: KeptIntegration,
  { message, facts, deal }: Entering,
): Promise<void> {
  const thread = await threadOf(ports, integration, message)
  const contact = thread.contact ?? contactOf(message)
  if (contact === undefined) return
  const talk = await ports.talks.talkIdOf(contact)
  const home = await homeOf(ports)
  const phone = facts.flatMap((fact) => phonesIn(fact.phone ?? '', home))[0]?.number
  await noteTalk(ports, { id: talk, contact, message, ...(phone === undefined ? {} : { phone }) })
  const written = contactWritten(contact)
  const known = phone === undefined ? written : { ...written, phone }
  await linkTalk(ports, { id: talk, at: message.at }, known)
  await ports.talks.saveLine(talk, lineOf(message, deal))
  if (message.direction === 'out') return paidBy(ports, integration, talk, message)
  if (!owesAnswer(message) || message.isDeleted === true) return
  if (await answeredSince(ports, talk, message.at)) return
  const channel = channelOf(integration.lines, message.line)
  const follows = deal ?? (await followed(ports, talk, { message, ...thread }))
  const taking = { talk, message, contact: known, ...(channel === undefined ? {} : { channel }) }
  await takeMessage(ports, { ...taking, ...(follows === undefined ? {} : { follows }) })
}

/**
 * The deal a message follows into: that of the mail it answers, or, in a messenger and where a mail came to the address of
 * the talk, what somebody has said the talk is about.
 */
async function followed(
  { talks }: Pick<ChannelNeeds, 'talks'>,
  talk: string,
  { message: { id, inTalk }, deal }: { readonly message: Message; readonly deal?: string },
): Promise<string | undefined> {
  if (deal !== undefined || (id.startsWith('mail:') && inTalk === undefined)) return deal
  return (await talks.findTalk(talk))?.picked?.deal
}

/** Whoever wrote what was not delivered is told so, once. */
async function tellAuthor(ports: ChannelNeeds, { id, name }: KeptIntegration, message: Message): Promise<void> {
  const { id: no, by, why, said: ours } = message
  if (by === undefined) return
  const at = ports.clock.now()
  const once = `message_failed#${no}`
  // A provider's own words; a sentence of ours stands in the talk, in the language of whoever reads it.
  const said = why === undefined || ours !== undefined ? {} : { why }
  const notice = { id: noticeId(at, once), kind: 'message_failed' as const, at, integration: { id, name }, ...said }
  await tell(ports, by, notice, { once })
}

/** Only what has left is an answer, and only from a person. */
async function paidBy(
  ports: ChannelNeeds,
  integration: KeptIntegration,
  talk: string,
  message: Message,
): Promise<void> {
  const { at, by: login, state, isAutomatic } = message
  if (state === 'failed' || state === 'unsure') return tellAuthor(ports, integration, message)
  if (state === 'waiting' || isAutomatic === true) return
  const { employees } = await ports.people.load()
  const mapped = await employeeBehind(ports, integration.id, login)
  const address = mailKey(login ?? '')
  const named = Object.values(employees).find(
    ({ id, email = '' }) => id === login || (email !== '' && mailKey(email) === address),
  )
  const by = mapped ?? named?.id
  const who = by === undefined ? {} : { by }
  await payAnswers(ports, talk, { at, how: 'answered', ...who })
  await replyByWriting(ports, { talk, at, channel: integration.adapter, ...who })
}

type Thread = { readonly contact?: string; readonly deal?: string }

/** Who an answer to a message we know is from, and its deal: it belongs where that does, whoever of them wrote it. */
async function threadOf(
  { talks }: Pick<ChannelNeeds, 'talks'>,
  integration: KeptIntegration,
  { inTalk, answersTo = [] }: Message,
): Promise<Thread> {
  let contact = inTalk === undefined ? undefined : (await talks.findTalk(inTalk))?.contact
  let deal: string | undefined
  for (const one of answersTo.toReversed()) {
    const known = await talks.findMessage(messageId(integration, one))
    const found = known?.of === undefined ? known : await talks.findMessage(known.of)
    const facts = (found?.facts ?? []) as readonly KeptMessageFact[]
    const before = found === undefined ? undefined : messageOf(found.id, found.integration, facts)
    contact ??= before === undefined ? undefined : contactOf(before)
    deal ??= found?.deal
    if (contact !== undefined && deal !== undefined) break
  }
  return { ...(contact === undefined ? {} : { contact }), ...(deal === undefined ? {} : { deal }) }
}

/** The one form there is of a number or an address; a messenger’s own name stays as it is. */
function contactOf({ contact }: Message): string | undefined {
  if (contact === undefined) return undefined
  if (contact.startsWith('+')) return phonesIn(contact)[0]?.number
  return contact.includes('@') ? mailText(contact) : contact
}

type Noted = {
  readonly id: string
  readonly contact: string
  readonly phone?: string
  readonly message: Pick<Message, 'at' | 'direction' | 'name'>
}

async function noteTalk(
  { talks }: Pick<ChannelNeeds, 'talks'>,
  { id, contact, phone, message: { at, direction, name } }: Noted,
): Promise<void> {
  await whileOthersWrite(`The talk ${id} was written`, async () => {
    const was = await talks.findTalk(id)
    const called = was?.name ?? (direction === 'in' ? name : undefined)
    const next = {
      ...was,
      id,
      contact: was?.contact ?? contact,
      ...(called === undefined ? {} : { name: called }),
      ...(phone === undefined ? {} : { phone }),
      lastAt: was !== undefined && was.lastAt > at ? was.lastAt : at,
      rev: (was?.rev ?? 0) + 1,
    }
    const isSame = was !== undefined && was.lastAt === next.lastAt && was.name === next.name && was.phone === next.phone
    return isSame || (await talks.saveTalk(next)) ? undefined : again
  })
}
