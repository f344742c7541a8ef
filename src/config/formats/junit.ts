import type { Diagnostic } from '#schemas/model'
import { counted, wholeMessage } from './checked-file'
import type { CheckedFile, Format } from './checked-file'

/** A test report: a suite a file, a failed test an error; warnings are told and pass. */
export const formatJunit: Format = (files) => {
  const { errors } = counted(files)
  const tests = files.reduce((sum, { diagnostics }) => sum + Math.max(1, diagnostics.length), 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="norma check" tests="${tests}" failures="${errors}" errors="0">`,
    ...files.flatMap(suite),
    '</testsuites>',
    '',
  ].join('\n')
}

function suite(checked: CheckedFile): readonly string[] {
  const { file, diagnostics } = checked
  const { errors } = counted([checked])
  const head = `  <testsuite name="${escaped(file)}" tests="${Math.max(1, diagnostics.length)}" failures="${errors}" errors="0">`
  const cases =
    diagnostics.length === 0
      ? [`    <testcase classname="${escaped(file)}" name="${escaped(file)}"/>`]
      : diagnostics.flatMap((diagnostic) => testcase(file, diagnostic))
  return [head, ...cases, '  </testsuite>']
}

function testcase(file: string, diagnostic: Diagnostic): readonly string[] {
  const { line, column, severity, code } = diagnostic
  const place = `${file}:${line}:${column}`
  const message = escaped(wholeMessage(diagnostic))
  const name = escaped(`${place} ${code}`)
  return [
    `    <testcase classname="${escaped(file)}" name="${name}" file="${escaped(file)}" line="${line}">`,
    severity === 'error'
      ? `      <failure type="${code}" message="${message}">${escaped(place)} ${message}</failure>`
      : `      <system-out>${escaped(`${severity}[${code}] `)}${message}</system-out>`,
    '    </testcase>',
  ]
}

// oxlint-disable-next-line no-control-regex -- XML cannot hold most control characters, not even escaped
const noXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const loneSurrogate = /\p{Surrogate}/gu

function escaped(text: string): string {
  return text
    .replace(loneSurrogate, ' ')
    .replace(noXml, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
}
