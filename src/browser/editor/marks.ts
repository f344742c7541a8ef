import type { Diagnostic } from '#schemas/model'

/** A fault as a mark in a text: where, what is wrong, what to type, and what can be put there with a click. */
export type Mark = {
  readonly from: number
  readonly to: number
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly help?: string
  readonly code: string
  /** What may be put in the place of the marked stretch: nothing, one thing, or one of two. */
  readonly instead: readonly string[]
}

/** Codes that mark exactly the word that is wrong, so that it can be replaced by what the help says. */
const wholeWord = /^(unknown-|lookalike-letter|iso-duration|ambiguous-duration|missing-percent)/

/** Faults as marks in the text they were found in. */
export function marksOf(text: string, diagnostics: readonly Diagnostic[]): readonly Mark[] {
  const starts = lineStarts(text)
  const offset = (line: number, column: number): number =>
    Math.min(text.length, (starts[Math.min(line, starts.length) - 1] ?? 0) + column - 1)
  return diagnostics.map(({ line, column, endLine, endColumn, severity, message, help, code }) => {
    const from = offset(line, column)
    return {
      from,
      // A mark of nothing would not be seen.
      to: Math.max(offset(endLine, endColumn), Math.min(text.length, from + 1)),
      severity: severity === 'error' ? 'error' : 'warning',
      message,
      code,
      ...(help === undefined ? {} : { help }),
      instead: insteadOf(code, help),
    }
  })
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function insteadOf(code: string, help: string | undefined): readonly string[] {
  if (help === undefined || !wholeWord.test(code)) return []
  // Things to type and nothing else: “Did you mean “x”?”, “Write “x” or “y”.”, “Возможно, вы имели в виду «x»?”.
  const found = /^[^“”«»]+[“«]([^“”«»…]+)[”»](?: (?:or|или) [“«]([^“”«»…]+)[”»])?[.?]$/.exec(help)
  if (found === null || /such as|например/.test(help)) return []
  return [found[1], found[2]].filter((text) => text !== undefined)
}
