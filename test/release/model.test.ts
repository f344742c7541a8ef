import fc from 'fast-check'
import { expect, test } from 'vitest'

import { followRules } from '#release/usecases/follow-rules'
import { expectLaws, expectTold, takenDown } from './laws'
import { aLife } from './lives'
import { founding, live } from './live'
import { runs } from '#test/support/runs'

const lives = runs(1_000)

test('whatever is published, applied at once, taken back or broken off: every deal has one seat, is judged by its own rules, keeps its promises', async () => {
  const happened = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(aLife, async (steps) => {
      const living = await founding()
      for (const step of steps) {
        happened.set(step.kind, (happened.get(step.kind) ?? 0) + 1)
        const before = await takenDown(living)
        await live(living, step)
        await expectLaws(living, before)
      }
      // A task that appears only now is a latecomer: the job comes by once more, and then there is nothing left.
      for (let round = 0; round < 2; round += 1) {
        // oxlint-disable-next-line no-await-in-loop -- the second look is at what came after the first
        await followRules(living.world.ports)
        await living.world.settle()
      }
      expect((await followRules(living.world.ports)).seated).toBe(0)
      await expectTold(living)
    }),
    { numRuns: lives },
  )
  for (const kind of ['publish', 'rollback', 'follow', 'forward', 'byHand', 'thereAndBack'])
    expect(happened.get(kind) ?? 0).toBeGreaterThan(lives / 10)
}, 300_000)
