import type { Diagnostic } from '#schemas/model'
import { wholeMessage } from './checked-file'
import type { Format } from './checked-file'

/** One line a fault: `file:line:column: error[code] sentence`, as editors and `grep` like it. */
export const formatCompact: Format = (files) =>
  files.flatMap(({ file, diagnostics }) => diagnostics.map((found) => `${compactLine(file, found)}\n`)).join('')

function compactLine(file: string, diagnostic: Diagnostic): string {
  const { line, column, severity, code } = diagnostic
  return `${file}:${line}:${column}: ${severity}[${code}] ${wholeMessage(diagnostic).replace(/\s*\n\s*/g, ' ')}`
}
