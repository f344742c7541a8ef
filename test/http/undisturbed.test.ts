import { expect, test } from 'vitest'

import { Refusal } from '#domain/kernel/refusal'
import { undisturbed } from '#usecases/undisturbed'

const failing = (times: number, refusal: Refusal) => {
  let runs = 0
  return async () => {
    runs += 1
    if (runs <= times) throw refusal
    return runs
  }
}

test('a command that met another in the same moment is decided anew', async () => {
  const run = failing(2, new Refusal('version_conflict', 'Somebody was first.'))

  expect(await undisturbed(run)).toBe(3)
})

test('somebody who meets others every time is told so in the end', async () => {
  const pauses: number[] = []
  const waiting = { pause: async (ms: number) => void pauses.push(ms), random: () => 1 }
  const run = failing(99, new Refusal('version_conflict', 'Somebody was first.'))

  await expect(undisturbed(run, waiting)).rejects.toThrow('Somebody was first.')
  expect(pauses.length).toBeGreaterThan(20)
  expect(Math.max(...pauses)).toBeLessThanOrEqual(150)
})

test('what was refused for another reason is not tried again', async () => {
  const run = failing(1, new Refusal('deal_closed', 'The deal is lost.'))

  await expect(undisturbed(run)).rejects.toThrow('The deal is lost.')
  expect(await run()).toBe(2)
})
