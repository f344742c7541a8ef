import type { Line } from './text-lines'

/**
 * A record of delimited text by its first line, or why it is none. Own code instead of a library, because those known pass
 * over good lines behind a broken quote, or tell of a record where it ends: here a broken record costs its first line, and
 * every line behind that is judged by itself.
 */
export type Record = { readonly line: number } & (
  | { readonly fields: readonly string[] }
  | { readonly broken: 'open' | 'inside' }
)

/** A value in quotes goes over so many lines at most; where it goes on, its quote was never closed. */
const mostLines = 1000

/** The records of some lines; empty lines between them are passed over. No quote (`''`) takes quotes as they stand. */
export function* recordsOf(lines: Iterator<Line>, delimiter: string, quote: string): Generator<Record> {
  const again: Line[] = []
  const next = (): Line | undefined => {
    const back = again.shift()
    if (back !== undefined) return back
    const { done, value } = lines.next()
    return done === true ? undefined : value
  }
  for (let line = next(); line !== undefined; line = next()) {
    if (line.text.trim() === '') continue
    if (quote === '' || !line.text.includes(quote)) {
      yield { line: line.no, fields: line.text.split(delimiter) }
      continue
    }
    const taken: Line[] = []
    const more = (): string | undefined => {
      const one = taken.length < mostLines ? next() : undefined
      if (one !== undefined) taken.push(one)
      return one?.text
    }
    const read = fieldsOf(line.text, more, { delimiter, quote })
    if (typeof read === 'string') again.unshift(...taken)
    yield typeof read === 'string' ? { line: line.no, broken: read } : { line: line.no, fields: read }
  }
}

type Marks = { readonly delimiter: string; readonly quote: string }

function fieldsOf(
  first: string,
  more: () => string | undefined,
  { delimiter, quote }: Marks,
): readonly string[] | 'open' | 'inside' {
  const fields: string[] = []
  let text = first
  for (let at = 0; ; at += 1) {
    if (text[at] === quote) {
      const quoted = quotedAt({ text, at }, more, quote)
      if (quoted === undefined) return 'open'
      fields.push(quoted.value)
      ;({ text, at } = quoted)
    } else {
      const end = text.indexOf(delimiter, at)
      const field = text.slice(at, end < 0 ? text.length : end)
      if (field.includes(quote)) return 'inside'
      fields.push(field)
      at += field.length
    }
    if (at === text.length) return fields
    if (text[at] !== delimiter) return 'inside'
  }
}

type Spot = { readonly text: string; readonly at: number }

/** The value whose opening quote is at a spot, and the spot behind its closing one; nothing where none closes it. */
function quotedAt(
  { text: first, at: open }: Spot,
  more: () => string | undefined,
  quote: string,
): (Spot & { readonly value: string }) | undefined {
  let [text, at, value] = [first, open + 1, '']
  for (;;) {
    const close = text.indexOf(quote, at)
    if (close < 0) {
      const line = more()
      if (line === undefined) return undefined
      value += `${text.slice(at)}\n`
      ;[text, at] = [line, 0]
      continue
    }
    value += text.slice(at, close)
    if (text[close + 1] !== quote) return { value, text, at: close + 1 }
    value += quote
    at = close + 2
  }
}
