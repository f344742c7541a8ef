import type { Sink } from '#config/context'
import { placesIn } from '#config/yaml/places-in'

/** How places of a text that was put right are told in the text as it is written; both have the same lines. */
export type Through = {
  readonly offset: (offset: number) => number
  readonly place: Sink['place']
}

/** Leads from places of the text that was put right to those of the text as it is written. */
export function throughSlips(written: readonly string[], meant: readonly string[]): Through {
  const there = placesIn(meant.join('\n'))
  const starts = startsOf(written)
  const place: Sink['place'] = (offset) => {
    const { line, column } = there(offset)
    return { line, column: columnIn(written[line - 1] ?? '', meant[line - 1] ?? '', column - 1) + 1 }
  }
  return {
    place,
    offset: (offset) => {
      const { line, column } = place(offset)
      return (starts[line - 1] ?? 0) + column - 1
    },
  }
}

function startsOf(lines: readonly string[]): readonly number[] {
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length + 1
  }
  return starts
}

/** The same letter of a line that was changed in one place. */
function columnIn(written: string, meant: string, column: number): number {
  if (written === meant) return Math.min(column, written.length)
  let begin = 0
  while (begin < written.length && written[begin] === meant[begin]) begin += 1
  if (column <= begin) return column
  return Math.max(begin, written.length - Math.max(0, meant.length - column))
}
