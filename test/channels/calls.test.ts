import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { adapterOf } from '#channels/adapters'
import type { Adapter } from '#channels/adapter'
import { askedOf } from '#channels/domain/asked'
import { callBacksOf, type CallBack } from '#channels/domain/call-backs'
import { callOf, settled, settlesAt, withFacts, type Call, type KeptFact } from '#channels/domain/calls'
import type { CallFact } from '#channels/domain/facts'
import { addDuration } from '#domain/time/calendar'
import { moscow } from '#test/domain/calendars'

import { requestOf } from './provider-bodies'
import { sampleSecrets, sequences, type Sequence } from './samples'

const rules = {
  talkAtLeastSeconds: 5,
  notClients: new Set<string>(),
  dueAfter: (instant: string) =>
    addDuration(calendar, instant, { count: 15, kind: 'working', unit: 'minutes', text: '15 working minutes' }),
}

describe.each(sequences())('%s', (_, sequence) => {
  const facts = sequence.arrivals.flatMap(factsOf)

  test('comes to what it must, in a hundred orders with everything twice', () => {
    const twice = [...facts, ...facts]
    const orders = fc.shuffledSubarray(twice, { minLength: twice.length, maxLength: twice.length })

    fc.assert(
      fc.property(orders, (given) => {
        expect(outcomeOf(given)).toEqual(expected(sequence))
      }),
      { numRuns: 100 },
    )
  })

  test('comes to the same when facts are added one by one to what is kept', () => {
    const kept = new Map<string, readonly KeptFact[]>()
    for (const { id, fact } of facts.toReversed()) kept.set(id, withFacts(kept.get(id) ?? [], [fact]))
    const again = [...kept].flatMap(([id, all]) => all.map((fact) => ({ id, fact })))

    expect(outcomeOf(again)).toEqual(expected(sequence))
  })
})

describe('a call of which nothing is heard for a while', () => {
  const ofSequence = (name: string) =>
    sequences()
      .find(([file]) => file.startsWith(name))?.[1]
      .arrivals.flatMap(factsOf) ?? []

  test('is judged thirty seconds after the last notice', () => {
    const facts = ofSequence('09').map(({ fact }) => fact)

    expect(settlesAt('x', facts)).toBe('2026-12-01T12:00:30.000Z')
  })

  test('is judged later where every telephone is told of by itself: another may still be talking', () => {
    const [missed] = ofSequence('20').map(({ fact }) => fact)

    expect(settlesAt('x', [missed as KeptFact])).toBe('2026-12-01T12:01:30.000Z')
  })

  test('is over after four hours when nobody ever said so', () => {
    const [begun] = ofSequence('09').map(({ fact }) => fact)

    expect(settlesAt('x', [begun as KeptFact])).toBe('2026-12-01T16:00:00.000Z')
    expect(callOf('x', [begun as KeptFact]).result).toBe('going')
    expect(settled(callOf('x', [begun as KeptFact])).result).toBe('missed')
  })
})

describe('a call of which something strange is told', () => {
  const at = (minute: number) => `2026-12-01T07:${String(minute).padStart(2, '0')}:00.000Z`
  const fact = (minute: number, more: Partial<CallFact>): KeptFact => ({
    kind: 'call',
    call: '1',
    direction: 'in',
    client: '+79005550101',
    learnedAt: at(minute),
    ...more,
  })
  const talks = { id: '101', place: 'ringing', state: 'talks', withClient: true, who: '101' } as const

  test('by two clocks that differ has no talk shorter than nothing', () => {
    const call = callOf('1', [
      fact(30, { leg: { ...talks, at: at(20) } }),
      fact(30, { startedAt: at(9), endedAt: at(12), last: 'part' }),
    ])

    expect([call.result, call.talkSeconds, call.by]).toEqual(['answered', 0, '101'])
  })

  test('is answered without an end, and missed without a beginning', () => {
    const talking = settled(callOf('1', [fact(1, { leg: { ...talks, at: at(1) } })]))
    const ended = callOf('1', [fact(5, { endedAt: at(5), result: 'missed', last: 'whole' })])

    expect([talking.result, talking.answeredAt, talking.endedAt]).toEqual(['answered', at(1), at(1)])
    expect([ended.result, ended.startedAt, ended.endedAt]).toEqual(['missed', at(5), at(5)])
  })

  test('is whose it was handed to, in whatever order the two are told of', () => {
    const first = fact(9, { leg: { ...talks, at: at(1) } })
    const second = fact(9, { leg: { ...talks, id: '102', who: '102', at: at(4) } })

    for (const all of [
      [first, second],
      [second, first],
      [second, first, second],
    ])
      expect(callOf('1', all).by).toBe('102')
  })

  test('on a second line while somebody speaks with the client owes nothing; missed afterwards it does', () => {
    const speaks = callOf('1', [
      fact(5, {
        startedAt: at(1),
        answeredAt: at(1),
        endedAt: at(5),
        talkSeconds: 240,
        result: 'answered',
        last: 'whole',
      }),
    ])
    const beside = (minute: number): Call => ({
      ...callOf('2', [
        fact(minute, { startedAt: at(minute - 1), endedAt: at(minute), result: 'missed', last: 'whole' }),
      ]),
      id: '2',
    })

    expect(callBacksOf('+79005550101', [speaks, beside(3)], rules)).toEqual([])
    expect(callBacksOf('+79005550101', [beside(6), speaks], rules)).toHaveLength(1)
  })
})

describe('what is owed to a client', () => {
  test('is paid across exchanges, and a later miss owes anew', () => {
    const calls = [
      call('mango:1', { at: '10:00', result: 'missed' }),
      call('vats:7', { at: '10:05', direction: 'out', result: 'answered', talkSeconds: 40 }),
      call('mango:2', { at: '11:00', result: 'missed' }),
    ]

    const found = callBacksOf('+79005550101', calls, rules)

    expect(found.map(({ because, closed }) => [because, closed?.call])).toEqual([
      ['mango:1', 'vats:7'],
      ['mango:2', undefined],
    ])
  })

  test('is nothing to a number that is no client, and nothing while somebody speaks with them', () => {
    const talk = call('a', { at: '10:00', result: 'answered', talkSeconds: 600 })
    const second = call('b', { at: '10:02', result: 'missed' })

    expect(callBacksOf('+79005550101', [talk, second], rules)).toEqual([])
    expect(callBacksOf('+79005550101', [second], { ...rules, notClients: new Set(['+79005550101']) })).toEqual([])
  })

  test('is not opened by one employee whose telephone rang before another’s', () => {
    const legs = [
      leg('1', '101', 'begins', '10:00:00'),
      leg('1', '101', 'ends', '10:00:20'),
      leg('2', '102', 'begins', '10:00:20'),
      leg('2', '102', 'talks', '10:00:31'),
      leg('2', '102', 'ends', '10:02:00'),
    ]

    expect(callOf('x', legs)).toMatchObject({ result: 'answered', by: '102', answeredAt: '2026-12-01T07:00:31.000Z' })
  })
})

const calendar = moscow

function leg(id: string, who: string, state: 'begins' | 'talks' | 'ends', time: string): KeptFact {
  const at = instant(time)
  return {
    kind: 'call',
    call: 'x',
    direction: 'in',
    client: '+79005550101',
    leg: { id, place: 'ringing', state, withClient: true, who, at },
    learnedAt: at,
  }
}

function call(id: string, { at, ...more }: Partial<Call> & { readonly at: string }): Call {
  const startedAt = instant(`${at}:00`)
  const seconds = (more.talkSeconds ?? 0) + 20
  const endedAt = new Date(Date.parse(startedAt) + seconds * 1000).toISOString()
  return {
    id,
    direction: 'in',
    client: '+79005550101',
    startedAt,
    endedAt,
    talkSeconds: 0,
    result: 'missed',
    place: 'ringing',
    legs: [],
    recordings: [],
    learnedAt: endedAt,
    ...more,
  }
}

/** An instant of that day by the clock of Moscow. */
function instant(time: string): string {
  return new Date(`2026-12-01T${time}+03:00`).toISOString()
}

type OfCall = { readonly id: string; readonly fact: KeptFact }

function factsOf(arrival: Sequence['arrivals'][number]): readonly OfCall[] {
  const one = adapterOf(arrival.provider) as Adapter
  const given = {
    asked: askedOf(requestOf(arrival)),
    settings: { zone: 'Europe/Moscow' },
    secrets: sampleSecrets[arrival.provider] ?? {},
  }
  expect(one.verify(given)).toBe(true)
  const facts = one.read(given) as readonly CallFact[]
  return facts.map((fact) => ({
    id: `${arrival.provider}:${fact.call}`,
    fact: { ...fact, ...numberIn(fact), learnedAt: '2026-12-01T12:00:00.000Z' },
  }))
}

function numberIn({ client }: CallFact): Pick<CallFact, 'client'> {
  if (client === undefined) return {}
  const digits = client.replaceAll(/\D/g, '')
  return { client: digits === '' ? '' : `+7${digits.slice(-10)}` }
}

function outcomeOf(given: readonly OfCall[]) {
  const ids = [...new Set(given.map(({ id }) => id))].toSorted()
  const calls = ids.map((id) =>
    settled(
      callOf(
        id,
        given.filter((one) => one.id === id).map(({ fact }) => fact),
      ),
    ),
  )
  const clients = [...new Set(calls.flatMap(({ client }) => client ?? []))].toSorted()
  return {
    calls: Object.fromEntries(calls.map((one) => [one.id, shown(one)])),
    callbacks: clients.flatMap((client) => callBacksOf(client, calls, rules)).map(owed),
  }
}

function shown({ direction, client, result, place, by, recordings }: Call) {
  return {
    direction,
    ...(client === undefined ? {} : { client }),
    result,
    ...(result === 'answered' ? { by } : { where: place }),
    ...(recordings.length === 0 ? {} : { records: recordings }),
  }
}

function owed({ client, because, missed, attempts, since, due, closed }: CallBack) {
  return {
    client,
    because,
    missed: missed.length,
    attempts,
    since: whole(since),
    due: whole(due),
    ...(closed === undefined ? {} : { closed: closed.how, closedAt: whole(closed.at), by: closed.by }),
  }
}

function expected({ expect: { calls, callbacks } }: Sequence) {
  return { calls, callbacks }
}

function whole(instantText: string): string {
  return instantText.replace('.000Z', 'Z')
}
