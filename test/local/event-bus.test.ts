import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { startEventBus, type EventBus } from '#local/event-bus'
import { localEventBridge } from '#local/local-client'
import type { Delivery } from '#local/queue-state'

describe('the local bus', () => {
  let bus: EventBus
  let client: EventBridgeClient
  let delivered: Delivery[] = []
  let buried: { consumer: string; body: string }[] = []

  beforeEach(async () => {
    delivered = []
    buried = []
    const rules = [
      { target: 'open-stage-tasks', pattern: { source: ['norma'], 'detail-type': ['deal.moved', 'deal.created'] } },
      {
        target: 'keep-ledger',
        pattern: { source: ['norma'], 'detail-type': ['deal.moved'], detail: { became: ['won' as const] } },
      },
      { target: 'relay', pattern: { source: ['norma.relay'], 'detail-type': ['x'] }, isForDeadLetters: true },
    ]
    bus = await startEventBus(rules, {
      put: (deliveries) => void delivered.push(...deliveries),
      bury: (consumer, body) => void buried.push({ consumer, body }),
    })
    client = localEventBridge(bus.endpoint)
  })
  afterEach(async () => {
    client.destroy()
    await bus.stop()
  })

  const put = (...entries: PutEventsRequestEntry[]) => client.send(new PutEventsCommand({ Entries: entries }))
  const moved = { Source: 'norma', DetailType: 'deal.moved', Detail: '{"became":"won"}' }

  test('puts an event into the queue of every consumer that asked for it', async () => {
    await put(moved, { ...moved, DetailType: 'deal.created' }, { ...moved, DetailType: 'deal.lost' })

    expect(delivered.map(({ to }) => to)).toEqual([['open-stage-tasks', 'keep-ledger'], ['open-stage-tasks']])
  })

  test('delivers the event in the form of EventBridge', async () => {
    const { Entries } = await put({ ...moved, Time: new Date('2026-11-23T09:00:00.000Z'), Resources: ['deal_1'] })

    expect(JSON.parse(delivered[0]?.body ?? '')).toEqual({
      version: '0',
      id: Entries?.[0]?.EventId,
      'detail-type': 'deal.moved',
      source: 'norma',
      account: '000000000000',
      time: '2026-11-23T09:00:00Z',
      region: 'local',
      resources: ['deal_1'],
      detail: { became: 'won' },
    })
  })

  test('speaks with a client that signs its requests as well', async () => {
    const signing = new EventBridgeClient({
      endpoint: bus.endpoint,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    })

    const { FailedEntryCount } = await signing.send(new PutEventsCommand({ Entries: [moved] }))

    expect(FailedEntryCount).toBe(0)
    signing.destroy()
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

    expect(answer.FailedEntryCount).toBe(5)
    expect(answer.Entries?.map(({ ErrorMessage }) => ErrorMessage)).toEqual([
      'Parameter Source is not valid. Reason: Source is a required argument.',
      undefined,
      'Parameter DetailType is not valid. Reason: DetailType is a required argument.',
      'Parameter Detail is malformed. Reason: Detail is not a JSON object.',
      'Parameter Detail is malformed. Reason: Detail is not a JSON object.',
      'The entry has 262170 bytes; 262144 are allowed.',
    ])
    expect(delivered).toHaveLength(1)
  })

  test('takes no more than ten entries at once', async () => {
    await expect(put(...Array.from({ length: 11 }, () => moved))).rejects.toThrow('Entries must be a list of 1 to 10.')
  })

  test('puts what the relay could not publish with the dead letters', async () => {
    await put({ Source: 'norma.relay', DetailType: 'x', Detail: '{"pk":"D#deal_1"}' })

    expect(buried.map(({ consumer }) => consumer)).toEqual(['relay'])
    expect(delivered).toEqual([])
  })

  test('says so when it is asked for something else', async () => {
    const answer = await fetch(bus.endpoint, { method: 'POST', headers: { 'x-amz-target': 'AWSEvents.ListRules' } })

    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ __type: 'UnknownOperationException' })
  })

  test('does not start with a rule it cannot read', async () => {
    const pattern = { source: ['norma'], 'detail-type': [{ cidr: '10.0.0.0/8' }] } as never

    const started = startEventBus([{ target: 'odd', pattern }], { put: () => undefined, bury: () => undefined })

    await expect(started).rejects.toThrow('At the rule of odd.detail-type stands “cidr”')
  })
})
