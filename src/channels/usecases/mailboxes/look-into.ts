import type { Saying } from '#schemas/saying'
import { whyUnread } from '#channels/usecases/read-arrivals'
import { adapterOf } from '#channels/adapters'
import { isOfDomain } from '#channels/domain/mail/judge-mail'
import { talkAt } from '#channels/domain/mail/reply-address'
import { contactsOf } from '#domain/deals/contacts'
import { mailText } from '#domain/kernel/mail'
import { instantOf, msOf } from '#domain/time/zone'
import type { KeptIntegration, LookedInto } from '#ports/integrations'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { tellSilence } from '#channels/usecases/watch-silence'
import { ComeLater, type Looking, type SeenHead } from './looking'

/** Whoever looks has the mailbox in hand for so long; who died with it is waited for. */
const heldMs = 90_000
const minuteMs = 60_000
const dayMs = 86_400_000

/** Looks into all mailboxes that are fetched, side by side: what came is kept and read as if it had come by the door. */
export async function lookIntoMailboxes(ports: ChannelNeeds, at: string): Promise<{ readonly failed: number }> {
  const all = await ports.integrations.all()
  const boxes = all.filter(({ adapter, paused }) => !paused && adapterOf(adapter)?.fetches !== undefined)
  const went = await Promise.all(boxes.map((one) => lookInto(ports, one, at)))
  return { failed: went.filter((isGood) => !isGood).length }
}

/**
 * Looks into one mailbox where nobody else does and it is time: false where that failed. A server that cannot be reached or
 * lets nobody in is asked after growing pauses; who looks after what is connected is told after an hour.
 */
async function lookInto(ports: ChannelNeeds, integration: KeptIntegration, at: string): Promise<boolean> {
  const was = await ports.integrations.lookedInto(integration.id)
  if ((was?.heldUntil ?? '') > at || (was?.fault?.nextAt ?? '') > at) return true
  let mine: LookedInto = { ...was, integration: integration.id, heldUntil: later(at, heldMs), rev: (was?.rev ?? 0) + 1 }
  if (!(await ports.integrations.saveLookedInto(mine))) return true
  const write = async (more: Partial<LookedInto>) => {
    mine = { ...mine, ...more, rev: mine.rev + 1 }
    if (!(await ports.integrations.saveLookedInto(mine))) throw new Error(`Somebody else looks into ${integration.id}.`)
  }
  const { fault: before } = mine
  try {
    await look(lookingOf(ports, integration, { was, at, note: (place) => write({ place }) }))
    const { heldUntil: _heldUntil, fault: _fault, ...rest } = mine
    mine = rest
    await write({ lookedAt: at })
    return true
  } catch (error) {
    const { heldUntil: _heldUntil, ...rest } = mine
    mine = rest
    const fault = faultOf(error, before, at)
    await write({ fault })
    if (msOf(at) - msOf(fault.since) >= 60 * minuteMs) await tellSilence(ports, integration, { at, since: fault.since })
    return false
  }
}

type Began = {
  readonly was: LookedInto | undefined
  readonly at: string
  readonly note: (place: unknown) => Promise<void>
}

function lookingOf(ports: ChannelNeeds, integration: KeptIntegration, { was, at, note }: Began): Looking {
  return {
    integration,
    outlet: ports.outlet,
    place: was?.place,
    // What came while nobody looked is not older than the last look; a day more, for clocks of servers differ.
    from: later(was?.lookedAt ?? at, -(was?.lookedAt === undefined ? dayMs : 2 * dayMs)),
    isWanted: (head) => isWanted(ports, integration, head),
    take: (mail) => take(ports, integration, mail),
    takeUnread: (why) => takeUnread(ports, integration, why),
    note,
  }
}

async function look(looking: Looking): Promise<void> {
  switch (adapterOf(looking.integration.adapter)?.fetches) {
    case 'imap':
      return (await import('./look-by-imap')).lookByImap(looking)
    case 'graph':
      return (await import('./look-by-graph')).lookByGraph(looking)
    case undefined:
      return undefined
  }
}

function faultOf(error: unknown, before: LookedInto['fault'], at: string): NonNullable<LookedInto['fault']> {
  const times = (before?.times ?? 0) + 1
  const pause = error instanceof ComeLater ? error.seconds * 1000 : minuteMs * Math.min(30, 2 ** Math.min(5, times - 1))
  const { responseText, message } = error as { readonly responseText?: unknown; readonly message?: unknown }
  const why = String(responseText ?? message ?? error).slice(0, 300)
  return { why, since: before?.since ?? at, times, nextAt: later(at, pause) }
}

/**
 * A mail we have already is not fetched again, whichever folder or mailbox it lies in. Of a mailbox that is somebody's own,
 * mail with clients alone is looked at: who is none leaves no trace.
 */
async function isWanted(ports: ChannelNeeds, integration: KeptIntegration, head: SeenHead): Promise<boolean> {
  const { settings, secrets } = integration
  const isKnown = async (id: string | undefined) =>
    id !== undefined && (await ports.talks.findMessage(`mail:${id}`)) !== undefined
  if (await isKnown(head.id)) return false
  if (settings.knownOnly !== true) return true
  const key = secrets[0]?.values['key'] ?? ''
  if (head.to.some((address) => talkAt(address.toLowerCase(), key) !== undefined)) return true
  if (await isKnown(head.answersTo)) return true
  const domain = settings.mailbox?.split('@')[1] ?? ''
  const outside = [head.from ?? '', ...head.to].filter((address) => !isOfDomain(address, domain))
  for (const address of outside) if (await isClients(ports, address)) return true
  return false
}

async function isClients({ knownClients, deals }: ChannelNeeds, address: string): Promise<boolean> {
  const email = mailText(address)
  if (email === undefined) return false
  const { known } = await knownClients.find({ email })
  return known.length > 0 || (await deals.lastDealOf(contactsOf({ email }))) !== undefined
}

async function take(
  { clock, ids, integrations }: ChannelNeeds,
  { id: integration }: KeptIntegration,
  body: Uint8Array,
) {
  const at = clock.now()
  const id = `${at}_${ids.next('arr').slice('arr_'.length)}`
  const headers = { 'content-type': 'message/rfc822' }
  const as = { media: headers['content-type'], method: 'POST', tail: '', query: '', headers } as const
  await integrations.keep({ integration, id, at, state: 'waiting', bytes: body.length, body, ...as })
}

/** It is among what could not be read, so that somebody looks for it in the mailbox. */
async function takeUnread(
  { clock, ids, integrations }: ChannelNeeds,
  { id: integration }: KeptIntegration,
  why: Saying,
) {
  const at = clock.now()
  const id = `${at}_${ids.next('arr').slice('arr_'.length)}`
  const as = { media: 'message/rfc822', method: 'POST', tail: '', query: '', headers: {} } as const
  await integrations.keep({ integration, id, at, state: 'unreadable', bytes: 0, body: new Uint8Array(), ...as })
  await integrations.noteRead(integration, id, 'unreadable', whyUnread(why))
  await integrations.countRead(integration, { at, arrived: 1, unreadable: 1, unmapped: [] })
}

function later(at: string, ms: number): string {
  return instantOf(msOf(at) + ms)
}
