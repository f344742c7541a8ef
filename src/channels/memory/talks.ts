import { queuedEvent } from '#channels/domain/outgoing'
import type { Claim, KeptCall, KeptMessage, KeptOutgoing, KeptTalk, TalkLine, TalkStore } from '#ports/talks'
import type { DomainEvent } from '#schemas/event'
import { textHash } from '#domain/kernel/text-hash'
import { kept } from '#memory/kept'
import { shelf, type Shelf } from '#memory/shelf'
import { memoryRecordings } from './recordings'
import { memoryWhose } from './whose'

/** Calls, talks and what was asked for. */
export function memoryTalks(heard: (event: DomainEvent) => void): TalkStore {
  const calls = shelf<KeptCall>()
  const talks = shelf<KeptTalk>()
  const whose = memoryWhose()
  const saved = <T extends { readonly id: string; readonly rev: number }>(
    on: ReturnType<typeof shelf<T>>,
    thing: T,
  ) => {
    const isNext = (on.get('', thing.id)?.rev ?? 0) === thing.rev - 1
    if (isNext) on.put('', thing.id, kept(thing))
    return isNext
  }
  return {
    findCall: async (id) => calls.get('', id),
    findCalls: async (ids) => ids.flatMap((id) => calls.get('', id) ?? []),
    saveCall: async (call) => saved(calls, call),
    callsToSettle: async (until, limit) =>
      calls
        .all('')
        .flatMap(({ id, settlesAt }) => (settlesAt !== undefined && settlesAt <= until ? [{ id, settlesAt }] : []))
        .toSorted((one, other) => (one.settlesAt < other.settlesAt ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id),
    ...memoryRecordings(),
    ...messages(heard),
    talkIdOf: async (contact) => `talk_${textHash(contact)}`,
    findTalk: async (id) => talks.get('', id),
    saveTalk: async (talk) => saved(talks, talk),
    ...whose.store,
    ...linesIn(talks, calls, whose.forget),
    ...claims(),
    ...counts(),
  }
}

type Messages = 'findMessage' | 'saveMessage' | 'findOutgoing' | 'saveOutgoing' | 'outgoingDue' | 'eraseMessage'

function messages(heard: (event: DomainEvent) => void): Pick<TalkStore, Messages> {
  const known = shelf<KeptMessage>()
  const outgoing = shelf<KeptOutgoing>()
  return {
    findMessage: async (id) => known.get('', id),
    saveMessage: async (message) => {
      const isNext = (known.get('', message.id)?.rev ?? 0) === message.rev - 1
      if (isNext) known.put('', message.id, kept(message))
      return isNext
    },
    findOutgoing: async (id) => outgoing.get('', id),
    saveOutgoing: async (message) => {
      const isNext = (outgoing.get('', message.id)?.rev ?? 0) === message.rev - 1
      if (isNext) outgoing.put('', message.id, kept(message))
      if (isNext && message.rev === 1) heard(queuedEvent(message))
      return isNext
    },
    outgoingDue: async (until, limit) =>
      outgoing
        .all('')
        .flatMap(({ id, nextAt }) => (nextAt !== undefined && nextAt <= until ? [{ id, nextAt }] : []))
        .toSorted((one, other) => (one.nextAt < other.nextAt ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id),
    eraseMessage: async (id) => {
      known.take('', id)
      outgoing.take('', id)
    },
  }
}

type Lines = Pick<TalkStore, 'saveLine' | 'lines' | 'listed' | 'eraseTalk' | 'eraseCall'>

function linesIn(talks: Shelf<KeptTalk>, calls: Shelf<KeptCall>, forgetWhose: (talk: string) => void): Lines {
  const lines = shelf<TalkLine>()
  const lists = shelf<{ readonly talk: string; readonly line: TalkLine }>()
  const placed = new Map<string, string>()
  const unlist = (talk: string, place: string, { at, id }: TalkLine) => {
    const before = placed.get(`${talk}#${place}`)
    if (before !== undefined) lists.take(before, `${at}#${id}#${talk}`)
    placed.delete(`${talk}#${place}`)
  }
  return {
    saveLine: async (talk, line, list) => {
      const place = `${line.at}#${line.kind}#${line.id}`
      lines.put(talk, place, kept(line))
      unlist(talk, place, line)
      if (list === undefined) return
      lists.put(list.name, `${line.at}#${line.id}#${talk}`, { talk, line: kept(line) })
      placed.set(`${talk}#${place}`, list.name)
    },
    lines: async (talk, { from, ...page }) =>
      lines.page(talk, { newestFirst: true, ...(from === undefined ? {} : { from, to: '~' }), ...page }),
    listed: async (name, page) => lists.page(name, { newestFirst: true, ...page }),
    eraseTalk: async (talk, read) => {
      for (const line of read.lines) {
        const place = `${line.at}#${line.kind}#${line.id}`
        lines.take(talk, place)
        unlist(talk, place, line)
      }
      if (lines.all(talk).length > 0 || talks.get('', talk)?.rev !== read.rev) return false
      talks.take('', talk)
      forgetWhose(talk)
      return true
    },
    eraseCall: async (call) => calls.take('', call),
  }
}

function claims(): Pick<TalkStore, 'claim'> {
  const marks = new Map<string, Claim>()
  return {
    claim: async (key, own, withinMs) => {
      const held = marks.get(key)
      if (held !== undefined && Date.parse(own.at) - Date.parse(held.at) < withinMs) return held
      marks.set(key, own)
      return own
    },
  }
}

function counts(): Pick<TalkStore, 'countUp' | 'countOf'> {
  const numbers = new Map<string, number>()
  const countOf = async (key: string, at: string) => {
    const hours = [0, 1].map((back) => new Date(Date.parse(at) - back * 3_600_000).toISOString().slice(0, 13))
    return hours.reduce((sum, hour) => sum + (numbers.get(`${key} ${hour}`) ?? 0), 0)
  }
  return {
    countOf,
    countUp: async (key, at) => {
      const place = `${key} ${at.slice(0, 13)}`
      numbers.set(place, (numbers.get(place) ?? 0) + 1)
      return countOf(key, at)
    },
  }
}
