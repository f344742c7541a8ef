import { callList } from '#channels/domain/call-list'
import { callOf, settled, settlesAt, type Call, type KeptFact } from '#channels/domain/calls'
import type { KeptCall } from '#ports/talks'
import type { ChannelNeeds } from './channel-needs'
import { noteRecordings } from './recordings/fetch-recordings'
import { keepOwed, usualTalkSeconds } from './keep-owed'
import { linkTalk } from './talks-of-client'
import { payAnswers } from './pay-answers'
import { raiseOnDeal } from '#usecases/attached/raise-on-deal'
import { inTurns } from '#usecases/in-groups'
import { employeeBehind, replyByTalking } from './reply-by-talking'
import { dealsOf } from './whose-client'

/** Talks with nobody known: hidden numbers, one for each month so that no partition grows for ever. */
const hidden = 'talk_hidden'

/** So many calls are judged in one run, and so many side by side; the others are there for the next. */
const atOnce = 500
const sideBySide = 8

/** Judges calls of which nothing more was heard for a while: what was missed becomes a debt, what was said pays it. */
export async function settleCalls(ports: ChannelNeeds, at: string): Promise<{ readonly settled: number }> {
  const ids = await ports.talks.callsToSettle(at, atOnce)
  // One that cannot be judged must not keep the others waiting.
  await inTurns(ids, sideBySide, (id) => settleCall(ports, id, at))
  return { settled: ids.length }
}

/**
 * Judges one call, whether it is time or not: it is done again when more becomes known. That it was judged is noted last, so
 * that whoever dies half-way leaves it to be judged again.
 */
export async function settleCall(ports: ChannelNeeds, id: string, at?: string): Promise<void> {
  const kept = await ports.talks.findCall(id)
  if (kept === undefined) return
  const facts = kept.facts as readonly KeptFact[]
  if (at !== undefined && settlesAt(id, facts) > at) return
  const call = settled(callOf(id, facts))
  if (call.direction !== 'internal') await enter(ports, kept, call)
  const { settlesAt: _settlesAt, ...done } = kept
  // Whoever was faster has learned more, and will judge the call by it.
  await ports.talks.saveCall({ ...done, rev: kept.rev + 1 })
}

/** Whoever is spoken with is answered, whatever they had asked for; a call that was too short is no talk. */
async function payByCall(
  ports: ChannelNeeds,
  { talk, call, integration }: { readonly talk: string; readonly call: Call; readonly integration: string },
): Promise<void> {
  const { model } = await ports.rules.current()
  if (call.direction === 'out' && call.talkSeconds < (model.calls?.talkSeconds ?? usualTalkSeconds)) return
  const by = await employeeBehind(ports, integration, call.by)
  const how = call.direction === 'in' ? ('got_through' as const) : ('called_back' as const)
  await payAnswers(ports, talk, { at: call.answeredAt ?? call.startedAt, how, ...(by === undefined ? {} : { by }) })
}

/** A call of a client, which a rule of the file may wait for, is told to the newest of their open deals. */
async function raiseByCall(ports: ChannelNeeds, integration: string, call: Call): Promise<void> {
  const { id: by, client: phone = '', direction, result, startedAt: at } = call
  const isMissed = direction === 'in' && result === 'missed'
  if (!isMissed && result !== 'answered') return
  const [deal] = await dealsOf(ports, { phone })
  if (deal === undefined) return
  const event = isMissed ? ('call_missed' as const) : ('call_answered' as const)
  await raiseOnDeal(ports, { deal: deal.id, event, by, at, integration })
}

async function enter(ports: ChannelNeeds, { integration }: KeptCall, call: Call): Promise<void> {
  const { client } = call
  const talk = client === undefined ? `${hidden}_${call.startedAt.slice(0, 7)}` : await ports.talks.talkIdOf(client)
  const list = { name: client === undefined ? 'hidden' : callList(call.startedAt) }
  const { legs: _legs, ...says } = call
  await ports.talks.saveLine(
    talk,
    { kind: 'call', id: call.id, at: call.startedAt, says: { ...says, integration } },
    list,
  )
  if (call.recordings.length > 0) await noteRecordings(ports, call)
  if (client === undefined) return
  await linkTalk(ports, { id: talk, at: call.startedAt }, { phone: client })
  await keepOwed(ports, { id: talk, contact: client, at: call.learnedAt })
  await raiseByCall(ports, integration, call)
  if (call.result !== 'answered') return
  await replyByTalking(ports, call, integration)
  await payByCall(ports, { talk, call, integration })
}
