import { report } from './context'
import type { Context } from './context'
import type { Whole } from './check-meaning'
import { entryOf } from './tree'

/** Checks that every new deal gets somewhere: the last line, and only the last, takes all. */
export function checkRouting(context: Context, { root, model }: Whole): void {
  const lines = model.newDeals
  const section = entryOf(root, 'new_deals')
  if (section === undefined || lines.length === 0) return
  const open = lines.findIndex(
    (line) => line.when === undefined && entryOf(context.sites.get(line), 'when') === undefined,
  )
  if (open < 0) {
    const message = 'A new deal that fits none of these lines would go nowhere: the last line must have no “when”.'
    const help = 'Add a last line “- pipeline: …” with “give_to: …” and without “when”.'
    report(context, section.keyAt, { code: 'no-catch-all', message, help })
    return
  }
  for (const line of lines.slice(open + 1)) {
    const site = context.sites.get(line)
    if (site === undefined) continue
    const message = `This line is never reached: the line ${lines[open]?.origin.line ?? 0} above it takes every deal.`
    report(
      context,
      { start: site.start, end: site.start + 1 },
      { code: 'never-true', message, help: 'Move the line without “when” to the end.' },
    )
  }
}
