import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import { isWritten } from '#config/yaml/tree'
import type { Model } from '#schemas/model'

/** Tells of lines of `intake` that nothing ever comes to, because one above takes all. */
export function checkIntake(context: Context, { intake }: Model): void {
  const lines = intake?.lines ?? []
  // A condition that could not be read has been reported; nothing can be concluded from its line.
  const open = lines.findIndex((line) => line.when === undefined && !isWritten(context.sites.get(line), 'when'))
  if (open < 0) return
  for (const line of lines.slice(open + 1)) {
    const at = context.sites.get(line)
    if (at === undefined) continue
    const message = say('intake-never-reached', { line: lines[open]?.origin.line ?? 0 })
    report(
      context,
      { start: at.start, end: at.start + 1 },
      { code: 'intake-never-reached', message, help: say('open-line-last') },
    )
  }
}
