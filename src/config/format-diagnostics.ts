import type { Language } from '#schemas/language-names'
import type { Diagnostic, Severity } from '#schemas/model'

/** A diagnostic as machines read it: the file with it, every key present. */
export type JsonDiagnostic = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly severity: Severity
  readonly code: string
  readonly message: string
  readonly help: string | null
}

/** Faults for people: what is wrong, the line it is in, and what to type instead; a blank line between two. */
export function formatPretty(
  diagnostics: readonly Diagnostic[],
  text: string,
  file: string,
  { colour, lang = 'en' }: { readonly colour: boolean; readonly lang?: Language },
): string {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
  const paint = colour ? painted : plain
  return diagnostics.map((diagnostic) => prettyOne(diagnostic, lines, file, { paint, lang })).join('\n\n')
}

/** Faults as an array that programs read. */
export function formatJson(diagnostics: readonly Diagnostic[], file: string): readonly JsonDiagnostic[] {
  return diagnostics.map(({ line, column, endLine, endColumn, severity, code, message, help }) => ({
    file,
    line,
    column,
    endLine,
    endColumn,
    severity,
    code,
    message,
    help: help ?? null,
  }))
}

type Paint = (style: 'error' | 'warning' | 'strong' | 'quiet', text: string) => string

const styles = { error: '31;1', warning: '33;1', strong: '1', quiet: '36' } as const

function painted(style: keyof typeof styles, text: string): string {
  return `\u001B[${styles[style]}m${text}\u001B[0m`
}

function plain(_style: keyof typeof styles, text: string): string {
  return text
}

const labels = {
  en: { error: 'error', warning: 'warning', help: 'help' },
  ru: { error: 'ошибка', warning: 'предупреждение', help: 'подсказка' },
} as const

type Look = { readonly paint: Paint; readonly lang: Language }

function prettyOne(diagnostic: Diagnostic, lines: readonly string[], file: string, { paint, lang }: Look): string {
  const { line, column, severity, code, message, help } = diagnostic
  const width = String(line).length
  const margin = ' '.repeat(width)
  const shown = [line - 1, line].filter((number) => number >= 1 && (number === line || lines[number - 1] !== ''))
  const quoted = shown.map((number) => {
    const rule = paint('quiet', `${String(number).padStart(width)} │`)
    return `${rule} ${withoutControl(lines[number - 1] ?? '')}`.trimEnd()
  })
  return [
    `${paint(severity, `${labels[lang][severity]}[${code}]`)} ${paint('strong', message)}`,
    paint('quiet', `${margin}╭─ ${file}:${line}:${column}`),
    ...quoted,
    `${paint('quiet', `${margin} │`)} ${carets(diagnostic, lines[line - 1] ?? '', paint)}`,
    ...(help === undefined ? [] : [`${paint('quiet', `${margin} ╰`)} ${labels[lang].help}: ${help}`]),
  ].join('\n')
}

function carets({ line, column, endLine, endColumn, severity }: Diagnostic, source: string, paint: Paint): string {
  const end = endLine === line ? endColumn - 1 : source.trimEnd().length
  const before = letters(source.slice(0, column - 1))
  const marked = Math.max(1, letters(source.slice(column - 1, Math.max(column, end))))
  return ' '.repeat(before) + paint(severity, '^'.repeat(marked))
}

function letters(text: string): number {
  return Array.from(text).length
}

/** A tab, an escape or a bell in the file must not move the marks or reach the terminal. */
function withoutControl(line: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is taken out
  return line.replace(/[\u0000-\u001F\u007F-\u009F]/g, ' ')
}
