import { lineAs } from '#channels/domain/intake'
import { adapterOf } from '#channels/adapters'
import { Unreadable } from '#channels/adapter'
import { arrivalOf } from '#channels/domain/arrivals'
import { askedOf } from '#channels/domain/asked'
import type { AddressedMail, CallFact, Fact } from '#channels/domain/facts'
import { channelsSaying, channelsSentence } from '#channels/words/channels-refusal'
import type { KeptArrival, KeptIntegration, WhyUnread } from '#ports/integrations'
import type { Saying } from '#schemas/saying'
import type { DomainEvent } from '#schemas/event'
import type { MessageFact } from '#channels/domain/messages'
import { keepAttachments } from './attachments/keep-attachments'
import { keepMessageFacts } from './keep-message-facts'
import { keepCallFacts } from './keep-call-facts'
import { takeRequest } from './take-request'
import type { ChannelNeeds } from './channel-needs'

/** What became of something that was read. */
export type Read = {
  readonly state: 'read' | 'ignored' | 'unreadable'
  readonly why?: string
  readonly unmapped?: readonly string[]
}

/** Reads what an event says has come. What cannot be understood is kept and says why: that is no failure. */
export async function readArrivals(ports: ChannelNeeds, event: DomainEvent): Promise<Read | undefined> {
  const place = arrivalOf(event)
  if (place === undefined) return undefined
  const [integration, arrival] = await Promise.all([
    ports.integrations.find(place.integration),
    ports.integrations.arrival(place.integration, place.id),
  ])
  // What is gone after its days, or waits until somebody lets it be read, is not read by a late event.
  if (integration === undefined || arrival === undefined || arrival.state !== 'waiting') return undefined
  const read = await readArrival(ports, integration, arrival)
  await ports.integrations.countRead(integration.id, {
    at: arrival.at,
    arrived: 1,
    unreadable: read.state === 'unreadable' ? 1 : 0,
    unmapped: read.unmapped ?? [],
  })
  return read
}

/** Reads one thing that came and does what follows; whoever reads it again changes nothing. */
export async function readArrival(
  ports: ChannelNeeds,
  integration: KeptIntegration,
  arrival: KeptArrival,
): Promise<Read> {
  const understood = await addressedIn(ports, integration, await factsOf(integration, arrival))
  if ('why' in understood) {
    const why = whyUnread(understood.why)
    await ports.integrations.noteRead(integration.id, arrival.id, 'unreadable', why)
    return { state: 'unreadable', why: why.text }
  }
  const { facts } = understood
  const calls = facts.filter((fact): fact is CallFact => fact.kind === 'call')
  if (calls.length > 0) await keepCallFacts(ports, integration, calls, arrival.at)
  const messages = facts.filter((fact): fact is MessageFact => fact.kind === 'message')
  if (messages.length > 0)
    await keepMessageFacts(ports, integration, await keepAttachments(ports, messages), arrival.at)
  for (const fact of facts)
    if (fact.kind !== 'call' && fact.kind !== 'message') await takeRequest(ports, { integration, arrival, fact })
  const state = facts.length === 0 ? 'ignored' : 'read'
  await ports.integrations.noteRead(integration.id, arrival.id, state)
  return { state, unmapped: unmappedIn(integration, calls, messages) }
}

type Understood = { readonly facts: readonly Fact[] } | { readonly why: Saying }

/** Why something could not be read, as it is kept: in English, and by the key of its sentence for other readers. */
export function whyUnread(saying: Saying): WhyUnread {
  return { text: channelsSentence(saying).slice(0, 500), said: [saying] }
}

/** Mails to addresses of employees are done with, or are messages like others. */
async function addressedIn(ports: ChannelNeeds, integration: KeptIntegration, understood: Understood) {
  if ('why' in understood) return understood
  const facts: Exclude<Fact, AddressedMail>[] = []
  for (const fact of understood.facts) {
    if (fact.kind !== 'addressed') {
      facts.push(fact)
      continue
    }
    const kept = await (await import('./mailboxes/keep-addressed')).keepAddressed(ports, integration, fact)
    if ('why' in kept) return kept
    facts.push(...kept.messages)
  }
  return { facts }
}

async function factsOf({ adapter: id, settings, secrets }: KeptIntegration, arrival: KeptArrival): Promise<Understood> {
  const adapter = adapterOf(id)
  if (adapter === undefined) return { why: channelsSaying('unread_adapter', { id }) }
  const asked = askedOf(arrival)
  try {
    const facts = await adapter.read({
      asked,
      settings: { zone: 'UTC', ...settings },
      secrets: secrets[0]?.values ?? {},
    })
    return { facts }
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.saying }
    // An adapter that breaks over what it was sent must not lose it: it is mended, and what came is read again.
    const why = (error instanceof Error ? error.message : String(error)).slice(0, 300)
    return { why: channelsSaying('unread_broke', { why }) }
  }
}

/** Extensions, logins and numbers of ours that were heard and are nobody’s yet. */
function unmappedIn(
  { logins, lines }: KeptIntegration,
  calls: readonly CallFact[],
  messages: readonly MessageFact[],
): readonly string[] {
  const said = [...calls.map(({ by, leg, line }) => [by, leg?.who, line]), ...messages.map(({ by }) => [by])]
  const heard = said.flat().filter((name) => name !== undefined)
  return [...new Set(heard)].filter((name) => !Object.hasOwn(logins, name) && lineAs(lines, name) === undefined)
}
