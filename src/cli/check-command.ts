import { existsSync, readFileSync } from 'node:fs'

import { check } from '#config/check'
import { formatJson, formatPretty } from '#config/format-diagnostics'
import { commandEnvironment, exitCodes, UsageError } from './environment'

/** `norma check`: all faults of the files. Exit code 0 clean, 1 faults, 2 used wrongly. */
export function checkCommand(named: readonly string[], options: { format: string }): void {
  if (options.format !== 'pretty' && options.format !== 'json') {
    throw new UsageError(`--format takes pretty or json, not “${options.format}”.`)
  }
  const files = named.length === 0 ? ['pipelines.yaml'] : named
  const missing = files.filter((file) => !existsSync(file))
  if (missing.length > 0) throw new UsageError(`There is no file ${missing.join(', ')}.`)
  const checked = files.map((file) => {
    const text = readFileSync(file, 'utf8')
    return { file, text, ...check(text) }
  })
  if (options.format === 'json') {
    const all = checked.flatMap(({ diagnostics, file }) => formatJson(diagnostics, file))
    process.stdout.write(`${JSON.stringify(all, undefined, 2)}\n`)
  } else {
    for (const { file, text, diagnostics } of checked) {
      const shown = formatPretty(diagnostics, text, file, { colour: commandEnvironment.hasColour })
      process.stdout.write(diagnostics.length === 0 ? `${file}: no faults.\n` : `${shown}\n`)
    }
  }
  if (checked.some(({ model }) => model === undefined)) process.exitCode = exitCodes.faults
}
