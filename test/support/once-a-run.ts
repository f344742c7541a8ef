import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A folder for what all files of a run share under a name; it goes with the run. */
export function runFolder(name: string): string {
  const run = process.env['NORMA_TEST_RUN']
  if (run === undefined)
    throw new Error('NORMA_TEST_RUN is set by the global setup of the tests: run them with vitest.')
  return join(run, name)
}

/** Makes what belongs into a folder once, by whichever process comes first; the others wait for it, or fail with its fault. */
export async function onceInFolder(folder: string, make: (folder: string) => void | Promise<void>): Promise<string> {
  if (isFirst(folder)) {
    try {
      await make(folder)
      writeFileSync(join(folder, 'ready'), '')
    } catch (error) {
      writeFileSync(join(folder, 'failed'), String(error))
      throw error
    }
  }
  while (!existsSync(join(folder, 'ready'))) {
    if (existsSync(join(folder, 'failed'))) throw new Error(readFileSync(join(folder, 'failed'), 'utf8'))
    await pause(100)
  }
  return folder
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    // Another process of this run is at it already.
    return false
  }
}
