import { writeFileSync } from 'node:fs'

import { formatRules } from '#config/fmt/format-rules'
import { exitCodes, fromStdin, langOf, UsageError } from '#cli/environment'
import { readRulesFiles } from './rules-files'
import { printSaid, say } from '#cli/say'

type FmtOptions = { readonly check?: boolean; readonly stdout?: boolean; readonly lang?: string }

/** `norma fmt`: puts files into the canonical form. `--check` only says which are not; exit code 1 then. */
export async function fmtCommand(
  named: readonly string[],
  { check = false, stdout = false, lang: chosen }: FmtOptions,
): Promise<void> {
  if (check && stdout) throw new UsageError(say('check_or_stdout'))
  const lang = langOf(chosen)
  /* oxlint-disable no-await-in-loop -- what is printed stands in the order of the files */
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
    else if (isSame) await printSaid(lang, say('formatted_already', { file }))
    else if (check) {
      await printSaid(lang, say('unformatted', { file }))
      process.exitCode = exitCodes.faults
    } else {
      writeFileSync(file, formatted.text)
      await printSaid(lang, say('formatted', { file }))
    }
  }
  /* oxlint-enable no-await-in-loop */
}
