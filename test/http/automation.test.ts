import { beforeAll, expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { aDoor, type Door } from '#test/support/http'
import { aWorld } from '#test/support/world'

const engine = useEngine()
let door: Door

beforeAll(async () => {
  door = await aDoor(await aWorld(engine))
})

test('a rule is paused with a reason, shown as paused, and resumed', async () => {
  const paused = await door.ask('PUT', '/automation/paid_in_full/pause', { body: { reason: 'Twice' }, as: 'helen' })
  const listed = await door.get('/automation', { as: 'anna' })
  const resumed = await door.ask('DELETE', '/automation/paid_in_full/pause', { as: 'helen' })
  const again = await door.ask('DELETE', '/automation/paid_in_full/pause', { as: 'helen' })

  expect([paused.status, listed.status, resumed.status, again.status]).toEqual([200, 200, 200, 200])
  expect(paused.body.paused).toMatchObject({ by: 'helen', reason: 'Twice' })
  expect(
    listed.body.items.map((rule: { id: string; paused?: object }) => [rule.id, rule.paused !== undefined]),
  ).toEqual([
    ['warm_source', false],
    ['paid_in_full', true],
    ['unhappy_client', false],
  ])
  expect(resumed.body.paused).toBeUndefined()
})

test('who may not edit the rules cannot stop them; a rule that is not there is not found; a reason is needed', async () => {
  const body = { reason: 'No' }

  const replies = await Promise.all([
    door.ask('PUT', '/automation/paid_in_full/pause', { body, as: 'anna' }),
    door.ask('DELETE', '/automation/paid_in_full/pause', { as: 'anna' }),
    door.ask('PUT', '/automation/paid_in_fool/pause', { body, as: 'helen' }),
    door.ask('PUT', '/automation/paid_in_full/pause', { body: {}, as: 'helen' }),
  ])

  expect(replies.map((reply) => [reply.status, reply.body.code])).toEqual([
    [403, 'forbidden'],
    [403, 'forbidden'],
    [404, 'rule_unknown'],
    [400, 'invalid_input'],
  ])
})
