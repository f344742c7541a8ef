import { invalid } from '#embedded/fault'

/** A piece of an expression. `key` compares words without their case, as DynamoDB does. */
export type Token = { readonly kind: 'word' | 'name' | 'value' | 'index' | 'sign'; readonly text: string }

/** What is read of an expression, one token after the other. */
export type Reader = {
  readonly peek: (ahead?: number) => Token | undefined
  readonly next: () => Token
  /** Takes the next token if it is this sign, or this word whatever its case. */
  readonly take: (text: string) => boolean
  readonly expect: (text: string) => void
  readonly fail: (why?: string) => Error
}

const mostBytes = 4096
const pattern = /\s*(?:([A-Za-z_][A-Za-z0-9_]*)|(#[A-Za-z0-9_]+)|(:[A-Za-z0-9_]+)|(\d+)|(<>|<=|>=|[=<>(),.[\]+-]))/y

/** Reads an expression in pieces; `what` is the parameter it stands in. */
export function readerOf(text: string, what: string): Reader {
  const tokens = tokensOf(text, what)
  let at = 0
  const fail = (why?: string) => {
    const near = tokens[at]?.text ?? 'the end'
    return invalid(`Invalid ${what}: ${why ?? `Syntax error; token: “${near}”, in: “${text}”`}`)
  }
  const isNext = (text: string) => {
    const token = tokens[at]
    if (token === undefined) return false
    return token.kind === 'word' ? token.text.toUpperCase() === text : token.kind === 'sign' && token.text === text
  }
  const take = (wanted: string) => {
    const isIt = isNext(wanted)
    if (isIt) at += 1
    return isIt
  }
  return {
    peek: (ahead = 0) => tokens[at + ahead],
    next: () => {
      const token = tokens[at]
      if (token === undefined) throw fail()
      at += 1
      return token
    },
    take,
    expect: (wanted) => {
      if (!take(wanted)) throw fail()
    },
    fail,
  }
}

function tokensOf(text: string, what: string): readonly Token[] {
  if (text === '') throw invalid(`Invalid ${what}: The expression can not be empty;`)
  if (Buffer.byteLength(text) > mostBytes) {
    throw invalid(
      `Invalid ${what}: Expression size has exceeded the maximum allowed size; expression size: ${text.length}`,
    )
  }
  const tokens: Token[] = []
  const trimmed = text.trimEnd()
  pattern.lastIndex = 0
  while (pattern.lastIndex < trimmed.length) {
    const from = pattern.lastIndex
    const found = pattern.exec(trimmed)
    if (found === null) throw invalid(`Invalid ${what}: Syntax error; token: “${trimmed[from]}”, in: “${text}”`)
    const [, word, name, value, index, sign] = found
    if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else if (value !== undefined) tokens.push({ kind: 'value', text: value })
    else if (index !== undefined) tokens.push({ kind: 'index', text: index })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
  }
  return tokens
}
