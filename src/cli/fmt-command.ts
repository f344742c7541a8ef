import { writeFileSync } from 'node:fs'

import { formatRules } from '#config/fmt/format-rules'
import { exitCodes, fromStdin, langOf, UsageError } from './environment'
import { readRulesFiles } from './rules-files'

type FmtOptions = { readonly check?: boolean; readonly stdout?: boolean; readonly lang?: string }

const words = {
  en: {
    formatted: 'formatted',
    unformatted: 'is not in the canonical form; norma fmt puts it into it',
    good: 'nothing to do',
  },
  ru: {
    formatted: 'приведено к единому виду',
    unformatted: 'не в едином виде; это исправит norma fmt',
    good: 'менять нечего',
  },
} as const

/** `norma fmt`: puts files into the canonical form. `--check` only says which are not; exit code 1 then. */
export function fmtCommand(
  named: readonly string[],
  { check = false, stdout = false, lang: chosen }: FmtOptions,
): void {
  if (check && stdout) throw new UsageError('Choose one of --check and --stdout.')
  const lang = langOf(chosen)
  for (const { file, text } of readRulesFiles(named, undefined)) {
    const formatted = formatRules(text, { lang })
    if ('fault' in formatted) {
      const { line, column, code, message, help } = formatted.fault
      process.stderr.write(`${file}:${line}:${column}: ${code} ${[message, help].filter(Boolean).join(' ')}\n`)
      process.exitCode = exitCodes.faults
      continue
    }
    const isSame = formatted.text === text
    if (stdout || file === fromStdin) process.stdout.write(formatted.text)
    else if (isSame) process.stdout.write(`${file}: ${words[lang].good}.\n`)
    else if (check) {
      process.stdout.write(`${file}: ${words[lang].unformatted}.\n`)
      process.exitCode = exitCodes.faults
    } else {
      writeFileSync(file, formatted.text)
      process.stdout.write(`${file}: ${words[lang].formatted}.\n`)
    }
  }
}
