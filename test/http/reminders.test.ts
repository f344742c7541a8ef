import { beforeEach, expect, test } from 'vitest'

import { sayNotice } from '#domain/kernel/texts/say-notice'
import { consumers } from '#product/lists/consumers'
import { createDeal } from '#usecases/deals/create-deal'
import { aDoor, type Door } from '#test/support/http'
import { aWorldInMemory, type World } from '#test/support/world'

let world: World
let door: Door
let deal: string

beforeEach(async () => {
  world = await aWorldInMemory()
  door = await aDoor(world)
  const input = { title: 'Coffee machines', pipeline: 'b2b_new', owner: 'anna', stage: 'payment' }
  deal = (await createDeal(world.ports, await world.as(), { ...input, fields: { amount: 100_000 } })).id
  await world.run(consumers, deal)
})

const remind = (body: object, as = 'anna') => door.post(`/deals/${deal}/reminders`, body, { as })
const taskId = () => `task_${deal.slice(5)}-1-check_payment`
const inbox = async (employee: string) =>
  (await world.ports.notices.inbox(employee, { limit: 9 })).items.filter(({ kind }) => kind === 'reminded')

test('the seller reminds the accountant of a task, once a day, and it is said in both languages', async () => {
  const first = await remind({ task: taskId() })
  const again = await remind({ task: taskId() })
  const [notice] = await inbox('alex')

  expect([first.status, first.body]).toEqual([200, { told: ['alex'], toldBefore: [] }])
  expect(again.body).toEqual({ told: [], toldBefore: ['alex'] })
  expect(await inbox('alex')).toHaveLength(1)
  if (notice === undefined) throw new Error('There is no notice.')
  expect(sayNotice(notice, 'ru', 'UTC').title).toBe('Сделка ждёт вас: Make sure the payment is on the account')
  expect(sayNotice(notice, 'en', 'UTC').text).toContain('Anna')

  world.setNow('2026-12-02T09:00:00.000Z')
  expect((await remind({ task: taskId() })).body.told).toEqual(['alex'])
})

test('of a field whoever alone writes it is reminded', async () => {
  const { body } = await remind({ field: 'paid' })

  expect(body.told).toEqual(['alex'])
  const [notice] = await inbox('alex')
  expect(notice?.field).toEqual({ id: 'paid', name: 'Paid', builtIn: true })
  expect(notice === undefined ? '' : sayNotice(notice, 'ru', 'UTC').title).toBe('Сделка ждёт вас: Оплачено')
})

test('nobody is reminded of what is one’s own, of what is not there, or of two things at once', async () => {
  const answers = [
    await remind({ task: taskId() }, 'alex'),
    await remind({ task: 'task_none-1-x' }),
    await remind({ field: 'nothing' }),
    await remind({ task: taskId(), field: 'paid' }),
    await remind({}),
  ]

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
    [422, 'field_value'],
    [404, 'task_unknown'],
    [422, 'field_unknown'],
    [422, 'field_value'],
    [422, 'field_value'],
  ])
})

test('whoever does not see the deal reminds nobody of it', async () => {
  expect((await remind({ task: taskId() }, 'cyril')).status).toBe(404)
})
