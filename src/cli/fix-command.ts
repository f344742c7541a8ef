import { writeFileSync } from 'node:fs'

import { fixRules } from '#config/fix-rules'
import type { Change } from '#config/fix-rules'
import { check } from '#config/check'
import { plural } from '#config/messages/plural'
import type { Language } from '#schemas/language-names'
import { commandEnvironment, exitCodes, fromStdin, langOf } from './environment'
import { readRulesFiles } from './rules-files'

type FixOptions = { readonly dryRun?: boolean; readonly lang?: string }

/** `norma fix`: puts right what is certain, and prints every change. Exit code 1 while faults are left. */
export function fixCommand(named: readonly string[], { dryRun = false, lang: chosen }: FixOptions): void {
  const lang = langOf(chosen)
  for (const { file, text } of readRulesFiles(named, undefined)) {
    const { text: fixed, changes } = fixRules(text)
    const told = file === fromStdin ? process.stderr : process.stdout
    for (const change of changes) told.write(`${changeLine(file, change)}\n`)
    if (file === fromStdin) process.stdout.write(fixed)
    else if (changes.length > 0 && !dryRun) writeFileSync(file, fixed)
    const left = check(dryRun ? text : fixed).diagnostics.filter(({ severity }) => severity === 'error').length
    told.write(`${file}: ${summary({ changes: changes.length, left, dryRun }, lang)}\n`)
    if (left > 0) process.exitCode = exitCodes.faults
  }
}

function changeLine(file: string, { line, column, code, before, after }: Change): string {
  const paint = (style: string, text: string): string =>
    commandEnvironment.hasColour ? `\u001B[${style}m${text}\u001B[0m` : text
  return `${file}:${line}:${column}: ${paint('31', shown(before))} → ${paint('32', shown(after))}  [${code}]`
}

function shown(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')
}

type Outcome = { readonly changes: number; readonly left: number; readonly dryRun: boolean }

function summary({ changes, left, dryRun }: Outcome, lang: Language): string {
  if (lang === 'ru') {
    const done = dryRun ? 'можно исправить' : 'исправлено'
    const rest =
      left === 0
        ? 'ошибок не осталось'
        : `осталось ${left} ${plural(left, 'ошибка', 'ошибки', 'ошибок')}, см. norma check`
    if (dryRun)
      return changes === 0
        ? 'само не исправить ничего.'
        : `${done} ${changes} ${plural(changes, 'место', 'места', 'мест')}, файл не изменён.`
    return changes === 0
      ? `исправлять само нечего; ${rest}.`
      : `${done} ${changes} ${plural(changes, 'место', 'места', 'мест')}; ${rest}.`
  }
  const places = `${changes} ${changes === 1 ? 'place' : 'places'}`
  const rest =
    left === 0 ? 'no fault is left' : `${left} ${left === 1 ? 'fault is' : 'faults are'} left, see norma check`
  if (dryRun)
    return changes === 0
      ? 'nothing can be put right without guessing.'
      : `${places} can be put right; the file is as it was.`
  return changes === 0 ? `nothing can be put right without guessing; ${rest}.` : `${places} put right; ${rest}.`
}
