import type { Language } from '#schemas/language-names'
import { isCode, pageOf } from '#config/pages/pages'
import type { Diagnostic } from '#schemas/model'
import { wholeMessage } from './checked-file'
import type { CheckedFile, Format } from './checked-file'

/** SARIF 2.1.0, which code scanning services read. */
export const formatSarif: Format = (files, { lang }) => {
  const codes = [...new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].toSorted()
  const run = {
    tool: { driver: { name: 'norma check', rules: codes.map((code) => rule(code, lang)) } },
    language: lang,
    columnKind: 'utf16CodeUnits',
    artifacts: files.map(({ file }) => ({ location: { uri: uriOf(file) }, sourceLanguage: 'yaml' })),
    results: files.flatMap((checked, index) =>
      checked.diagnostics.map((found) => result(checked, index, codes, found)),
    ),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function rule(code: string, lang: Language): unknown {
  if (!isCode(code)) return { id: code }
  const { title, means, why, mend } = pageOf(code, lang)
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: `${means} ${why}` },
    help: { text: `${mend} norma explain ${code}` },
  }
}

function result({ file }: CheckedFile, index: number, codes: readonly string[], found: Diagnostic): unknown {
  const { line, column, endLine, endColumn, severity, code } = found
  const region = { startLine: line, startColumn: column, endLine, endColumn }
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: wholeMessage(found) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file), index }, region } }],
  }
}

function uriOf(file: string): string {
  return file
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/')
}
