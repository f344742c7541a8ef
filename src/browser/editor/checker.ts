import type { Language } from '#schemas/language-names'
import type { Suggestions } from '#config/schema/suggestions-at'
import type { DrawingWords } from './drawing'
import type { Mark } from './marks'

/** A fault as the list beside the text shows it. */
export type ShownFault = {
  readonly line: number
  readonly text: string
  readonly help?: string
  readonly severity: string
}

/** What a look at a text finds. */
export type Looked = {
  /** Whether the text can be published as far as the check knows. */
  readonly isWhole: boolean
  readonly faults: number
  readonly warnings: number
  readonly marks: readonly Mark[]
  readonly shown: readonly ShownFault[]
  /** The directions of the last whole text, and the chosen one of them drawn. */
  readonly directions: readonly (readonly [id: string, name: string])[]
  readonly drawing: string
}

/** What works beside the page. */
export type CheckerWork = {
  readonly look: (text: string, direction: string) => Looked
  readonly draw: (direction: string) => string
  readonly offers: (text: string, at: number) => Suggestions | undefined
  readonly explanation: (text: string, at: number) => string | undefined
  readonly withMoved: (text: string, lines: readonly string[]) => string
}

/** The same from the page, which never waits for it. */
export type Checker = {
  readonly [Ask in keyof CheckerWork]: (...given: Parameters<CheckerWork[Ask]>) => Promise<ReturnType<CheckerWork[Ask]>>
}

/** What is sent to the worker: first how it is to speak, then one question after the other. */
export type CheckerMessage =
  | { readonly begin: { readonly language: Language; readonly words: DrawingWords } }
  | { readonly no: number; readonly ask: keyof CheckerWork; readonly given: readonly unknown[] }

/** What comes back. */
export type CheckerAnswer = { readonly no: number; readonly found?: unknown; readonly fault?: string }

type Waiting = { readonly resolve: (found: never) => void; readonly reject: (error: Error) => void }

/** Starts the worker. `stopped` is told when it cannot go on. */
export function startChecker(
  address: string,
  begin: { readonly language: Language; readonly words: DrawingWords },
  stopped: () => void,
): Checker {
  const worker = new Worker(address, { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<CheckerAnswer>) => {
    const asked = waiting.get(data.no)
    waiting.delete(data.no)
    if (data.fault === undefined) return asked?.resolve(data.found as never)
    stopped()
    return asked?.reject(new Error(data.fault))
  })
  worker.addEventListener('error', () => {
    stopped()
    for (const { reject } of waiting.values()) reject(new Error('The check has stopped.'))
    waiting.clear()
  })
  worker.postMessage({ begin } satisfies CheckerMessage)
  const ask =
    <Given extends readonly unknown[], Found>(name: keyof CheckerWork) =>
    (...given: Given): Promise<Found> =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        worker.postMessage({ no: last, ask: name, given } satisfies CheckerMessage)
      })
  return {
    look: ask('look'),
    draw: ask('draw'),
    offers: ask('offers'),
    explanation: ask('explanation'),
    withMoved: ask('withMoved'),
  }
}
