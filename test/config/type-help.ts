import type { Diagnostic } from '#schemas/model'

/** What a help says to do, as somebody with a keyboard would do it; the texts that come of it, one for each thing it offers. */
export function typeHelp(text: string, found: Diagnostic): readonly string[] {
  const { help = '' } = found
  const tabs = /^Begin this line with (\d+) spaces, and put spaces for the tabs/.exec(help)
  if (tabs?.[1] !== undefined) return [withoutTabs(text, found, Number(tabs[1]))]
  const depth = /^Begin this line with (no|\d+) spaces?(?:, and move the (?:(\d+) lines|line) below it along)?/.exec(
    help,
  )
  if (depth !== null) return [moved(text, found, depth)]
  if (help === 'Leave the line out.')
    return [
      text
        .split('\n')
        .toSpliced(found.line - 1, 1)
        .join('\n'),
    ]
  const quotedWhole = /^Write "(.*)" in quotes/.exec(help)
  if (quotedWhole?.[1] !== undefined) return [wholeValue(text, found, `"${quotedWhole[1]}"`)]
  const end = /^Write “(.)” at its end/.exec(help)
  if (end?.[1] !== undefined) return [put(text, spanOf(text, found).end, end[1])]
  const each = /^Write “(.*)”, and the same way in all (\d+) lines\.$/.exec(help)
  if (each?.[1] !== undefined) return [inAllLines(text, found, each[1])]
  const one = /^(?:Write|Did you mean) “([^”]*(?:“[^”]*”[^”]*)*)”(?:, in quotes| here)?[.?]$/.exec(help)
  if (one?.[1] !== undefined && !/” or “/.test(one[1])) return [replaced(text, found, one[1])]
  if (/^(?:Write|Did you mean) (?:“[^”]*”(?:, | or )?)+[.?]?$/.test(help))
    return [...help.matchAll(/“([^”]*)”/g)].map(([, word = '']) => replaced(text, found, word))
  const add = /^Add “([^”]*)”\.$/.exec(help)
  if (add?.[1] !== undefined && !add[1].includes('…')) return [added(text, found, add[1])]
  const last = /^Add a last line such as “([^”]*)”/.exec(help)
  if (last?.[1] !== undefined) return [withLastItem(text, found, last[1])]
  const out = /^Leave “([^”]*)” out\.$/.exec(help)
  if (out?.[1] !== undefined) {
    const { start, end: to } = spanOf(text, found)
    return [text.slice(0, start) + text.slice(start, to).replace(out[1], '').trimStart() + text.slice(to)]
  }
  if (help === 'Take it out.') return [replaced(text, found, '')]
  if (help === 'Put spaces in its place.' || help === 'Put a space in its place.') return [replaced(text, found, ' ')]
  if (help === 'Keep one of the two.' || help === 'Leave one of the two out.') return [withoutPart(text, found)]
  return []
}

type Stretch = { readonly start: number; readonly end: number }

function spanOf(text: string, { line, column, endLine, endColumn }: Diagnostic): Stretch {
  return { start: offsetOf(text, line, column), end: offsetOf(text, endLine, endColumn) }
}

function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n').slice(0, line - 1)
  return lines.reduce((sum, one) => sum + one.length + 1, 0) + column - 1
}

function put(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at)
}

/** A help such as “Write “by: lawyer”” at a value is typed over the key too; a length of time takes the place of one. */
function replaced(text: string, found: Diagnostic, by: string): string {
  const { start, end } = spanOf(text, found)
  const key = /^([a-z_]+):(?: |$)/.exec(by)?.[1]
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(lineStart).split('\n')[0] ?? ''
  const before = text.slice(lineStart, start)
  const isBehindKey = key !== undefined && new RegExp(`\\b${key}: *$`).test(before)
  const from = isBehindKey ? lineStart + before.lastIndexOf(`${key}:`) : start
  if (key !== undefined && text.slice(start, end) === key)
    return text.slice(0, from) + by + text.slice(lineStart + endOfValue(line, start - lineStart))
  if (/^\d+ (?:working|calendar) [a-z]+$/.test(by)) {
    const column = start - lineStart
    const own = line.search(/\d+ /)
    const whole = own < 0 ? null : /^\S+ \S+ [^\s,}\]]+/.exec(line.slice(own))
    if (whole !== null && own < column && column < own + whole[0].length)
      return text.slice(0, lineStart + own) + by + text.slice(lineStart + own + whole[0].length)
  }
  return text.slice(0, from) + by + text.slice(end)
}

/** Where the value of the key at this column ends: at its bracket, before the next comma within brackets, or with the line. */
function endOfValue(line: string, column: number): number {
  const isFlow = /[{[]/.test(line.slice(0, column))
  let open = 0
  for (let at = column; at < line.length; at += 1) {
    const sign = line[at] ?? ''
    if ('[{'.includes(sign)) open += 1
    if (']}'.includes(sign)) {
      if (open === 0) return at - (line[at - 1] === ' ' ? 1 : 0)
      open -= 1
      if (open === 0) return at + 1
    }
    if (sign === ',' && isFlow && open === 0) return at
  }
  return line.trimEnd().length
}

function wholeValue(text: string, { line, column }: Diagnostic, by: string): string {
  const lines = text.split('\n')
  const own = lines[line - 1] ?? ''
  const key = /^(\s*(?:- +)?[a-z0-9_]+: +|\s*- +)/.exec(own.slice(0, column - 1))?.[0] ?? ''
  return lines.with(line - 1, key + by).join('\n')
}

function inAllLines(text: string, { line }: Diagnostic, by: string): string {
  const lines = text.split('\n')
  const own = lines[line - 1] ?? ''
  const indent = own.search(/\S/)
  const sign = Array.from(own.trim())[0] ?? ''
  return lines
    .map((one, index) => {
      if (index < line - 1 || one.search(/\S/) !== indent || !one.trim().startsWith(sign)) return one
      const rest = one.trim().slice(sign.length).trim()
      return ' '.repeat(indent) + (by.startsWith('- ') ? `- ${rest}` : rest)
    })
    .join('\n')
}

function moved(text: string, { line, help = '' }: Diagnostic, [, spaces = '', below]: RegExpExecArray): string {
  const lines = text.split('\n')
  const own = lines[line - 1] ?? ''
  const isMoved = help.includes('and move the line below')
  const depth = spaces === 'no' ? 0 : Number(spaces)
  if (/^ *\t/.test(own)) return lines.with(line - 1, ' '.repeat(depth) + own.trimStart()).join('\n')
  const by = depth - own.search(/\S/)
  const left = below === undefined ? (isMoved ? 1 : 0) : Number(below)
  return shift(lines, line - 1, { by, left }).join('\n')
}

/** As many spaces for each tab as the first line needs for its own. */
function withoutTabs(text: string, { line }: Diagnostic, depth: number): string {
  const lines = text.split('\n')
  const [before = ''] = /^\s*/.exec(lines[line - 1] ?? '') ?? []
  const tabs = before.split('\t').length - 1
  const width = (depth - (before.length - tabs)) / Math.max(1, tabs)
  return lines.map((one) => one.replace(/^[ \t]+/, (all) => all.replaceAll('\t', ' '.repeat(width)))).join('\n')
}

function shift(lines: readonly string[], first: number, { by, left }: { readonly by: number; left: number }): string[] {
  let more = left
  return lines.map((one, index) => {
    const isOwn = index === first
    const isBelow = index > first && more > 0 && one.trim() !== ''
    if (isBelow) more -= 1
    if (!isOwn && !isBelow) return one
    return by > 0 ? ' '.repeat(by) + one : one.slice(-by)
  })
}

/** A line is added under the key it is missing from, or between its brackets. */
function added(text: string, found: Diagnostic, what: string): string {
  const lines = text.split('\n')
  const own = lines[found.line - 1] ?? ''
  if (found.message.includes('at the top of the file')) return `${what}\n${text}`
  const rest = own.slice(found.column - 1)
  const flow = /^(?:[a-z0-9_]+: *)?\{ ?/.exec(rest)
  if (flow !== null) {
    const at = found.column - 1 + flow[0].length
    return lines.with(found.line - 1, `${own.slice(0, at)}${what}, ${own.slice(at)}`).join('\n')
  }
  const isKey = /^[a-z0-9_]+:/.test(rest)
  const next = lines.slice(found.line).find((one) => one.trim() !== '') ?? ''
  const isBlock = isKey && next.search(/\S/) > found.column - 1
  const indent = isBlock ? next.search(/\S/) : found.column - 1
  return lines.toSpliced(found.line, 0, ' '.repeat(indent) + what).join('\n')
}

function withoutPart(text: string, found: Diagnostic): string {
  const { start, end } = spanOf(text, found)
  if (found.code === 'duplicate-key' && !/[[{]/.test(text.slice(text.lastIndexOf('\n', start), start)))
    return text
      .split('\n')
      .toSpliced(found.line - 1, 1)
      .join('\n')
  return text.slice(0, start).replace(/,\s*$/, '') + text.slice(end)
}

function withLastItem(text: string, { line }: Diagnostic, item: string): string {
  const lines = text.split('\n')
  const next = lines.findIndex((one, index) => index >= line && /^[a-z]/.test(one))
  const at = next < 0 ? lines.length : next
  return lines.toSpliced(at, 0, `  ${item}`).join('\n')
}
