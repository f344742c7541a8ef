import { LineCounter } from 'yaml'

import type { Sink } from '#config/context'

/** Where the offsets of a text are, by line and column from 1; what lies outside of it is at its beginning or its end. */
export function placesIn(text: string): Sink['place'] {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return (offset) => {
    const { line, col } = lines.linePos(Math.min(Math.max(0, offset), text.length))
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
}
