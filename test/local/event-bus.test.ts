import { beforeEach, describe, expect, test } from 'vitest'

import type { PutEvents } from '#events/publish'
import { openEventBus } from '#local/stream/event-bus'
import type { Delivery } from '#local/queues/queue-state'

describe('the local bus', () => {
  let putEvents: PutEvents
  let delivered: Delivery[] = []
  let buried: { consumer: string; body: string }[] = []

  beforeEach(() => {
    delivered = []
    buried = []
    const rules = [
      { target: 'follow-deal', pattern: { source: ['norma'], 'detail-type': ['deal.moved', 'deal.created'] } },
      {
        target: 'keep-ledger',
        pattern: { source: ['norma'], 'detail-type': ['deal.moved'], detail: { became: ['won' as const] } },
      },
      { target: 'relay', pattern: { source: ['norma.relay'], 'detail-type': ['x'] }, isForDeadLetters: true },
    ]
    putEvents = openEventBus(rules, {
      put: (deliveries) => void delivered.push(...deliveries),
      bury: (consumer, body) => void buried.push({ consumer, body }),
    })
  })

  const put = (...entries: Parameters<PutEvents>[0][number][]) => putEvents(entries)
  const moved = { Source: 'norma', DetailType: 'deal.moved', Detail: '{"became":"won"}' }

  test('puts an event into the queue of every consumer that asked for it', async () => {
    await put(moved, { ...moved, DetailType: 'deal.created' }, { ...moved, DetailType: 'deal.lost' })

    expect(delivered.map(({ to }) => to)).toEqual([['follow-deal', 'keep-ledger'], ['follow-deal']])
  })

  test('delivers the event in the form of EventBridge', async () => {
    await put({ ...moved, Time: new Date('2026-11-23T09:00:00.000Z'), Resources: ['deal_1'] })

    expect(JSON.parse(delivered[0]?.body ?? '')).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      'detail-type': 'deal.moved',
      source: 'norma',
      account: '000000000000',
      time: '2026-11-23T09:00:00Z',
      region: 'local',
      resources: ['deal_1'],
      detail: { became: 'won' },
    })
  })

  test('refuses single entries and takes the others', async () => {
    const answer = await put(
      { ...moved, Source: '' },
      moved,
      { Source: 'norma', Detail: '{}' },
      { ...moved, Detail: '{"torn' },
      { ...moved, Detail: '[1]' },
      { ...moved, Detail: JSON.stringify({ long: 'x'.repeat(256 * 1024) }) },
    )

    expect(answer.map(({ refused }) => refused)).toEqual([true, false, true, true, true, true])
    expect(delivered).toHaveLength(1)
  })

  test('takes no more than ten entries at once', async () => {
    await expect(put(...Array.from({ length: 11 }, () => moved))).rejects.toThrow(
      'The bus takes 1 to 10 events at once, not 11.',
    )
  })

  test('puts what the relay could not publish with the dead letters', async () => {
    await put({ Source: 'norma.relay', DetailType: 'x', Detail: '{"pk":"D#deal_1"}' })

    expect(buried.map(({ consumer }) => consumer)).toEqual(['relay'])
    expect(delivered).toEqual([])
  })

  test('does not start with a rule it cannot read', () => {
    const pattern = { source: ['norma'], 'detail-type': [{ cidr: '10.0.0.0/8' }] } as never

    const start = () => openEventBus([{ target: 'odd', pattern }], { put: () => undefined, bury: () => undefined })

    expect(start).toThrow('At the rule of odd.detail-type stands “cidr”')
  })
})
