import { report } from '#config/context'
import type { Sink } from '#config/context'
import { say } from '#config/messages/say'
import type { Span } from './tree'

/** Whether the part that an alias repeats has its name in this text. */
export function isNamed({ text }: Sink, name: string): boolean {
  return new RegExp(`&${escaped(name)}(?![^\\s,\\]}])`).test(text)
}

/** The lines in which a part that has a name is repeated. */
function repeatsOf(context: Sink, name: string): readonly number[] {
  const found = [...context.text.matchAll(new RegExp(`[\\s[,{]\\*${escaped(name)}(?![^\\s,\\]}])`, 'g'))]
  return [...new Set(found.map(({ index }) => context.place(index + 1).line))]
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

type Decorated = { readonly text: string; readonly path: string }

/** Reports names and tags of a part, and returns what a value with a tag was meant to be. */
export function reportDecoration(
  context: Sink,
  node: { tag?: string; anchor?: string },
  at: Span,
  { text, path }: Decorated = { text: '', path: '' },
): string | undefined {
  if (node.anchor !== undefined) reportAnchor(context, node.anchor, at)
  if (node.tag === undefined) return undefined
  const before = context.text.slice(Math.max(0, at.start - 80), at.start)
  const written = /(![^\s]*)\s*$/.exec(before)
  if (written?.[1] === undefined) return undefined
  const bare = `${written[1].replace(/^!(?:not$|=)?/, '')} ${text}`.trim()
  // “!none”, “! none” and “!= none” are “not none”; what has a word of its own behind it is a tag.
  const isNegation = text === '' || /^!(?:=|not)?$/.test(written[1])
  const isCondition = isNegation && /\.(?:when|must)\./.test(path) && bare !== ''
  const help = isCondition ? say('write', { text: `not ${bare}` }) : say('leave-out', { text: written[1] })
  report(
    context,
    { start: at.start - written[0].length, end: at.end },
    { code: 'yaml-subset', message: say('tag', { tag: written[1] }), help },
  )
  return isCondition ? `not ${bare}` : text || bare
}

function reportAnchor(context: Sink, name: string, at: Span): void {
  const lines = repeatsOf(context, name)
  const message = say('anchor', { name, lines })
  const start = context.text.lastIndexOf('&', at.start)
  const whole = { start: start < 0 ? at.start : start, end: at.end }
  const help = lines.length === 0 ? say('leave-out', { text: `&${name}` }) : say('write-out-there', { name })
  report(context, whole, { code: 'yaml-subset', message, help })
}
