import { writeFileSync } from 'node:fs'

import { fixRules } from '#config/fix-rules'
import type { Change } from '#config/fix-rules'
import { check } from '#config/check'
import { commandEnvironment, exitCodes, fromStdin, langOf } from '#cli/environment'
import { readRulesFiles } from './rules-files'
import { saidIn, say } from '#cli/say'

type FixOptions = { readonly dryRun?: boolean; readonly lang?: string }

/** `norma fix`: puts right what is certain, and prints every change. Exit code 1 while faults are left. */
export async function fixCommand(
  named: readonly string[],
  { dryRun = false, lang: chosen }: FixOptions,
): Promise<void> {
  const lang = langOf(chosen)
  for (const { file, text } of readRulesFiles(named, undefined)) {
    const { text: fixed, changes } = fixRules(text)
    const told = file === fromStdin ? process.stderr : process.stdout
    for (const change of changes) told.write(`${changeLine(file, change)}\n`)
    if (file === fromStdin) process.stdout.write(fixed)
    else if (changes.length > 0 && !dryRun) writeFileSync(file, fixed)
    const left = check(dryRun ? text : fixed).diagnostics.filter(({ severity }) => severity === 'error').length
    const done = { file, changes: changes.length }
    // oxlint-disable-next-line no-await-in-loop -- what is printed stands in the order of the files
    told.write(`${await saidIn(lang, dryRun ? say('fixable', done) : say('fixed', { ...done, left }))}\n`)
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
