import { expect, test } from 'vitest'

import { consumers } from '#product/lists/consumers'
import { hastyRules } from '#test/e2e/time-lives'
import { useEngine } from '#test/support/engine'
import { aWorld, hand } from '#test/support/world'
import { changeOwner } from '#usecases/deals/change-owner'
import { createDeal } from '#usecases/deals/create-deal'
import { moveDeal } from '#usecases/deals/move-deal'

const engine = useEngine()

test('a kept task that is opened late, after its stage was left and the deal given away, is the new owner’s', async () => {
  const world = await aWorld(engine, { text: hastyRules })
  const helen = await world.as('helen')
  const { id } = await createDeal(world.ports, helen, { title: 'Machines', pipeline: 'trade', owner: 'anna' })
  const complete = [`task_${id.slice('deal_'.length)}-1-call`]
  await moveDeal(world.ports, helen, id, { toStage: 'offer', complete })
  await changeOwner(world.ports, helen, id, { owner: 'cyril' })
  const opener = consumers.filter(({ name }) => name === 'follow-deal')

  for (const event of (await world.eventsOf(id)).toReversed()) await hand(world.ports, opener, event)

  const open = (await world.ports.deals.tasksOf(id)).filter(({ status }) => status === 'open')
  expect(open.map(({ template, responsible }) => `${template} ${responsible}`).toSorted()).toEqual([
    'check lena',
    'note_down cyril',
    'send cyril',
  ])
})
