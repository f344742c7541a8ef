import { beforeAll, describe, expect, test } from 'vitest'

import type { KeptRecording } from '#ports/recordings'
import type { KeptMessage, KeptOutgoing, TalkStore } from '#ports/talks'
import { useEngine } from '#test/support/engine'
import { aWorld, aWorldInMemory } from '#test/support/world'

const engine = useEngine()

const recording = (more: Partial<KeptRecording>): KeptRecording => ({
  call: 'call_a',
  id: 'r1',
  at: '2026-12-01T07:00:00.000Z',
  state: 'waiting',
  url: 'https://pbx.example/r1.mp3',
  file: 'recording/1',
  attempts: 0,
  nextAt: '2026-12-01T07:01:00.000Z',
  rev: 1,
  ...more,
})
const outgoing = (more: Partial<KeptOutgoing>): KeptOutgoing => ({
  id: 'out:1',
  integration: 'telegram-main',
  talk: 'talk_a',
  to: '900000001',
  text: 'Hello',
  by: 'anna',
  at: '2026-12-01T07:00:00.000Z',
  attempts: 0,
  nextAt: '2026-12-01T07:00:00.000Z',
  rev: 1,
  ...more,
})

describe.each([
  ['the table', () => aWorld(engine)],
  ['memory', () => aWorldInMemory()],
])('what is kept of talks in %s', (_, open) => {
  let talks: TalkStore
  beforeAll(async () => {
    talks = (await open()).ports.talks
  })

  test('lets a recording wait until it is due, be kept, and be found by its age, each revision once', async () => {
    const kept = recording({ state: 'kept', rev: 2, type: 'audio/mpeg', size: 9 })
    const { url: _url, nextAt: _nextAt, ...ours } = kept
    const early = await talks.recordingsDue('2026-12-01T07:00:59.000Z', 5)
    const first = [await talks.saveRecording(recording({})), await talks.saveRecording(recording({}))]
    const due = await talks.recordingsDue('2026-12-01T07:01:00.000Z', 5)
    const second = [await talks.saveRecording(ours), await talks.saveRecording(ours)]

    expect([early, first, due, second]).toEqual([[], [true, false], [{ call: 'call_a', id: 'r1' }], [true, false]])
    expect(await talks.recordingsDue('2027-01-01T00:00:00.000Z', 5)).toEqual([])
    expect(await talks.oldestRecordings(5)).toEqual([{ call: 'call_a', id: 'r1' }])
    expect(await talks.recordingsOf('call_a')).toEqual([ours])
    await talks.eraseRecordings('call_a')
    expect([await talks.findRecording({ call: 'call_a', id: 'r1' }), await talks.oldestRecordings(5)]).toEqual([
      undefined,
      [],
    ])
  })

  test('knows whose a talk is, and since when it is nobody’s, until it is put off or taken away', async () => {
    await Promise.all([talks.link('c1', 'talk_s'), talks.link('c2', 'talk_s'), talks.link('c1', 'talk_t')])
    await talks.unlink('c2', 'talk_s')
    await talks.noteStranger('talk_u', '2026-12-02T07:00:00.000Z')
    await talks.noteStranger('talk_v', '2026-12-01T07:00:00.000Z')
    await talks.noteStranger('talk_v', '2026-12-09T07:00:00.000Z')
    const noted = await talks.oldestStrangers(5)
    await talks.putOffStranger('talk_v', '2026-12-03T07:00:00.000Z')
    const line = { kind: 'heard', id: 'h', at: '2026-12-01T07:00:00.000Z', says: {} } as const
    await talks.saveLine('talk_u', line, { name: 'gone' })
    const isErased = await talks.eraseTalk('talk_u', { lines: [line], rev: undefined })

    expect([await talks.clientsOf('talk_s'), await talks.talksOf('c1')]).toEqual([['c1'], ['talk_s', 'talk_t']])
    expect(noted.map(({ talk, at }) => [talk, at.slice(8, 10)])).toEqual([
      ['talk_v', '01'],
      ['talk_u', '02'],
    ])
    expect(await talks.oldestStrangers(5)).toEqual([{ talk: 'talk_v', at: '2026-12-03T07:00:00.000Z' }])
    expect([isErased, (await talks.listed('gone', { limit: 5 })).items]).toEqual([true, []])
  })

  test('takes of a talk only what was read: a line or a change that came since stays, and keeps the talk', async () => {
    const at = '2026-12-01T07:00:00.000Z'
    const [read, since] = (['a', 'b'] as const).map((id) => ({ kind: 'heard' as const, id, at, says: {} }))
    if (read === undefined || since === undefined) throw new Error('Two lines.')
    const talk = { id: 'talk_w', contact: '+79005550177', lastAt: at, rev: 1 }
    await talks.saveTalk(talk)
    await talks.noteStranger('talk_w', at)
    for (const line of [read, since]) await talks.saveLine('talk_w', line, { name: 'both' })
    const left = async () => [
      (await talks.lines('talk_w', { limit: 5 })).items.map(({ id }) => id),
      (await talks.listed('both', { limit: 5 })).items.map(({ line: { id } }) => id),
      (await talks.findTalk('talk_w'))?.rev,
      (await talks.oldestStrangers(5)).some((one) => one.talk === 'talk_w'),
    ]

    expect(await talks.eraseTalk('talk_w', { lines: [read], rev: 1 })).toBe(false)
    expect(await left()).toEqual([['b'], ['b'], 1, true])
    await talks.saveTalk({ ...talk, rev: 2 })
    expect(await talks.eraseTalk('talk_w', { lines: [read, since], rev: 1 })).toBe(false)
    expect(await talks.eraseTalk('talk_w', { lines: [], rev: undefined })).toBe(false)
    expect(await left()).toEqual([[], [], 2, true])
    expect(await talks.eraseTalk('talk_w', { lines: [since], rev: 2 })).toBe(true)
    expect(await left()).toEqual([[], [], undefined, false])
  })

  test('lets one of two be first in the same millisecond, and says again who was', async () => {
    const at = '2026-12-01T07:00:00.000Z'
    const both = await Promise.all(['one', 'other'].map((by) => talks.claim('same', { at, by }, 1000)))
    const again = await talks.claim('same', { at: '2026-12-01T07:00:00.900Z', by: 'third' }, 1000)
    const later = await talks.claim('same', { at: '2026-12-01T07:00:01.000Z', by: 'third' }, 1000)

    expect(new Set(both.map(({ by }) => by)).size).toBe(1)
    expect([again, later.by]).toEqual([both[0], 'third'])
  })

  test('reads many calls at once, those that are known', async () => {
    const ids = ['k:1', 'k:2']
    for (const id of ids) await talks.saveCall({ id, integration: 'k', facts: [], rev: 1 })

    const found = await talks.findCalls([...ids, 'k:3'])

    expect(found.map(({ id }) => id).toSorted()).toEqual(ids)
    expect(await talks.findCalls([])).toEqual([])
  })

  test('lets a message wait to be sent until it is, and takes it away with all that is known of it', async () => {
    const message: KeptMessage = { id: 'out:1', integration: 'telegram-main', facts: [], rev: 1 }
    const { nextAt: _nextAt, ...sent } = outgoing({ rev: 2 })
    const saved = [
      await talks.saveMessage(message),
      await talks.saveMessage(message),
      await talks.saveOutgoing(outgoing({})),
      await talks.saveOutgoing(outgoing({})),
    ]
    const due = [
      await talks.outgoingDue('2026-12-01T06:59:59.000Z', 5),
      await talks.outgoingDue('2026-12-01T07:00:00.000Z', 5),
    ]
    const after = [await talks.saveOutgoing(sent), await talks.outgoingDue('2027-01-01T00:00:00.000Z', 5)]

    expect(saved).toEqual([true, false, true, false])
    expect(due).toEqual([[], ['out:1']])
    expect(after).toEqual([true, []])
    expect([await talks.findMessage('out:1'), await talks.findOutgoing('out:1')]).toEqual([message, sent])
    await talks.eraseMessage('out:1')
    expect([await talks.findMessage('out:1'), await talks.findOutgoing('out:1')]).toEqual([undefined, undefined])
  })
})
