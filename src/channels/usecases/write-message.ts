import { channelsRefusal } from '#channels/words/channels-refusal'
import { textHash } from '#domain/kernel/text-hash'
import type { KeptMessageFact, Message } from '#channels/domain/messages'
import type { KeptIntegration } from '#ports/integrations'
import type { KeptOutgoing } from '#ports/talks'
import type { Ports } from '#ports/ports'
import type { Deal } from '#schemas/deal'
import type { MessageWritten, WriteMessage } from '#schemas/channels/message'
import type { AnswerWay } from '#schemas/channels/talk'
import { openSeenFile, refuseReader } from '#usecases/deals/deal-file'
import type { Command } from '#usecases/command'
import type { ChannelNeeds } from './channel-needs'
import { keepFacts } from './keep-message-facts'
import { refuseUnwanted } from './consents/refuse-unwanted'
import { openTalk, type TalkAsker } from './open-talk'
import { answersOf } from './read-conversation'
import { readTalks, type ReadTalks } from './read-stream'
import { dealFiles } from './writing/deal-files'
import { mailWays, type MailWay } from './writing/mail-ways'
import { filledTemplate } from './writing/templates'
import { talksOfDeal } from './talks-behind'

type Needs = ChannelNeeds & Pick<Ports, 'attached'>
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
  const connected = await ports.integrations.all()
  const [talks, first] = await Promise.all([talksOfDeal(ports, file.deal), mailWays(ports, file.deal, connected)])
  return write(ports, writer, { talks, deal: file.deal, first, connected }, input)
}

/** Writes to whoever is outside in a talk. */
export async function writeToTalk(
  ports: Needs,
  writer: Writer,
  talk: string,
  input: WriteMessage,
): Promise<MessageWritten> {
  await openTalk(ports, writer, talk)
  return write(ports, writer, { talks: [talk], first: [] }, input)
}

/** To whom: their talks, the deal it is about, and by which mailboxes they may be written to first. */
type Written = {
  readonly talks: readonly string[]
  readonly deal?: Deal
  readonly first: readonly MailWay[]
  readonly connected?: readonly KeptIntegration[]
}

async function write(
  ports: Needs,
  { caller, command }: Writer,
  { talks, deal, first, connected }: Written,
  { text: written, template: named, places, by, subject, files = [] }: WriteMessage,
): Promise<MessageWritten> {
  const read = await readTalks(ports, talks, connected === undefined ? {} : { connected })
  const at = ports.clock.now()
  if ((written === undefined) === (named === undefined)) throw channelsRefusal('field_value.text_or_template')
  const way = wayFor([...answersOf(read, at), ...first], by, named !== undefined)
  if (way.mail !== true && (subject !== undefined || files.length > 0))
    throw channelsRefusal('field_value.only_by_mail', { name: way.name })
  const key = command.once?.key
  const id = `out:${key === undefined ? ports.ids.next('ref') : textHash(`${caller.actor.id}#${key}`)}`
  const integration = await ports.integrations.find(way.integration)
  const last = lastFrom(read, way)
  const to = last?.to ?? first.find((one) => one.talk === way.talk)?.to
  if (integration === undefined || to === undefined) throw channelsRefusal('field_value.no_way_to_write')
  const hung = await dealFiles(ports, deal?.id, files)
  const before = await ports.talks.findOutgoing(id)
  const sentAt = before?.at ?? at
  // The message first: whoever dies before it is on its way is asked again, with the same key.
  if (before === undefined) {
    const template = named === undefined ? undefined : { template: named, places }
    const { text, ...filled } =
      template === undefined ? { text: written ?? '' } : await filledTemplate(ports, integration, template)
    const wording = { id, by: caller.actor.id, text, at: sentAt, to }
    await put(ports, { wording, way, last, deal, subject, hung, filled, integration })
  }
  return { id, talk: way.talk, integration: integration.id, at: sentAt }
}

type Putting = {
  readonly wording: Wording
  readonly way: AnswerWay
  readonly integration: KeptIntegration
  readonly last: Message | undefined
  readonly deal: Deal | undefined
  readonly subject: string | undefined
  readonly hung: Awaited<ReturnType<typeof dealFiles>>
  readonly filled: Pick<KeptOutgoing, 'template'>
}

/** Puts a message into its talk, and on its way. */
async function put(ports: Needs, { wording, way, last, deal, subject, hung, filled, integration }: Putting) {
  const talk = await ports.talks.findTalk(way.talk)
  const contact = talk?.contact ?? last?.contact ?? wording.to
  const clients = await refuseUnwanted(ports, { deal, talk, contact, adapter: integration.adapter })
  const about = way.mail === true ? subjectOf(subject, last, deal) : {}
  const attachments = hung.map(({ key, name, type, size }) => ({ kind: type, name, file: key, size }))
  const fact = {
    ...factOf(wording, last?.line, contact),
    ...about,
    ...(hung.length === 0 ? {} : { attachments }),
  }
  await keepFacts(ports, integration, wording.id, [fact])
  const outgoing = { ...outgoingOf(wording, way, last), ...filled, clients }
  await ports.talks.saveOutgoing({ ...outgoing, ...about, ...(hung.length === 0 ? {} : { files: hung }) })
}

type Wording = Readonly<Record<'id' | 'by' | 'text' | 'at' | 'to', string>>

function factOf({ by, text, at, to }: Wording, line: string | undefined, contact: string | undefined): KeptMessageFact {
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

/** The message on its way; a mail answers the last one of the client. */
function outgoingOf(written: Wording, { talk, integration }: AnswerWay, last: Message | undefined): KeptOutgoing {
  const mail = last?.id.startsWith('mail:') === true ? { answersTo: last.id.slice('mail:'.length) } : {}
  return { ...written, ...mail, integration, talk, attempts: 0, nextAt: written.at, rev: 1 }
}

/** What a mail is about: what is said, else what the last one of the client was, else the deal. */
function subjectOf(
  given: string | undefined,
  last: Message | undefined,
  deal: Deal | undefined,
): { readonly subject?: string } {
  const subject = given ?? (last?.subject === undefined ? deal?.title : answerTo(last.subject))
  return subject === undefined ? {} : { subject }
}

function answerTo(subject: string): string {
  return /^(?:re|отв)\s*:/iu.test(subject) ? subject : `Re: ${subject}`
}

/** By what is written: what is named, else what the client used last, as long as it may be: a template may at any time. */
function wayFor(all: readonly AnswerWay[], by: string | undefined, isTemplate: boolean): AnswerWay {
  const answers = isTemplate ? all.filter(({ templates }) => templates === true) : all
  const named = answers.find(({ talk, integration }) => by === undefined || by === `${talk}/${integration}`)
  const [open] = answers.filter((way) => way.open)
  const way = by === undefined && !isTemplate ? (open ?? named) : named
  if (way === undefined) throw channelsRefusal('field_value.no_way_to_write')
  if (!way.open && !isTemplate)
    throw channelsRefusal('field_value.window_closed', { name: way.name, until: way.until ?? '' })
  return way
}

function lastFrom({ lines }: ReadTalks, { talk, integration }: AnswerWay): Message | undefined {
  const messages = (lines.get(talk) ?? []).filter(({ kind }) => kind === 'message').map(({ says }) => says as Message)
  return messages.find((message) => message.direction === 'in' && message.integration === integration)
}
