import { Session } from 'node:inspector/promises'

/** Counts the steps of what is run in between. */
export type StepCounter = { readonly countIn: (run: () => void) => Promise<number>; readonly stop: () => Promise<void> }

/**
 * Counts how often the pieces of our own code are run: every function and every branch or loop body once each time.
 * Unlike time this is the same on every machine, whatever else it does. It must be started before the code is first run.
 */
export async function startCounting(): Promise<StepCounter> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const taken = async (): Promise<number> => {
    const { result } = await session.post('Profiler.takePreciseCoverage')
    const own = result.filter(({ url }) => /\/src\/(?:config|domain)\//.test(url))
    const ranges = own.flatMap(({ functions }) => functions.flatMap((each) => each.ranges))
    return ranges.reduce((sum, { count }) => sum + count, 0)
  }
  return {
    countIn: async (run) => {
      await taken()
      run()
      return taken()
    },
    stop: async () => {
      await session.post('Profiler.disable')
      session.disconnect()
    },
  }
}
