import type { Diagnostic } from '#schemas/model'
import { wholeMessage } from './checked-file'
import type { Format } from './checked-file'

/** Workflow commands: GitHub Actions shows each fault at its line of the pull request. */
export const formatGithub: Format = (files) =>
  files.flatMap(({ file, diagnostics }) => diagnostics.map((found) => `${command(file, found)}\n`)).join('')

function command(file: string, diagnostic: Diagnostic): string {
  const { line, column, endLine, endColumn, severity, code } = diagnostic
  // GitHub takes columns only where a fault is within one line; its end column is the last sign, not the one behind.
  const columns = line === endLine ? [`col=${column}`, `endColumn=${Math.max(column, endColumn - 1)}`] : []
  const properties = [
    `file=${property(file)}`,
    `line=${line}`,
    `endLine=${endLine}`,
    ...columns,
    `title=${property(code)}`,
  ]
  return `::${severity} ${properties.join(',')}::${escaped(wholeMessage(diagnostic))}`
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
