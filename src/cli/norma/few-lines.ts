/** How many lines a stretch of time may show before the rest of it is counted only. */
const most = 12
const stretchMs = 10_000

/**
 * Lets a few lines through and counts the rest until the stretch is over, so that what is caught up with all at once does not
 * carry away what was said before it.
 */
export function fewLines(show: (line: string) => void, more: (count: number) => string): (line: string) => void {
  let shown = 0
  let left = 0
  let timer: NodeJS.Timeout | undefined
  const end = () => {
    timer = undefined
    if (left > 0) show(more(left))
    shown = 0
    left = 0
  }
  return (line) => {
    timer ??= setTimeout(end, stretchMs).unref()
    if (shown < most) show(line)
    else left += 1
    shown += 1
  }
}
