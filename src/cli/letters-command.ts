import type { DeadLetter } from '#local/queue'
import { UsageError } from './environment'
import { printSaid } from './said'
import { askBackDoor, runningOver, type Running } from './with-norma'

type Options = { readonly data: string; readonly consumer?: string }

/** `norma dead-letters`: what could not be handled, by whom and why. */
export async function lettersCommand(options: Options): Promise<void> {
  const query = options.consumer === undefined ? '' : `?consumer=${encodeURIComponent(options.consumer)}`
  const letters = (await askBackDoor(
    options.data,
    needRunning(options.data),
    `dead-letters${query}`,
  )) as readonly DeadLetter[]
  if (letters.length === 0) {
    await printSaid('There are no dead letters.')
    return
  }
  for (const letter of letters) process.stdout.write(`${JSON.stringify(letter)}\n`)
}

/** `norma redrive`: gives dead letters to their consumers again, all of them or those named. */
export async function redriveCommand(ids: readonly string[], options: Options): Promise<void> {
  const body = {
    ...(options.consumer === undefined ? {} : { consumer: options.consumer }),
    ...(ids.length === 0 ? {} : { ids }),
  }
  const { redriven } = (await askBackDoor(options.data, needRunning(options.data), 'redrive', body)) as {
    redriven: number
  }
  await printSaid(`${redriven} dead letters were given to their consumers again.`)
}

/** `norma run`: runs a schedule now and waits for it. */
export async function scheduleCommand(name: string, options: Options): Promise<void> {
  await askBackDoor(options.data, needRunning(options.data), `schedules/${encodeURIComponent(name)}`, {})
  await printSaid(`${name} has run.`)
}

function needRunning(dataDir: string): Running {
  const running = runningOver(dataDir)
  if (running !== undefined) return running
  throw new UsageError(`No Norma runs over ${dataDir}. Start it with: npx norma start --data ${dataDir}`)
}
