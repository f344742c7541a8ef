import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { systemClock, type LocalClock } from './local-clock'

const lookEveryMs = 5_000
/** Who used less than this share of a processor since the last look is at rest. */
const restingShare = 0.02
/** Less than this is not worth a pause. */
const worthMb = 32

/** What the machine knows of this process, and what tidies its memory; tests bring their own. */
export type OwnMemory = {
  /** Processor time used so far, in milliseconds. */
  readonly cpuMs: () => number
  readonly residentMb: () => number
  /** Collects everything that nobody holds any more, and gives its pages back to the machine. */
  readonly tidy: () => void
}

/**
 * Gives the machine back what a busy hour took: the engine keeps the pages of a heap that has grown, and without a reason
 * of its own never lets them go (340 MB held for 40 MB that are alive). It is done while nobody waits, since it takes about
 * a tenth of a second. Answers what ends the looking.
 */
export function giveBackAtRest(own: OwnMemory = thisProcess(), clock: LocalClock = systemClock): () => void {
  let held = 0
  let cpuMs = own.cpuMs()
  let end = clock.after(lookEveryMs, look)
  return () => end()

  function look(): void {
    const used = own.cpuMs() - cpuMs
    const grown = own.residentMb() - held
    if (used < lookEveryMs * restingShare && grown >= worthMb) {
      own.tidy()
      held = own.residentMb()
    }
    cpuMs = own.cpuMs()
    end = clock.after(lookEveryMs, look)
  }
}

function thisProcess(): OwnMemory {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (how: object) => void
  return {
    cpuMs: () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    },
    residentMb: () => process.memoryUsage.rss() / 2 ** 20,
    tidy: () => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
  }
}
