import { beforeEach, describe, expect, test } from 'vitest'

import type { KeptDelivery, NoticeStore } from '#ports/notices'
import type { Ports } from '#ports/ports'
import type { Notice } from '#schemas/notice'
import type { KeptWebhook, KeptWebhookDelivery, WebhookStore } from '#ports/webhooks'
import { everything, hour } from './things'

/** What the stores of notices and webhooks promise, whatever they are made of. */
export function noticeStoreSuite(open: () => Promise<Ports>): void {
  let notices: NoticeStore
  let webhooks: WebhookStore
  beforeEach(async () => {
    ;({ notices, webhooks } = await open())
  })
  const idOf = (no: number) => `${hour(no).replaceAll(/\D/g, '')}_x`
  const notice = (no: number): Notice => ({ id: idOf(no), kind: 'task_given', at: hour(no) })
  const delivery = (no: number, more: Partial<KeptDelivery> = {}): KeptDelivery => ({
    id: `${idOf(no)}#email`,
    channel: 'email',
    state: 'waiting',
    createdAt: hour(no),
    nextAt: hour(no + 1),
    attempts: 0,
    employee: 'anna',
    notice: notice(no),
    urgent: false,
    rev: 1,
    ...more,
  })
  const due = async (until: string) =>
    (await Promise.all([0, 1, 2, 3].map((shard) => notices.dueDeliveries('email', shard, until)))).flat()

  describe('an inbox', () => {
    test('is told a thing once, with its deliveries', async () => {
      const telling = { employee: 'anna', notice: notice(1), deliveries: [delivery(1)] }

      expect(await notices.tell(telling)).toBe(true)
      expect(await notices.tell(telling)).toBe(false)
      expect(await notices.tell({ employee: 'anna', notice: notice(2), deliveries: [], once: 'day' })).toBe(true)
      expect(await notices.tell({ employee: 'anna', notice: notice(3), deliveries: [], once: 'day' })).toBe(false)
      expect(await notices.find('anna', idOf(1))).toEqual(notice(1))
      expect(await notices.find('anna', idOf(3))).toBeUndefined()
      expect(await notices.find('boris', idOf(1))).toBeUndefined()
    })

    test('shows the newest first and knows what is unread', async () => {
      for (const no of [2, 1, 3]) await notices.tell({ employee: 'anna', notice: notice(no), deliveries: [] })
      await notices.markRead('anna', idOf(2), hour(9))
      await notices.markRead('anna', idOf(2), hour(10))

      expect(
        (await everything((page) => notices.inbox('anna', page), 2)).map(({ id, readAt }) => [id, readAt]),
      ).toEqual([
        [idOf(3), undefined],
        [idOf(2), hour(9)],
        [idOf(1), undefined],
      ])
      expect(await notices.unread('anna', 9)).toEqual([idOf(1), idOf(3)])
      expect(await notices.unread('anna', 1)).toEqual([idOf(1)])
      expect(await notices.unread('anna', 9, hour(1))).toEqual([idOf(1)])
      await notices.markRead('anna', idOf(2), null)
      expect(await notices.unread('anna', 9)).toHaveLength(3)
      expect(await notices.find('anna', idOf(2))).toEqual(notice(2))
      expect(await notices.markRead('anna', idOf(8), hour(9))).toBe(false)
    })
  })

  test('deliveries are due by time, changed by one sender, and shown to people without what is inside', async () => {
    await notices.tell({ employee: 'anna', notice: notice(1), deliveries: [delivery(1)] })
    await notices.tell({ employee: 'anna', notice: notice(2), deliveries: [delivery(2)] })
    const key = { employee: 'anna', id: `${idOf(1)}#email` }

    expect(await due(hour(1))).toEqual([])
    expect(await due(hour(2))).toEqual([key])
    expect(await notices.findDeliveries([key, { ...key, id: 'none' }])).toEqual([delivery(1)])
    expect(await notices.changeDeliveries([delivery(1, { rev: 2, state: 'sent' }), delivery(2, { rev: 3 })])).toBe(
      false,
    )
    expect(await notices.changeDeliveries([delivery(1, { rev: 2, state: 'sent' })])).toBe(true)
    expect(await due(hour(9))).toEqual([{ employee: 'anna', id: `${idOf(2)}#email` }])
    const shown = await notices.deliveries('anna', { limit: 9 })
    expect(shown.items.map(({ id, state }) => [id, state])).toEqual([
      [`${idOf(2)}#email`, 'waiting'],
      [key.id, 'sent'],
    ])
    expect(shown.items[0]).not.toHaveProperty('notice')
  })

  test('what is remembered of people: how to tell them, when they were told, and their calendar address', async () => {
    await notices.saveLastSent('anna', 'email', hour(2))
    await notices.saveLastSent('anna', 'email', hour(1))
    await notices.saveLookedUntil('mornings', hour(3))
    await notices.saveFeed('anna', { hash: 'h1', since: hour(0) })
    await notices.saveFeed('anna', { hash: 'h2', since: hour(1) })

    expect(await notices.settings('anna')).toBeUndefined()
    expect([await notices.lastSent('anna', 'email'), await notices.lastSent('anna', 'telegram')]).toEqual([
      hour(2),
      undefined,
    ])
    expect([await notices.lookedUntil('mornings'), await notices.lookedUntil('x')]).toEqual([hour(3), undefined])
    expect([await notices.employeeOfFeed('h1'), await notices.employeeOfFeed('h2')]).toEqual([undefined, 'anna'])
    await notices.saveFeed('anna', undefined)
    expect([await notices.feedOf('anna'), await notices.employeeOfFeed('h2')]).toEqual([undefined, undefined])
  })

  describe('webhooks', () => {
    const hook = (more: Partial<KeptWebhook> = {}): KeptWebhook => ({
      id: 'hook_1',
      url: 'https://example.com',
      events: [],
      filter: {},
      active: true,
      createdAt: hour(0),
      createdBy: 'helen',
      rev: 1,
      secrets: [{ secret: 'whsec_1' }],
      ...more,
    })
    const letter = (no: number, more: Partial<KeptWebhookDelivery> = {}): KeptWebhookDelivery => ({
      id: `msg_${hour(no).replaceAll(/\D/g, '')}_h`,
      event: `deal_1:${no}`,
      name: 'deal.moved',
      dealId: 'deal_1',
      at: hour(no),
      state: 'waiting',
      nextAt: hour(no),
      attempts: 0,
      tries: [],
      webhook: 'hook_1',
      rev: 1,
      ...more,
    })

    test('are saved revision by revision, their health beside', async () => {
      expect(await webhooks.save(hook())).toBe(true)
      expect(await webhooks.save(hook())).toBe(false)
      expect(await webhooks.save(hook({ rev: 3 }))).toBe(false)
      await webhooks.markFailing('hook_1', hour(1))
      await webhooks.markFailing('hook_1', hour(2))
      await webhooks.markSlow('hook_1', hour(3))
      expect(await webhooks.find('hook_1')).toEqual(hook({ failingSince: hour(1), slowUntil: hour(3) }))
      await webhooks.markWorking('hook_1')
      expect((await webhooks.all()).map(({ failingSince }) => failingSince)).toEqual([undefined])
      await webhooks.remove('hook_1')
      await webhooks.markFailing('hook_1', hour(1))
      expect(await webhooks.all()).toEqual([])
    })

    test('have deliveries in the order of events, due in the order of time', async () => {
      expect(await webhooks.addDelivery(letter(2))).toBe(true)
      expect(await webhooks.addDelivery(letter(2))).toBe(false)
      await webhooks.addDelivery(letter(1, { nextAt: hour(5) }))
      await webhooks.addDelivery(letter(3, { state: 'held', nextAt: undefined } as never))
      const ids = async (read: Promise<{ readonly items: readonly KeptWebhookDelivery[] }>) =>
        (await read).items.map(({ event }) => event)

      expect(await ids(webhooks.deliveries('hook_1', { limit: 9 }))).toEqual(['deal_1:3', 'deal_1:2', 'deal_1:1'])
      expect(await ids(webhooks.deliveriesBetween('hook_1', { from: hour(1), to: hour(2), limit: 9 }))).toEqual([
        'deal_1:1',
        'deal_1:2',
      ])
      expect(await webhooks.dueDeliveries('hook_1', hour(9), 9)).toEqual([letter(2).id, letter(1).id])
      expect(await webhooks.changeDelivery(letter(2, { rev: 2, state: 'delivered' }))).toBe(true)
      expect(await webhooks.changeDelivery(letter(2, { rev: 2 }))).toBe(false)
      expect(await webhooks.dueDeliveries('hook_1', hour(9), 9)).toEqual([letter(1).id])
      expect(await webhooks.findDelivery('hook_1', letter(2).id)).toMatchObject({ state: 'delivered' })
      expect(await webhooks.findEvent('deal_1', 'deal_1:9')).toBeUndefined()
    })
  })
}
