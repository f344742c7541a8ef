import { relative, sep } from 'node:path'

import type { Reporter, TestModule } from 'vitest/node'

/**
 * Minutes that the tests of a room may take of a whole run, all of its files added up: on two processors half of their sum
 * passes. What needs more belongs into `npm run bench` or the proof. A busy machine takes longer, so it is told, not refused.
 */
const minutesOf: Readonly<Record<string, number>> = {
  browser: 6,
  cdk: 1.25,
  cli: 2,
  clients: 1.5,
  config: 2.5,
  e2e: 2.5,
  entry: 1.5,
  http: 2,
  import: 1.25,
  notifications: 2,
  product: 1.25,
  reports: 2,
  trial: 1.25,
  usecases: 3,
}
const otherRooms = 1

/** Tells at the end of a run which rooms have taken more minutes than they have, and what all of them took. */
export function minutesReporter(): Reporter {
  return {
    onTestRunEnd: (modules) => {
      const taken = minutesByRoom(modules)
      const over = [...taken].filter(([room, minutes]) => minutes > (minutesOf[room] ?? otherRooms))
      for (const [room, minutes] of over)
        console.log(`test/${room} took ${minutes.toFixed(1)} minutes of the ${minutesOf[room] ?? otherRooms} it has.`)
      const all = [...taken.values()].reduce((sum, minutes) => sum + minutes, 0)
      console.log(`All rooms took ${all.toFixed(1)} minutes; ${over.length} of ${taken.size} took more than they have.`)
    },
  }
}

function minutesByRoom(modules: readonly TestModule[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>()
  for (const module of modules) {
    const [, room = '', ...below] = relative(process.cwd(), module.moduleId).split(sep)
    if (below.length === 0) continue
    const { duration, collectDuration } = module.diagnostic()
    taken.set(room, (taken.get(room) ?? 0) + (duration + collectDuration) / 60_000)
  }
  return taken
}
