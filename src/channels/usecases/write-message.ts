import { channelsRefusal } from '#channels/words/channels-refusal'
import { textHash } from '#domain/kernel/text-hash'
import type { KeptMessageFact, Message } from '#channels/domain/messages'
import type { KeptOutgoing } from '#ports/talks'
import type { Ports } from '#ports/ports'
import type { AnswerWay, MessageWritten, WriteMessage } from '#schemas/channels/talk'
import { openSeenFile, refuseReader } from '#usecases/deals/deal-file'
import type { Command } from '#usecases/command'
import type { ChannelNeeds } from './channel-needs'
import { keepFacts } from './keep-message-facts'
import { openTalk, type TalkAsker } from './open-talk'
import { answersOf } from './read-conversation'
import { readTalks, type ReadTalks } from './read-stream'
import { talksOfDeal } from './talks-behind'

type Needs = ChannelNeeds & Pick<Ports, 'attached' | 'clients' | 'clock'>
type Writer = TalkAsker & { readonly command: Pick<Command, 'once'> }

/** Writes to the client of a deal, by what they wrote by last or by what is named; the same Idempotency-Key writes once. */
export async function writeToDeal(
  ports: Needs,
  writer: Writer,
  deal: string,
  input: WriteMessage,
): Promise<MessageWritten> {
  const file = await openSeenFile(ports, writer.caller, deal)
  if (!file.mayEdit) refuseReader(file.deal)
  return write(ports, writer, await talksOfDeal(ports, file.deal), input)
}

/** Writes to whoever is outside in a talk. */
export async function writeToTalk(
  ports: Needs,
  writer: Writer,
  talk: string,
  input: WriteMessage,
): Promise<MessageWritten> {
  await openTalk(ports, writer, talk)
  return write(ports, writer, [talk], input)
}

async function write(
  ports: Needs,
  { caller, command }: Writer,
  talks: readonly string[],
  { text, by }: WriteMessage,
): Promise<MessageWritten> {
  const read = await readTalks(ports, talks)
  const at = ports.clock.now()
  const way = wayFor(answersOf(read, at), by)
  const key = command.once?.key
  const id = `out:${key === undefined ? ports.ids.next('ref') : textHash(`${caller.actor.id}#${key}`)}`
  const integration = read.integrations.get(way.integration)
  const last = lastFrom(read, way)
  if (integration === undefined || last?.to === undefined) throw channelsRefusal('field_value.no_way_to_write')
  const before = await ports.talks.findOutgoing(id)
  const sentAt = before?.at ?? at
  const written = { id, by: caller.actor.id, text, at: sentAt, to: last.to }
  // The message first: whoever dies before it is on its way is asked again, with the same key.
  if (before === undefined) {
    const contact = (await ports.talks.findTalk(way.talk))?.contact ?? last.contact
    await keepFacts(ports, integration, id, [factOf(written, last.line, contact)])
    await ports.talks.saveOutgoing(outgoingOf(written, way, last))
  }
  return { id, talk: way.talk, integration: integration.id, at: sentAt }
}

type Written = Readonly<Record<'id' | 'by' | 'text' | 'at' | 'to', string>>

function factOf({ by, text, at, to }: Written, line: string | undefined, contact: string | undefined): KeptMessageFact {
  return {
    direction: 'out',
    ...(contact === undefined ? {} : { contact }),
    to,
    ...(line === undefined ? {} : { line }),
    text,
    by,
    at,
    state: 'waiting',
    learnedAt: at,
  }
}

/** The message on its way; a mail answers the last one of the client, under what that is about. */
function outgoingOf(written: Written, { talk, integration }: AnswerWay, last: Message): KeptOutgoing {
  const subject = last.subject === undefined ? {} : { subject: answerTo(last.subject) }
  const mail = last.id.startsWith('mail:') ? { ...subject, answersTo: last.id.slice('mail:'.length) } : {}
  return { ...written, ...mail, integration, talk, attempts: 0, nextAt: written.at, rev: 1 }
}

function answerTo(subject: string): string {
  return /^(?:re|отв)\s*:/iu.test(subject) ? subject : `Re: ${subject}`
}

/** By what is written: what is named, else what the client used last, as long as free text may be sent. */
function wayFor(answers: readonly AnswerWay[], by: string | undefined): AnswerWay {
  const named = answers.find(({ talk, integration }) => by === undefined || by === `${talk}/${integration}`)
  const [open] = answers.filter((way) => way.open)
  const way = by === undefined ? (open ?? named) : named
  if (way === undefined) throw channelsRefusal('field_value.no_way_to_write')
  if (!way.open) throw channelsRefusal('field_value.window_closed', { name: way.name, until: way.until ?? '' })
  return way
}

function lastFrom({ lines }: ReadTalks, { talk, integration }: AnswerWay): Message | undefined {
  const messages = (lines.get(talk) ?? []).filter(({ kind }) => kind === 'message').map(({ says }) => says as Message)
  return messages.find((message) => message.direction === 'in' && message.integration === integration)
}
