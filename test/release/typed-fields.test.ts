import { expect, test } from 'vitest'

import { planRules } from '#release/usecases/plan-rules'
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
