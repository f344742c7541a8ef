import { report } from '#config/context'
import type { Sink } from '#config/context'
import { say } from '#config/messages/say'

/** The text with tabs read as spaces of the same length; every line that has one is reported once. */
export function withoutTabs(context: Sink): string {
  if (!context.text.includes('\t')) return context.text
  let offset = 0
  return context.text
    .split('\n')
    .map((line) => {
      const tab = line.indexOf('\t')
      if (tab >= 0) {
        const at = { start: offset + tab, end: offset + tab + 1 }
        // Between two words a tab is a space; at the beginning of a line nobody knows how deep it was meant.
        const fix = line.slice(0, tab).trim() === '' ? {} : { fix: { text: ' ' } }
        report(context, at, { code: 'yaml-subset', message: say('tab'), help: say('put-spaces'), ...fix })
        context.muted.add(context.place(at.start).line)
      }
      offset += line.length + 1
      return line.replaceAll('\t', ' ')
    })
    .join('\n')
}

/**
 * The text with the faulty value of one line made harmless, every other letter in its place;
 * undefined when the fault is not within one line.
 */
export function withoutFault(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const next = text.indexOf('\n', offset)
  const end = next < 0 ? text.length : next
  const found = /^(\s*(?:- +)?[a-z_]+:)( *)(\S.*?)(\s*)$/.exec(text.slice(start, end))
  const [, key = '', gap = '', value = '', rest = ''] = found ?? []
  if (found === null || /^x*$/.test(value) || /^[|>][+-]?\d?$/.test(value)) return undefined
  const harmless = gap === '' ? ` ${'x'.repeat(value.length - 1)}` : gap + 'x'.repeat(value.length)
  return text.slice(0, start) + key + harmless + rest + text.slice(end)
}
