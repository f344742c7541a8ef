/** So much of a text is looked at to say where it stops being JSON: nobody else should wait for the rest. */
export const mostLookedAt = 65_536

/**
 * Where a text stops being JSON, as line and column from 1; the end of the text when it just stops. `isFurther` when that
 * is beyond what is looked at, and the place is where looking ended.
 */
export function jsonFaultAt(text: string): {
  readonly line: number
  readonly column: number
  readonly isFurther: boolean
} {
  const seen = text.slice(0, mostLookedAt)
  const at = firstFault(seen)
  const isFurther = at >= seen.length && text.length > seen.length
  const before = seen.slice(0, at)
  const lines = before.split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, isFurther }
}

const token =
  /[\s\uFEFF]*(?:([[\]{},:])|("(?:[^"\\\p{Control}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.]))/uy

function behindBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1
  return at
}

type Wanted = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing'

/** Reads token by token with a stack of open brackets; recursion would let a deep body exhaust the real stack. */
function firstFault(text: string): number {
  const open: string[] = []
  let wanted: Wanted = 'value'
  let at = 0
  for (;;) {
    token.lastIndex = at
    const found = token.exec(text)
    const kind = found?.[1] ?? (found?.[2] === undefined ? 'scalar' : 'string')
    const next: Wanted | undefined = found === null ? undefined : step(wanted, kind, open)
    if (next === undefined) return behindBlanks(text, at)
    wanted = next
    at = token.lastIndex
  }
}

function step(wanted: Wanted, kind: string, open: string[]): Wanted | undefined {
  if (wanted === 'colon') return kind === ':' ? 'value' : undefined
  if (wanted === 'key' || wanted === 'key or end') {
    if (kind === 'string') return 'colon'
    return kind === '}' && wanted === 'key or end' ? closed(open) : undefined
  }
  if (wanted === 'comma or end') {
    const inObject = open.at(-1) === '{'
    if (kind === ',') return inObject ? 'key' : 'value'
    return kind === (inObject ? '}' : ']') ? closed(open) : undefined
  }
  if (wanted === 'nothing') return undefined
  return valueStep(wanted, kind, open)
}

function valueStep(wanted: Wanted, kind: string, open: string[]): Wanted | undefined {
  if (kind === '{' || kind === '[') {
    open.push(kind)
    return kind === '{' ? 'key or end' : 'value or end'
  }
  if (kind === ']' && wanted === 'value or end') return closed(open)
  if (kind === 'string' || kind === 'scalar') return open.length === 0 ? 'nothing' : 'comma or end'
  return undefined
}

function closed(open: string[]): Wanted {
  open.pop()
  return open.length === 0 ? 'nothing' : 'comma or end'
}
