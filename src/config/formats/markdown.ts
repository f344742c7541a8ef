import type { Language } from '#schemas/language-names'
import type { Diagnostic } from '#schemas/model'
import { wholeMessage } from './checked-file'
import type { CheckedFile, Format } from './checked-file'
import { summaryOf } from './summary'

const heads = {
  en: ['Line', 'What is wrong', 'What to type', 'Code'],
  ru: ['Строка', 'Что не так', 'Что написать', 'Код'],
} as const

/** A comment for a pull request: one table a file. */
export const formatMarkdown: Format = (files, { lang }) => {
  const faulty = files.filter(({ diagnostics }) => diagnostics.length > 0)
  return [
    `**${escaped(summaryOf(files, lang).split('. ')[0] ?? '').replace(/\.$/, '')}**`,
    ...faulty.flatMap((file) => table(file, lang)),
    '',
  ].join('\n')
}

function table({ file, diagnostics }: CheckedFile, lang: Language): readonly string[] {
  return [
    '',
    `### ${escaped(file)}`,
    '',
    `| ${heads[lang].join(' | ')} |`,
    '| ---: | --- | --- | --- |',
    ...diagnostics.map(row),
  ]
}

function row(diagnostic: Diagnostic): string {
  const { line, column, severity, code, message, help } = diagnostic
  const sign = severity === 'error' ? '❌' : '⚠️'
  return `| ${line}:${column} | ${sign} ${escaped(help === undefined ? wholeMessage(diagnostic) : message)} | ${escaped(help ?? '')} | \`${code}\` |`
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|#]/g, (sign) => `\\${sign}`)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}
