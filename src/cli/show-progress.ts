import { Presets, SingleBar } from 'cli-progress'

/** Shows on standard error how far something is. */
export type ShowsProgress = {
  readonly show: (what: string, done: number, total: number) => void
  readonly end: () => void
}

const everyMs = 3_000

/** A bar on a terminal; elsewhere a line every few seconds and one at the end of each part. */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): ShowsProgress {
  return stream.isTTY ? bar(stream) : lines(stream)
}

function bar(stream: NodeJS.WriteStream): ShowsProgress {
  const format = '{what} {bar} {value}/{total}'
  const shown = new SingleBar({ format, stream, hideCursor: true, fps: 8 }, Presets.shades_classic)
  let current = ''
  const end = () => {
    if (current !== '') shown.stop()
    current = ''
  }
  return {
    end,
    show: (what, done, total) => {
      if (what !== current) {
        end()
        shown.start(total, done, { what })
        current = what
      }
      shown.setTotal(total)
      shown.update(done, { what })
    },
  }
}

function lines(stream: NodeJS.WriteStream): ShowsProgress {
  let current = ''
  let last = 0
  return {
    end: () => undefined,
    show: (what, done, total) => {
      const now = performance.now()
      if (what === current && done < total && now - last < everyMs) return
      current = what
      last = now
      stream.write(`${what}: ${done} / ${total}\n`)
    },
  }
}
