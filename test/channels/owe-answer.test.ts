import { expect, test } from 'vitest'

import { oweAnswer } from '#channels/usecases/owe-answer'
import { aWorldInMemory, type World } from '#test/support/world'

const talk = 'talk_5f74117830df7997529a1012cb'
const atSecond = (second: number) => `2026-12-01T07:00:${String(second).padStart(2, '0')}.000Z`

const owe = ({ ports }: World, second: number, id = `message:${second}`) =>
  oweAnswer(ports, { talk, id, at: atSecond(second), becomes: { becomes: 'request', by: 'head_of_sales' } })
const debts = async ({ ports }: World) => ports.deals.tasksOfSubject({ kind: 'talk', id: talk })

test('whatever comes at the same moment is one debt, which knows the last of it', async () => {
  const world = await aWorldInMemory()
  await Promise.all([owe(world, 1), owe(world, 2), owe(world, 3)])
  await Promise.all([owe(world, 2), owe(world, 3)])

  const found = await debts(world)
  expect(found.map(({ status, owes }) => [status, owes?.lastAt])).toEqual([['open', atSecond(3)]])
})

test('what was told before opens nothing once it is answered; what comes later does', async () => {
  const world = await aWorldInMemory()
  await owe(world, 5)
  const [first] = await debts(world)
  if (first === undefined) throw new Error('An answer is owed.')
  await world.ports.deals.adjustTask({ ...first, status: 'done', doneAt: atSecond(9), rev: first.rev + 1 }, first.rev)
  await owe(world, 5)
  await owe(world, 4)
  const answered = await debts(world)
  await owe(world, 20)

  expect(answered.map(({ status }) => status)).toEqual(['done'])
  expect((await debts(world)).map(({ status }) => status).toSorted()).toEqual(['done', 'open'])
})
