import type { DeadLetter } from '#local/queues/queue'
import { guessOf } from '#cli/did-you-mean'
import { commandEnvironment, UsageError } from '#cli/environment'
import { printSaid, say } from '#cli/say'
import { askBackDoor, needCompany, runningOver, type Running } from '#cli/with-norma'

const { lang } = commandEnvironment

/** What is answered where a consumer or letters are named that are none. */
type Stray = { readonly known: readonly string[] } | { readonly unknown: readonly string[] }

type Options = { readonly data: string; readonly consumer?: string }

/** `norma dead-letters`: what could not be handled, by whom and why. */
export async function lettersCommand(options: Options): Promise<void> {
  const query = options.consumer === undefined ? '' : `?consumer=${encodeURIComponent(options.consumer)}`
  const answer = (await askBackDoor(options.data, needRunning(options.data), `dead-letters${query}`)) as
    | readonly DeadLetter[]
    | Stray
  refuseStray(answer, options)
  const letters = answer
  if (letters.length === 0) {
    await printSaid(lang, say('no_letters'))
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
  const answer = (await askBackDoor(options.data, needRunning(options.data), 'redrive', body)) as
    | { readonly redriven: number }
    | Stray
  refuseStray(answer, options)
  await printSaid(lang, say('redriven', { count: answer.redriven }))
}

/** `norma run`: runs a schedule now and waits for it. */
export async function scheduleCommand(name: string, options: Options): Promise<void> {
  const running = needRunning(options.data)
  const { known } = (await askBackDoor(options.data, running, `schedules/${encodeURIComponent(name)}`, {})) as {
    known?: readonly string[]
  }
  if (known !== undefined) throw new UsageError(say('schedule', { id: name, guess: guessOf(name, known), known }))
  await printSaid(lang, say('has_run', { schedule: name }))
}

function refuseStray<T extends object>(
  answer: T | Stray,
  { consumer = '' }: Options,
): asserts answer is Exclude<T, Stray> {
  if ('known' in answer) {
    const { known } = answer
    throw new UsageError(say('consumer', { id: consumer, guess: guessOf(consumer, known), known }))
  }
  if ('unknown' in answer) {
    throw new UsageError(say('letter', { ids: answer.unknown, consumer: consumer === '' ? undefined : consumer }))
  }
}

function needRunning(dataDir: string): Running {
  const running = runningOver(dataDir)
  if (running !== undefined) return running
  needCompany(dataDir)
  throw new UsageError(say('not_running', { folder: dataDir }))
}
