import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { check } from '#config/check'
import { counted } from '#config/formats/checked-file'
import { formats } from '#config/formats/formats'
import type { FormatName } from '#config/formats/formats'
import { namedFiles } from '#domain/rules/named-files'
import type { Language } from '#schemas/language-names'
import type { Diagnostic, Model } from '#schemas/model'
import { suggest } from '#domain/deals/suggest'
import { commandEnvironment, exitCodes, langOf, today, UsageError } from '#cli/environment'
import { readRulesFiles } from './rules-files'
import { say } from '#cli/say'

/** What can be said to `norma check`. */
export type CheckOptions = {
  readonly format?: string | readonly string[]
  readonly lang?: string
  readonly maxWarnings?: number | string
  readonly stdinFilename?: string
}

/** `norma check`: all faults of the files. Exit code 0 clean, 1 faults, 2 used wrongly. */
export async function checkCommand(named: readonly string[], options: CheckOptions): Promise<void> {
  const outputs = outputsOf(options.format)
  const mostWarnings = mostWarningsOf(options.maxWarnings)
  const lang = langOf(options.lang)
  const read = readRulesFiles(named, options.stdinFilename)
  const files = await Promise.all(
    read.map(async ({ file, text }) => {
      const { model, diagnostics } = check(text, { lang, today: today() })
      return { file, text, diagnostics: [...diagnostics, ...(await faultsBeside(file, model, lang))] }
    }),
  )
  for (const { name, file } of outputs) {
    const colour = file === undefined && commandEnvironment.hasColour
    const shown = formats[name](files, { lang, colour })
    if (file === undefined) process.stdout.write(shown)
    else writeReport(file, shown)
  }
  const { errors, warnings } = counted(files)
  if (errors > 0 || warnings > mostWarnings) process.exitCode = exitCodes.faults
}

/** Faults of the files that rules name and that lie beside them; most rules name none, and nothing is loaded for them. */
async function faultsBeside(file: string, model: Model | undefined, lang: Language): Promise<readonly Diagnostic[]> {
  if (model === undefined || namedFiles(model).length === 0) return []
  const [{ faultsOfFiles }, { fileBeside }] = await Promise.all([
    import('#product/rule-files'),
    import('#cli/release/files-beside'),
  ])
  return faultsOfFiles(model, async (path) => fileBeside(file, path), lang)
}

type Output = { readonly name: FormatName; readonly file?: string }

/** Reads `--format name` and `--format name=file`, several times if need be. */
function outputsOf(written: string | readonly string[] | undefined): readonly Output[] {
  const all = (typeof written === 'string' ? [written] : (written ?? ['pretty'])).map((one) => {
    const at = one.indexOf('=')
    const file = at < 0 ? undefined : one.slice(at + 1)
    const name = nameOf(at < 0 ? one : one.slice(0, at))
    if (file === '') throw new UsageError(say('format_file', { format: name }))
    return file === undefined ? { name } : { name, file }
  })
  const printed = all.filter((output) => !('file' in output))
  if (printed.length > 1) {
    const [first, second] = printed
    throw new UsageError(say('two_formats', { first: first?.name ?? '', second: second?.name ?? '' }))
  }
  return all
}

function nameOf(written: string): FormatName {
  if (isFormat(written)) return written
  const known = Object.keys(formats)
  throw new UsageError(say('format', { written, guess: suggest(written, known), known }))
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}

function mostWarningsOf(written: number | string | undefined): number {
  if (written === undefined) return Infinity
  if (/^\d+$/.test(String(written))) return Number(written)
  throw new UsageError(say('max_warnings', { written: String(written) }))
}

function writeReport(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (error) {
    throw new UsageError(say('report_unwritten', { file }), { cause: error })
  }
}
