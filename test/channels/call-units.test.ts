import { expect, test } from 'vitest'

import { useEngine } from '#test/support/engine'
import { meter } from '#test/support/meter'
import { steadyRules } from '#test/support/steady-rules'
import { aWorld } from '#test/support/world'

import { channelScene } from './channel-scene'
import { requestOf } from './provider-bodies'
import { sequences } from './samples'

const engine = useEngine()
const rules = `${steadyRules()}
calls:
  missed: { call_back: 15 working minutes, by: owner, otherwise: b2c_team }
  counts_as_talk: 5 calendar seconds
`

test('a missed call and the call back that pays it cost what the benchmarks say, notice by notice', async () => {
  const world = await aWorld(engine, { text: rules })
  const scene = await channelScene({ ports: world.ports })
  const { arrivals = [] } = sequences().find(([name]) => name.startsWith('01'))?.[1] ?? {}
  const cost = meter(engine.client)
  const [came, read, settled]: [number[], number[], number[]] = [[], [], []]
  for (const arrival of arrivals) {
    const told = Number(arrival.body['end_time'] ?? arrival.body['timestamp'])
    world.setNow(new Date(told * 1000).toISOString())
    await scene.settle(world.now())
    settled.push(cost().writeUnits)
    await scene.send(`${arrival.provider}-main`, requestOf(arrival))
    came.push(cost().writeUnits)
    await scene.read()
    read.push(cost().writeUnits)
  }
  world.setNow(new Date(Date.parse(world.now()) + 60_000).toISOString())
  await scene.settle(world.now())
  settled.push(cost().writeUnits)

  // Five notices of a call that nobody took, then four of the call back; the last of these pays the debt.
  expect(came).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2])
  expect(read).toEqual([6, 7, 7, 8, 6, 6, 7, 7, 16])
  // The miss is judged after half a minute of silence: the line of the talk, the debt and its task with all its places, and
  // that nobody known is behind it; each call that follows finds that noted.
  expect(settled).toEqual([0, 0, 0, 0, 0, 14, 0, 0, 0, 0])
})
