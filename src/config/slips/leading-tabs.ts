import type { Fault } from '#config/context'
import { say } from '#config/messages/say'
import type { Span } from '#config/yaml/tree'

/** The lines with spaces for the tabs they begin with, and how that is told; there are as many as before. */
export type Untabbed = { readonly lines: readonly string[]; readonly at: Span; readonly fault: Fault }

const widths = [2, 4, 1, 8]

/**
 * Reads tabs at the beginning of lines as the spaces that leave the fewest lines at a depth at which none can stand: an
 * editor puts one tab for two spaces, or for four. All of them are one fault; undefined where no line begins with one.
 */
export function withoutLeadingTabs(lines: readonly string[]): Untabbed | undefined {
  const tabbed = lines.flatMap((line, no) => (/^ *\t/.test(line) && line.trim() !== '' ? [no] : []))
  const [first] = tabbed
  if (first === undefined) return undefined
  const [best = lines] = widths
    .map((width) => lines.map((line) => spaced(line, width)))
    .map((meant) => ({ meant, odd: oddLines(meant) }))
    .toSorted((left, right) => left.odd - right.odd)
    .map(({ meant }) => meant)
  const start = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0)
  const from = (lines[first] ?? '').indexOf('\t')
  const to = (lines[first] ?? '').search(/\S/)
  const depth = (best[first] ?? '').search(/\S/)
  const count = tabbed.length
  const help = count === 1 ? say('begin-with-spaces', { depth, below: 0 }) : say('spaces-for-tabs', { depth, count })
  return {
    lines: best,
    at: { start: start + from, end: start + to },
    fault: { code: 'yaml-subset', message: say('tabs-at-start', { count }), help },
  }
}

function spaced(line: string, width: number): string {
  const [before = ''] = /^\s*/.exec(line) ?? []
  return before.includes('\t') ? before.replaceAll('\t', ' '.repeat(width)) + line.slice(before.length) : line
}

/** How many lines stand at a depth that none of the lines above them opens, or no deeper than the line that opens them. */
function oddLines(lines: readonly string[]): number {
  let odd = 0
  let open: readonly number[] = [0]
  let above = ''
  for (const line of lines) {
    if (/^\s*(?:#|$)/.test(line)) continue
    const depth = line.search(/\S/)
    const last = open.at(-1) ?? 0
    const opens = /:\s*(?:[|>][+-]?\d?)?\s*(?:#.*)?$/.test(above)
    const steps = opens ? (/^\s*- /.test(above) ? [4, 2] : [2]) : []
    const inItem = /^\s*- /.test(above) ? [2] : []
    // Else the smallest width would be the best: it lets nothing stand deeper than what is above it.
    const mayStay = !opens || /^\s*- /.test(line)
    if (!(mayStay && open.includes(depth)) && ![...steps, ...inItem].some((step) => last + step === depth)) odd += 1
    open = [...open.filter((one) => one < depth), depth, ...(/^\s*- /.test(line) ? [depth + 2] : [])]
    above = line
  }
  return odd
}
