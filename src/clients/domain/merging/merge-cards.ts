import { keyText } from '#clients/domain/ways'
import type { KeptWay, WholeClient } from '#schemas/kept-client'
import type { MergeBefore } from '#schemas/clients/kept-merge'
import type { MergeValue } from '#schemas/clients/merge'

import { slotsOf } from './slots'

type Take = Readonly<Record<string, 'winner' | 'loser'>>

/** What two cards become: the winner's values, the loser's where the winner has none or they are asked for, and all ways. */
export function mergeCards(
  winner: WholeClient,
  loser: WholeClient,
  take: Take = {},
): { readonly merged: WholeClient; readonly values: readonly MergeValue[] } {
  const values: MergeValue[] = []
  let merged = winner
  for (const slot of slotsOf([winner, loser])) {
    const [own, other] = [slot.text(winner), slot.text(loser)]
    if (own === other || other === '') continue
    const isTaken = own === '' || take[slot.field] === 'loser'
    if (isTaken) merged = slot.from(merged, loser)
    const [kept, given] = isTaken ? [other, own] : [own, other]
    values.push({
      field: slot.field,
      from: isTaken ? 'loser' : 'winner',
      kept,
      ...(given === '' ? {} : { given }),
    })
  }
  const from = [...new Set([...(winner.client.from ?? []), loser.client.id, ...(loser.client.from ?? [])])]
  return { merged: withReach({ ...merged, client: { ...merged.client, from } }, loser), values }
}

/** The fields of which `take` may say whose value stays. */
export function takenFields(winner: WholeClient, loser: WholeClient): readonly string[] {
  return slotsOf([winner, loser])
    .filter((slot) => slot.text(winner) !== slot.text(loser))
    .map(({ field }) => field)
}

/** All numbers and addresses of both, and what was written as one and is none. */
function withReach({ client, personal }: WholeClient, loser: WholeClient): WholeClient {
  const others = new Map(loser.personal.ways.map((way) => [keyText(way), way]))
  const known = new Set(personal.ways.map(keyText))
  const added = loser.personal.ways.filter((way) => !known.has(keyText(way)))
  const ways = [
    ...personal.ways.map((way) => withNote(way, others.get(keyText(way))?.note)),
    ...added.map((way, at) => ({ ...way, id: `w${personal.lastWay + at + 1}` })),
  ]
  const unread = [...new Set([...(personal.unread ?? []), ...(loser.personal.unread ?? [])])]
  return {
    client,
    personal: {
      ...personal,
      ways,
      lastWay: personal.lastWay + added.length,
      ...(unread.length === 0 ? {} : { unread }),
    },
  }
}

function withNote(way: KeptWay, note: string | undefined): KeptWay {
  if (note === undefined || way.note === note) return way
  return { ...way, note: way.note === undefined ? note : `${way.note}; ${note}` }
}

/**
 * Both cards again. What nobody has touched since is as it was before; what was changed since stays with the winner and is
 * named. A number that was taken from the winner since is taken from the loser too.
 */
export function partCards(
  before: MergeBefore,
  now: WholeClient,
): { readonly winner: WholeClient; readonly loser: WholeClient; readonly stays: readonly string[] } {
  const { winner, loser, merged } = before
  const stays: string[] = []
  let parted = now
  for (const slot of slotsOf([winner, loser, merged, now])) {
    if (slot.text(now) !== slot.text(merged)) stays.push(slot.field)
    else parted = slot.from(parted, winner)
  }
  const [ours, theirs, there] = [winner, loser, now].map(({ personal }) => keyed(personal.ways))
  const asMerged = keyed(merged.personal.ways)
  const ways = now.personal.ways.flatMap((way): readonly KeptWay[] => {
    const [key, text] = [keyText(way), JSON.stringify(way)]
    const own = ours?.get(key)
    if (own === undefined) return theirs?.has(key) === true ? [] : [way]
    return [text === JSON.stringify(asMerged.get(key)) ? own : way]
  })
  return {
    winner: { client: coreOf(parted.client, before), personal: { ...personalOf(parted.personal, before, now), ways } },
    loser: {
      ...loser,
      personal: { ...loser.personal, ways: loser.personal.ways.filter((way) => there?.has(keyText(way)) === true) },
    },
    stays,
  }
}

/** Cards that were merged into the winner before or since stay parts of it. */
function coreOf({ from = [], ...core }: WholeClient['client'], { loser }: Pick<MergeBefore, 'loser'>) {
  const gone = new Set([loser.client.id, ...(loser.client.from ?? [])])
  const left = from.filter((id) => !gone.has(id))
  return left.length === 0 ? core : { ...core, from: left }
}

function personalOf(parted: WholeClient['personal'], { winner, merged }: MergeBefore, now: WholeClient) {
  const { unread: _, ...personal } = parted
  const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? []) === JSON.stringify(other ?? [])
  const unread = isSame(now.personal.unread, merged.personal.unread) ? winner.personal.unread : now.personal.unread
  const isGrown = now.personal.lastWay !== merged.personal.lastWay
  return {
    ...personal,
    lastWay: isGrown ? now.personal.lastWay : winner.personal.lastWay,
    ...(unread === undefined ? {} : { unread }),
  }
}

function keyed(ways: readonly KeptWay[]): ReadonlyMap<string, KeptWay> {
  return new Map(ways.map((way) => [keyText(way), way]))
}
