import { allCodes, isCode } from '#config/pages/pages'
import { showCodes, showPage } from '#config/pages/show-page'
import { suggest } from '#domain/deals/suggest'
import { langOf, UsageError } from '#cli/environment'
import { say } from '#cli/say'

/** `norma explain`: what a code means, why it matters and how to mend it; without a code the list of them. */
export function explainCommand(written: string | undefined, options: { lang?: string }): void {
  const lang = langOf(options.lang)
  process.stdout.write(written === undefined ? showCodes(lang) : showPage(codeOf(written), lang))
}

/** A code may be copied as it stands in a message: `error[unknown-role]`. */
function codeOf(written: string): Parameters<typeof showPage>[0] {
  const code = (/\[([^\]]*)\]/.exec(written)?.[1] ?? written).trim().toLowerCase().replaceAll('_', '-')
  if (isCode(code)) return code
  throw new UsageError(say('code', { id: written, guess: suggest(code, allCodes) }))
}
