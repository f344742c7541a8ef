import { report } from '#config/context'
import type { Context } from '#config/context'
import { say } from '#config/messages/say'
import type { Model } from '#schemas/model'

/** Tells of lines of `intake` that nothing ever comes to, because one above takes all. */
export function checkIntake(context: Context, { intake }: Model): void {
  const lines = intake?.lines ?? []
  const open = lines.findIndex(({ when }) => when === undefined)
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
