import { expect, test } from 'vitest'

import { giveBackAtRest } from '#local/give-back'
import type { LocalClock } from '#local/local-clock'

/** A clock whose looks are rung by hand, and a process that is as busy and as large as the test says. */
function setUp() {
  const at = { cpuMs: 1_000, residentMb: 100, tidied: 0 }
  let ring: (() => void) | undefined
  const clock: LocalClock = {
    now: () => 0,
    steady: () => 0,
    after: (_, next) => {
      ring = next
      return () => (ring = undefined)
    },
  }
  const tidy = () => {
    at.tidied += 1
    at.residentMb = Math.min(at.residentMb, 100)
  }
  const end = giveBackAtRest({ cpuMs: () => at.cpuMs, residentMb: () => at.residentMb, tidy }, clock)
  return { at, end, isLooking: () => ring !== undefined, look: () => ring?.() }
}

test('what a busy hour took is given back once it is over, and only then', () => {
  const { at, look } = setUp()
  look()
  const atStart = at.tidied
  Object.assign(at, { cpuMs: at.cpuMs + 4_000, residentMb: 340 })
  look()
  const whileBusy = at.tidied
  look()

  expect([atStart, whileBusy, at.tidied, at.residentMb]).toEqual([1, 1, 2, 100])
})

test('nothing is collected for little, however often it looks', () => {
  const { at, look } = setUp()
  look()
  at.residentMb += 31
  for (let no = 0; no < 5; no += 1) look()

  expect(at.tidied).toBe(1)
})

test('whoever stops it is not looked at again', () => {
  const { end, isLooking } = setUp()
  end()

  expect(isLooking()).toBe(false)
})
