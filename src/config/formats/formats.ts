import { formatJson, formatPretty } from '#config/format-diagnostics'
import type { CheckedFile, Format } from './checked-file'
import { formatCompact } from './compact'
import { formatGithub } from './github'
import { formatJunit } from './junit'
import { formatMarkdown } from './markdown'
import { formatSarif } from './sarif'
import { summaryOf } from './summary'

/** Every form in which findings can be put out, by name. */
export const formats = {
  pretty: (files, { lang, colour }) => {
    const shown = files
      .filter(({ diagnostics }) => diagnostics.length > 0)
      .map(({ file, text, diagnostics }) => `${formatPretty(diagnostics, text, file, { colour, lang })}\n\n`)
    return `${shown.join('')}${summaryOf(files, lang)}\n`
  },
  compact: formatCompact,
  json: (files) => `${JSON.stringify(asJson(files), undefined, 2)}\n`,
  jsonl: (files) =>
    asJson(files)
      .map((found) => `${JSON.stringify(found)}\n`)
      .join(''),
  github: formatGithub,
  sarif: formatSarif,
  junit: formatJunit,
  markdown: formatMarkdown,
} as const satisfies Readonly<Record<string, Format>>

export type FormatName = keyof typeof formats

function asJson(files: readonly CheckedFile[]): ReturnType<typeof formatJson> {
  return files.flatMap(({ file, diagnostics }) => formatJson(diagnostics, file))
}
