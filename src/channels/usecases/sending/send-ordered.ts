import { orderedMessageId } from '#channels/domain/outgoing'
import type { KeptMessageFact, Message } from '#channels/domain/messages'
import { channelsSaying, channelsSentence } from '#channels/words/channels-refusal'
import { noticeId } from '#domain/people/notice-id'
import { inWords } from '#domain/kernel/saying'
import { filledMessage } from '#domain/rules/message-text'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'
import type { KeptOutgoing, KeptTalk } from '#ports/talks'
import type { AnswerWay } from '#schemas/channels/talk'
import type { Deal } from '#schemas/deal'
import type { MessageTemplate } from '#schemas/model'
import type { Saying } from '#schemas/saying'
import { tell } from '#usecases/people/tell'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { dealsOfTalk } from '#channels/usecases/deals-of-talk'
import { keepFacts } from '#channels/usecases/keep-message-facts'
import { answersOf } from '#channels/usecases/read-conversation'
import { readTalks, type ReadTalks } from '#channels/usecases/read-stream'
import { talksOfClients, talksOfDeal } from '#channels/usecases/talks-behind'
import { maySend } from './may-be-sent'
import { wordsOfDeal } from './words-of-deal'

type Needs = ChannelNeeds & Pick<Ports, 'clients'>
type Order = NonNullable<KeptOutgoing['order']>
type Found = {
  readonly way: AnswerWay
  readonly integration: KeptIntegration
  readonly last: Message
  readonly to: string
  readonly talk: KeptTalk | undefined
}

/**
 * Writes to a client what a rule has ordered: by what they wrote by last or by the channel of the template, with the fields of
 * the deal as they are now. It is written once. What may not or cannot be written is told to whoever has the deal, once.
 */
export async function sendOrdered(ports: Needs, kept: KeptOutgoing, order: Order): Promise<void> {
  const { model } = await ports.rules.current()
  const template = model.messages?.templates?.[order.template]
  const deal = await dealOf(ports, order)
  const found =
    template === undefined
      ? channelsSaying('ordered_no_template', { id: order.template })
      : await wayOf(ports, { order, template, deal })
  if (template === undefined || 'say' in found)
    return refuse(ports, { kept, deal, template }, 'say' in found ? found : channelsSaying('ordered_no_way'))
  const { adapter } = found.integration
  const clients = await maySend(ports, { model, template, deal, to: order.to, talk: found.talk, adapter })
  if ('say' in clients) return refuse(ports, { kept, deal, template }, clients)
  const filled = filledMessage(template.text, await wordsOfDeal(ports, { deal, model, text: template.text }))
  if ('missing' in filled)
    return refuse(ports, { kept, deal, template }, channelsSaying('ordered_empty', { known: filled.missing }))
  await write(ports, kept, { ...found, text: filled.text, clients, consent: template.consent })
}

/** The deal it is about: that of the order, or the newest open one of whoever is outside. */
async function dealOf(ports: Needs, { deal, talk }: Order): Promise<Deal | undefined> {
  if (deal !== undefined) return ports.deals.find(deal)
  return talk === undefined ? undefined : (await dealsOfTalk(ports, talk))[0]
}

type Asked = { readonly order: Order; readonly template: MessageTemplate; readonly deal: Deal | undefined }

async function wayOf(ports: Needs, { order, template, deal }: Asked): Promise<Found | Saying> {
  const read = await readTalks(ports, await talksFor(ports, order, deal))
  const ways = answersOf(read, ports.clock.now()).filter((way) => isBy(read, way, template))
  const way = ways.find(({ open }) => open)
  const [closed] = ways
  if (way === undefined)
    return closed === undefined
      ? channelsSaying('ordered_no_way')
      : channelsSaying('field_value.window_closed', { name: closed.name, until: closed.until ?? '' })
  const integration = read.integrations.get(way.integration)
  const last = lastIn(read, way)
  if (integration === undefined || last?.to === undefined) return channelsSaying('ordered_no_way')
  const talk = await ports.talks.findTalk(way.talk)
  if (talk?.notClient !== undefined) return channelsSaying('ordered_no_client')
  return { way, integration, last, to: last.to, talk }
}

/** The talks with whoever it is to: the one that is named, or those of the deal’s client in that role. */
async function talksFor(ports: Needs, { talk, to }: Order, deal: Deal | undefined): Promise<readonly string[]> {
  if (talk !== undefined && to === 'client') return [talk]
  if (deal === undefined) return []
  if (to === 'client' && !(deal.links ?? []).some(({ role }) => role !== 'client')) return talksOfDeal(ports, deal)
  const ids = (deal.links ?? []).flatMap(({ role, client }) => (role === to ? [client] : []))
  return talksOfClients(ports, ids)
}

/** Whether a way is the channel a template is for; any is where it names none. */
function isBy({ integrations }: ReadTalks, { integration }: AnswerWay, { channel }: MessageTemplate): boolean {
  if (channel === undefined) return true
  return Object.values(integrations.get(integration)?.lines ?? {}).includes(channel)
}

function lastIn({ lines }: ReadTalks, { talk, integration }: AnswerWay): Message | undefined {
  const messages = (lines.get(talk) ?? []).flatMap(({ kind, says }) => (kind === 'message' ? [says as Message] : []))
  return messages.find((message) => message.direction === 'in' && message.integration === integration)
}

type Written = Found & {
  readonly text: string
  readonly clients: readonly string[]
  readonly consent: string | undefined
}

async function write(ports: Needs, kept: KeptOutgoing, written: Written): Promise<void> {
  const { way, integration, last, to, talk, text, clients, consent } = written
  const id = orderedMessageId(kept.id)
  if ((await ports.talks.findOutgoing(id)) !== undefined) return
  const at = ports.clock.now()
  const contact = talk?.contact ?? last.contact
  const fact: KeptMessageFact = {
    direction: 'out',
    ...(contact === undefined ? {} : { contact }),
    to,
    ...(last.line === undefined ? {} : { line: last.line }),
    text,
    ...(kept.by === undefined ? {} : { by: kept.by }),
    at,
    state: 'waiting',
    // Written by a machine: it pays nothing that is owed.
    isAutomatic: true,
    learnedAt: at,
  }
  await keepFacts(ports, integration, id, [fact])
  const isMail = last.id.startsWith('mail:')
  const mail = {
    ...(last.subject === undefined ? {} : { subject: last.subject }),
    ...(isMail ? { answersTo: last.id.slice('mail:'.length) } : {}),
  }
  const needs = { clients, ...(consent === undefined ? {} : { consent }) }
  const by = kept.by === undefined ? {} : { by: kept.by }
  const outgoing = { id, to, text, at, ...by, ...mail, ...needs, integration: integration.id, talk: way.talk }
  await ports.talks.saveOutgoing({ ...outgoing, attempts: 0, nextAt: at, rev: 1 })
}

type Refused = {
  readonly kept: KeptOutgoing
  readonly deal: Deal | undefined
  readonly template: MessageTemplate | undefined
}

/** Whoever has the deal, or ordered it, is told once why a client was not written to. */
async function refuse(ports: Needs, { kept, deal, template }: Refused, saying: Saying): Promise<void> {
  const employee = deal?.owner ?? kept.by
  if (employee === undefined) return
  const at = ports.clock.now()
  const once = `message_failed#${kept.id}`
  const name = template?.name ?? kept.order?.template ?? ''
  await tell(
    ports,
    employee,
    {
      id: noticeId(at, once),
      kind: 'message_failed',
      at,
      integration: { id: 'template', name },
      why: channelsSentence(saying),
      whyRu: inWords((await import('#channels/words/ru')).ru, saying),
      ...(deal === undefined ? {} : { deal: { id: deal.id, title: deal.title } }),
    },
    { once },
  )
}
