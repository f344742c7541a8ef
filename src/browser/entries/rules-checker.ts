import type { CheckerAnswer, CheckerMessage, CheckerWork } from '#browser/editor/checker'
import { checkerWork } from '#browser/editor/checker-work'

let work: CheckerWork | undefined

addEventListener('message', ({ data }: MessageEvent<CheckerMessage>) => {
  if ('begin' in data) {
    work = checkerWork(data.begin)
    return
  }
  postMessage(answerTo(data))
})

function answerTo({ no, ask, given }: Extract<CheckerMessage, { no: number }>): CheckerAnswer {
  try {
    const does = work?.[ask] as ((...given: readonly unknown[]) => unknown) | undefined
    return { no, found: does?.(...given) }
  } catch (error) {
    return { no, fault: String(error) }
  }
}
