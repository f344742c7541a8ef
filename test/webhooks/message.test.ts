import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  isUnreachable,
  isWanted,
  mostMessageBytes,
  webhookBody,
  webhookPausesMs,
  webhookRetryMs,
} from '#webhooks/domain/webhooks'
import type { DomainEvent } from '#schemas/event'
import type { Webhook } from '#schemas/webhook'
import { runs } from '#test/support/runs'

const anEvent = (more: Partial<DomainEvent> = {}, detail: Partial<DomainEvent['detail']> = {}): DomainEvent => ({
  id: 'deal_1:7',
  name: 'deal.moved',
  schemaVersion: 1,
  at: '2026-12-01T09:00:00.000Z',
  actor: { kind: 'employee', id: 'anna' },
  configVersion: 3,
  correlationId: 'cor_1',
  causationId: null,
  detail: {
    dealId: 'deal_1',
    deal: { status: 'open', pipeline: 'b2b_new', stage: 'offer', visit: 2, owner: 'anna', amountMinor: 500 },
    from: { stage: 'presentation', visit: 1, status: 'open', pipeline: 'b2b_new', owner: 'boris' },
    ...detail,
  },
  ...more,
})

const aWebhook = (more: Partial<Webhook> = {}): Webhook => ({
  id: 'hook_1',
  url: 'https://crm.example.com/norma',
  events: [],
  filter: {},
  active: true,
  createdAt: '2026-12-01T08:00:00.000Z',
  createdBy: 'helen',
  ...more,
})

test('a message says where the deal came from, who did it, by which rules and which change it is', () => {
  const told = JSON.parse(webhookBody(anEvent({}, { changes: { amount: [300, 500] }, reason: 'They agreed' })))

  expect(told).toEqual({
    type: 'deal.moved',
    timestamp: '2026-12-01T09:00:00.000Z',
    data: {
      id: 'deal_1:7',
      schemaVersion: 1,
      dealId: 'deal_1',
      sequence: 7,
      actor: { kind: 'employee', id: 'anna' },
      configVersion: 3,
      correlationId: 'cor_1',
      causationId: null,
      before: {
        status: 'open',
        pipeline: 'b2b_new',
        stage: 'presentation',
        visit: 1,
        owner: 'boris',
        amountMinor: 300,
        fields: { amount: 300 },
      },
      after: {
        status: 'open',
        pipeline: 'b2b_new',
        stage: 'offer',
        visit: 2,
        owner: 'anna',
        amountMinor: 500,
        fields: { amount: 500 },
      },
      detail: { reason: 'They agreed' },
    },
  })
})

test('a note has the number of the change it was made at', () => {
  const told = JSON.parse(webhookBody(anEvent({ id: 'deal_1:4~overdue-task_1', name: 'task.overdue' })))

  expect(told.data.sequence).toBe(4)
})

test('what a deal was before it was created is null, and the books of the plan stay inside', () => {
  const plan = [
    {
      key: { month: '2026-12', employee: 'anna', department: 'b2b', pipeline: 'b2b_new', axes: '' },
      sumMinor: 1,
      count: 1,
      tasksDone: 0,
    },
  ]
  const told = JSON.parse(webhookBody(anEvent({ name: 'deal.created' }, { plan })))

  expect(told.data.before).toBeNull()
  expect(told.data.detail).toEqual({})
})

test('a message stays under 20 kB whatever was written into the deal', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 4000 }).map((part) => part.repeat(8))
  const changes = fc.dictionary(fc.stringMatching(/^[a-z_]{1,40}$/), fc.tuple(text, text), { maxKeys: 60 })

  fc.assert(
    fc.property(changes, text, (fields, comment) => {
      const body = webhookBody(anEvent({}, { changes: fields, comment }))
      const { data } = JSON.parse(body)
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(mostMessageBytes)
      expect([data.sequence, data.before.stage, data.after.stage]).toEqual([7, 'presentation', 'offer'])
    }),
    { numRuns: runs(50) },
  )
})

test.each([
  [{}, true],
  [{ events: ['deal.moved'] }, true],
  [{ events: ['deal.created'] }, false],
  [{ filter: { pipelines: ['b2b_new', 'b2c_new'] } }, true],
  [{ filter: { pipelines: ['b2c_new'] } }, false],
  [{ filter: { stages: ['offer'], owners: ['anna'] } }, true],
  [{ filter: { stages: ['offer'], owners: ['boris'] } }, false],
  [{ filter: { stages: ['presentation'] } }, false],
  [{ createdAt: '2026-12-01T09:00:00.001Z' }, false],
] as const)('a webhook with %j wants the event: %s', (more, isIt) => {
  expect(isWanted(aWebhook(more as Partial<Webhook>), anEvent())).toBe(isIt)
})

test('what an import brings is sent to whoever asks for it', () => {
  const event = anEvent({ actor: { kind: 'import', id: 'deals.csv' } })

  expect([isWanted(aWebhook(), event), isWanted(aWebhook({ filter: { imported: true } }), event)]).toEqual([
    false,
    true,
  ])
})

test('ten attempts fill 75.6 hours, each pause up to a tenth longer by chance', () => {
  const hours = webhookPausesMs.reduce((sum, pause) => sum + pause, 0) / 3_600_000

  expect(webhookPausesMs).toHaveLength(10)
  expect(hours).toBeCloseTo(75.6, 1)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempts, random) => {
      const pause = webhookPausesMs[attempts] ?? 0
      const retry = webhookRetryMs(attempts, random) ?? 0
      expect(retry).toBeGreaterThanOrEqual(pause)
      expect(retry).toBeLessThanOrEqual(pause * 1.1)
    }),
  )
  expect(webhookRetryMs(10, 0)).toBeNull()
})

test('a webhook is unreachable when nothing has got through for three days', () => {
  const at = '2026-12-10T00:00:00.000Z'

  expect(isUnreachable(undefined, at)).toBe(false)
  expect(isUnreachable('2026-12-08T00:00:00.000Z', at)).toBe(false)
  expect(isUnreachable('2026-12-07T00:00:00.000Z', at)).toBe(true)
})
