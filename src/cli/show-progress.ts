import { Presets, SingleBar } from 'cli-progress'

/** Shows on standard error how far something is. */
export type ShowsProgress = {
  /** `more` is said beside the numbers. */
  readonly show: (what: string, done: number, total: number, more?: () => string) => void
  /** Writes a line that stays. */
  readonly line: (text: string) => void
  readonly end: () => void
}

const everyMs = 3_000
const drawnMs = 100

/** A bar on a terminal; elsewhere a line every few seconds and one at the end of each part. */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): ShowsProgress {
  return stream.isTTY ? bar(stream) : lines(stream)
}

function bar(stream: NodeJS.WriteStream): ShowsProgress {
  const format = '{what} {bar} {value}/{total} {more}'
  const shown = new SingleBar({ format, stream, hideCursor: true, fps: 8 }, Presets.shades_classic)
  let current = ''
  let last = 0
  const end = () => {
    if (current !== '') shown.stop()
    current = ''
  }
  return {
    end,
    line: (text) => {
      end()
      stream.write(`${text}\n`)
    },
    show: (what, done, total, more = () => '') => {
      const now = performance.now()
      if (what === current && done < total && now - last < drawnMs) return
      last = now
      const beside = { what, more: more() }
      if (what !== current) {
        end()
        shown.start(total, done, beside)
        current = what
      }
      shown.setTotal(total)
      shown.update(done, beside)
    },
  }
}

function lines(stream: NodeJS.WriteStream): ShowsProgress {
  let current = ''
  let last = 0
  return {
    end: () => undefined,
    line: (text) => {
      stream.write(`${text}\n`)
    },
    show: (what, done, total, more = () => '') => {
      const now = performance.now()
      if (what === current && done < total && now - last < everyMs) return
      current = what
      last = now
      const beside = more()
      stream.write(`${what}: ${done} / ${total}${beside === '' ? '' : `; ${beside}`}\n`)
    },
  }
}
