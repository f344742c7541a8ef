import { channelsSaying } from '#channels/words/channels-refusal'
import { adapterOf } from '#channels/adapters'
import type { Outgoing, Sent, WritesByRequest } from '#channels/adapter'
import { nextTry, queuedIn } from '#channels/domain/outgoing'
import type { KeptMessageFact } from '#channels/domain/messages'
import { NothingLeft } from '#domain/kernel/delivering'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'
import type { KeptOutgoing } from '#ports/talks'
import type { DomainEvent } from '#schemas/event'
import type { ChannelNeeds } from './channel-needs'
import { unsent } from '#channels/words/unsent'
import { keepFacts, knownAs } from './keep-message-facts'
import { cardsWrittenTo, notWritten, sayingNotWritten } from './consents/revoked-consent'

type Needs = ChannelNeeds & Pick<Ports, 'clients'>

/** A sender that died with a message in its hands is waited for so long. */
const leaseMs = 120_000

/** So many are sent in one run; the others are there for the next. */
const atOnce = 200

/** Sends the message that an event says waits. */
export async function sendQueued(ports: Needs, event: DomainEvent): Promise<void> {
  const id = queuedIn(event)
  if (id !== undefined) await sendMessage(ports, id)
}

/** Sends what is due and was not sent yet. */
export async function sendMessages(ports: Needs, at: string): Promise<{ readonly tried: number }> {
  const ids = await ports.talks.outgoingDue(at, atOnce)
  for (const id of ids) await sendMessage(ports, id)
  return { tried: ids.length }
}

/**
 * Sends a message once it is due and nobody else has it in hand. What the provider has no time for is tried again; what it
 * refuses is not delivered, and says why. Whoever dies between sending and noting it leaves it in doubt: it is not sent again
 * by itself, and its author is asked.
 */
async function sendMessage(ports: Needs, id: string): Promise<void> {
  const now = ports.clock.now()
  const found = await ports.talks.findOutgoing(id)
  if (found?.nextAt === undefined || found.nextAt > now) return
  if (found.sending === true) return noteUnsure(ports, found, now)
  const lease = new Date(Date.parse(now) + leaseMs).toISOString()
  // What is only ordered is written once however often it is looked at.
  const inHand = found.order === undefined ? { sending: true } : {}
  const mine = { ...found, attempts: found.attempts + 1, nextAt: lease, ...inHand, rev: found.rev + 1 }
  if (!(await ports.talks.saveOutgoing(mine))) return
  if (found.order !== undefined) {
    await (await import('./sending/send-ordered')).sendOrdered(ports, mine, found.order)
    const { nextAt: _nextAt, ...done } = mine
    await ports.talks.saveOutgoing({ ...done, rev: mine.rev + 1 })
    return
  }
  const integration = await ports.integrations.find(found.integration)
  const sent = await tried(ports, integration, mine)
  await noteSent(ports, { integration, outgoing: mine, sent, now })
}

async function tried(ports: ChannelNeeds, kept: KeptIntegration | undefined, outgoing: KeptOutgoing): Promise<Sent> {
  const { id, to, text, template } = outgoing
  const writes = kept === undefined ? undefined : adapterOf(kept.adapter)?.writes
  if (kept === undefined || writes === undefined) return unsent(channelsSaying('not_sent_unconnected'))
  if (kept.paused) return { kind: 'later', seconds: 60 }
  const cards = await cardsWrittenTo(ports, { clients: outgoing.clients ?? [], contact: to })
  const why = await notWritten(ports, cards, { adapter: kept.adapter, consent: outgoing.consent })
  if (why !== undefined) return unsent(sayingNotWritten(why))
  const { settings, secrets } = kept
  const filled = template === undefined ? {} : { template }
  const asked = { id, settings: { zone: 'UTC', ...settings }, secrets: secrets[0]?.values ?? {}, to, text, ...filled }
  try {
    if (writes.by === 'mail') return await (await import('./send-mail')).sendMail(ports, kept, outgoing)
    return writes.sent(await ports.outlet.post(writes.send(asked)), to)
  } catch (error) {
    // Where nothing has left it is tried again later; else nobody knows whether it arrived.
    if (error instanceof NothingLeft) return { kind: 'later', seconds: 0 }
    return writes.by === 'request' && writes.isOnce === true ? askedAgain(ports, writes, asked) : { kind: 'unsure' }
  }
}

/** Sends once more, at once: the provider knows the id for a short while only, and later it would be a second message. */
async function askedAgain({ outlet }: Pick<Ports, 'outlet'>, writes: WritesByRequest, asked: Outgoing): Promise<Sent> {
  try {
    const sent = writes.sent(await outlet.post(writes.send(asked)), asked.to)
    // That it has no time for this one says nothing of the first.
    return sent.kind === 'later' ? { kind: 'unsure' } : sent
  } catch {
    return { kind: 'unsure' }
  }
}

type Outcome = {
  readonly integration: KeptIntegration | undefined
  readonly outgoing: KeptOutgoing
  readonly sent: Sent
  readonly now: string
}

/** Whoever had it in hand is gone: somebody of ours has to look whether it arrived, and say so. */
async function noteUnsure(ports: ChannelNeeds, outgoing: KeptOutgoing, now: string): Promise<void> {
  const { nextAt: _nextAt, ...rest } = outgoing
  const integration = await ports.integrations.find(outgoing.integration)
  const { kind: _kind, ...why } = unsent(channelsSaying('not_sent_unsure'))
  if (integration !== undefined)
    await keepFacts(ports, integration, outgoing.id, [{ state: 'unsure', ...why, learnedAt: now }])
  await ports.talks.saveOutgoing({ ...rest, rev: outgoing.rev + 1 })
}

async function noteSent(ports: ChannelNeeds, { integration, outgoing: given, sent, now }: Outcome): Promise<void> {
  if (sent.kind === 'unsure') return noteUnsure(ports, given, now)
  const { sending: _sending, ...outgoing } = given
  const { id } = outgoing
  const { nextAt: _nextAt, ...rest } = outgoing
  const later = sent.kind === 'later' ? nextTry(outgoing, now, sent.seconds) : undefined
  if (later !== undefined) {
    await ports.talks.saveOutgoing({ ...outgoing, nextAt: later, rev: outgoing.rev + 1 })
    return
  }
  if (integration !== undefined) {
    const early: KeptMessageFact[] = []
    for (const one of sent.kind === 'sent' ? [sent.message ?? [], sent.also ?? []].flat() : [])
      early.push(...(await knownAs(ports, integration, id, one)))
    const { kind: _kind, ...why } = sent.kind === 'failed' ? sent : unsent(channelsSaying('not_sent_given_up'))
    const fact: KeptMessageFact =
      sent.kind === 'sent' ? { state: 'sent', learnedAt: now } : { state: 'failed', ...why, learnedAt: now }
    await keepFacts(ports, integration, id, [fact, ...early])
  }
  // Last: whoever dies before leaves it to be looked at again.
  await ports.talks.saveOutgoing({ ...rest, rev: outgoing.rev + 1 })
}
