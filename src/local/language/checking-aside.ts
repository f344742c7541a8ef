import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

import type { RulesLanguage } from '#ports/rules-language'

/** A text of so many letters is checked within a tenth of a second or so; a larger one would hold everybody else up for longer. */
const mostBetween = 64 * 1024

/** Where the bundle of the product has the code that checks: next to itself. Without a bundle there is none. */
const besideBundle = new URL('./check-worker.js', import.meta.url)

type Check = RulesLanguage['check']

/**
 * The language of a process that answers people meanwhile: large texts are checked in a thread of their own, one after
 * another, so that two of them do not take the machine. What is found out is the same.
 */
export function checkingAside(language: RulesLanguage, worker: URL = besideBundle): RulesLanguage {
  if (!existsSync(fileURLToPath(worker))) return language
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (run: () => ReturnType<Check>): ReturnType<Check> => {
    const next = last.then(run, run)
    last = next.catch(() => undefined)
    return next
  }
  return {
    ...language,
    check: (text, lang = 'en') =>
      text.length <= mostBetween ? language.check(text, lang) : inTurn(() => checkIn(worker, { text, lang })),
  }
}

function checkIn(
  worker: URL,
  asked: { readonly text: string; readonly lang: NonNullable<Parameters<Check>[1]> },
): ReturnType<Check> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker)
    thread.once('message', (found: Awaited<ReturnType<Check>>) => {
      const { diagnostics, model } = found
      resolve({ diagnostics, ...(model === undefined ? {} : { model }) })
      void thread.terminate()
    })
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The thread that checked the rules ended without an answer.')))
    thread.postMessage(asked)
  })
}
