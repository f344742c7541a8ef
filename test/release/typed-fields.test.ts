import { expect, test } from 'vitest'

import { modelInWords } from '#domain/rules/model-in-words'
import { planAsText } from '#release/domain/plan-text'
import { planRules } from '#release/usecases/plan-rules'
import { loseDeal } from '#usecases/deals/close-deal'
import { updateDeal } from '#usecases/deals/update-deal'
import { aDealIn, aShop, follow, offerWith, publish, shopText, type Shop } from './shop'

const fields = (doctor: string, visit: string): string =>
  `need: { type: text }\n  mood: { type: choice, options: [warm, cold] }\n  ready: { type: date }\n  ${doctor}: { type: person }\n  ${visit}: { type: date_time }`

const offer = (doctor: string, visit: string): string =>
  offerWith('by: lawyer, due: 2 working days', `by: field.${doctor}, due: 2 hours before ${visit}`)

const before: Shop = { fields: fields('doctor', 'visit_at'), offer: offer('doctor', 'visit_at') }
const held = { fields: { need: 'Tea', doctor: 'lena', visit_at: '2026-12-07T10:00:00.000Z' } }

test('fields that tasks are asked of and dated by cannot be gone while they are in use', async () => {
  const world = await aShop(before)
  await aDealIn(world, 'offer', held)

  const text = shopText({ offer: offerWith('by: lawyer', 'by: accountant') })
  const { plan } = await planRules(world.ports, await world.as('helen'), { text, now: [] })

  expect(plan.blocked.map(({ code, key, deals, tasks }) => [code, key, deals, tasks])).toEqual([
    ['field-in-use', 'fields.doctor', 1, 1],
    ['field-in-use', 'fields.visit_at', 1, 1],
  ])
})

test('a renamed field takes along who does its tasks and when they are due', async () => {
  const world = await aShop(before)
  const { id } = await aDealIn(world, 'offer', held)
  await publish(world, {
    fields: fields('vet', 'call_at'),
    offer: offer('vet', 'call_at'),
    moved: 'fields.doctor: vet\n  fields.visit_at: call_at',
  })
  await follow(world)

  const [task] = (await world.ports.deals.tasksOf(id)).filter(({ template }) => template === 'check_terms')
  expect((await world.ports.deals.find(id))?.fields).toMatchObject({ vet: 'lena', call_at: '2026-12-07T10:00:00.000Z' })
  expect(task).toMatchObject({ responsible: 'lena', role: 'field.vet', dueAt: '2026-12-07T08:00:00.000Z' })
})

const linked: Shop = { fields: 'need: { type: text }\n  order: { type: link, to: works }' }
const renamedWorks: Shop['pipelines'] = `shop: { name: Shop, stages: [talk, offer, pay, after], won_after: pay }
  workshop: { name: Works, stages: [offer, pay, after], won_after: pay }`

async function aLinkedDeal() {
  const world = await aShop(linked)
  const order = await aDealIn(world, 'offer', { pipeline: 'works', fields: { need: 'Tea' } })
  const { id } = await aDealIn(world, 'offer', { fields: { need: 'Tea', order: order.id } })
  return { world, order, id }
}

test('a direction that deals are linked to cannot be gone, even where none of its own is open', async () => {
  const { world, order } = await aLinkedDeal()
  const command = await world.as('helen')
  await loseDeal(world.ports, command, order.id, { reason: 'price' })

  const without = { pipelines: 'shop: { name: Shop, stages: [talk, offer, pay, after], won_after: pay }' }
  const text = shopText({ ...without, fields: 'need: { type: text }\n  order: { type: link, to: shop }' })
  const { plan } = await planRules(world.ports, command, { text, now: [] })
  const { plan: free } = await planRules((await aShop()).ports, command, { text: shopText(without), now: [] })

  expect(plan.blocked.map(({ code, key, deals, paste }) => [code, key, deals, paste])).toEqual([
    ['pipeline-in-use', 'pipelines.works', 1, ['pipelines.works:']],
  ])
  expect(planAsText(plan, { file: 'next.yaml', lang: 'en' })).toContain(
    'direction “works” is gone, but 1 open deal is linked to deals of it',
  )
  expect(planAsText(plan, { file: 'next.yaml', lang: 'ru' })).toContain(
    'а на его сделки ссылаются: 1\u00a0открытая сделка',
  )
  expect(free.blocked).toEqual([])
})

test('bounds that change are told as the file writes them', async () => {
  const { world } = await aLinkedDeal()
  const off = 'need: { type: text }\n  order: { type: link, to: works }\n  off: { type: percent'
  await publish(world, { fields: `${off} }\n  limit: { type: money, max: 500 }` })

  const text = shopText({ fields: `${off}, min: 0%, max: 100% }\n  limit: { type: money, max: 12.50 }` })
  const { plan } = await planRules(world.ports, await world.as('helen'), { text, now: [] })

  expect(plan.atOnce.map(({ key, from, to }) => [key, from, to])).toEqual([
    ['fields.off', 'percent', 'percent, min 0%, max 100%'],
    ['fields.limit', 'money, max 500', 'money, max 12.5'],
  ])
})

test('a direction that is renamed is still the one that deals are linked to', async () => {
  const { world, order, id } = await aLinkedDeal()
  const next: Shop = {
    fields: 'need: { type: text }\n  order: { type: link, to: workshop }',
    pipelines: renamedWorks,
    moved: 'pipelines.works: workshop',
  }
  const command = await world.as('helen')
  const { plan } = await planRules(world.ports, command, { text: shopText(next), now: [] })
  await publish(world, next)

  const deal = await updateDeal(world.ports, command, id, { fields: { order: null } })
  const again = await updateDeal(world.ports, command, id, { fields: { order: order.id } })
  const old = await world.ports.rules.version(1)
  const model = modelInWords(old.model, await world.ports.rules.current())

  expect(plan.atOnce.filter(({ code }) => code === 'field-changed')).toEqual([])
  expect([deal.fields['order'], again.fields['order']]).toEqual([undefined, order.id])
  expect(model.fields['order']?.to).toBe('workshop')
})
