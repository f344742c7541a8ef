import { report } from './context'
import type { Sink } from './context'

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
        const message = 'This line has a tab in it; only spaces can be followed reliably.'
        report(context, at, { code: 'yaml-subset', message, help: 'Put spaces in its place.' })
      }
      offset += line.length + 1
      return line.replaceAll('\t', ' ')
    })
    .join('\n')
}
