import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import { Refusal } from '#domain/kernel/refusal'
import { inWords } from '#domain/kernel/saying'
import type { Saying } from '#schemas/saying'
import { MappingError } from '#import/mapping'
import { runImport, type ImportReport, type InputReport } from '#import/run-import'
import { importWords } from '#import/say'
import { commandEnvironment, exitCodes, UsageError } from '#cli/environment'
import { sentenceIn } from '#domain/kernel/saying'
import { printSaid, saidIn, say, wordsIn } from '#cli/say'
import { showProgress, type ShowsProgress } from '#cli/show-progress'
import { withNorma } from '#cli/with-norma'

const { lang } = commandEnvironment

type Options = { readonly data: string; readonly dryRun?: boolean; readonly folder?: string }

/**
 * `norma import`: takes the files of a mapping, tells every line that was left out with its reason, and sums up. Exit
 * code 0 when everything was taken, 1 when lines were left out, 2 when the mapping cannot be followed.
 */
export async function importCommand(mappingFile: string, options: Options): Promise<void> {
  if (!existsSync(mappingFile)) throw new UsageError(say('file_missing', { files: [mappingFile] }))
  const progress = showProgress()
  try {
    const report = await take(mappingFile, options, progress)
    for (const input of report.inputs) await tellLeftOut(input)
    await printSaid(lang, ...(await summaryOf(report, options.dryRun === true)))
    if (report.inputs.some(({ leftOut }) => leftOut.length > 0)) process.exitCode = exitCodes.faults
  } catch (error) {
    progress.end()
    if (!(error instanceof MappingError)) throw error
    const words = await importWords(lang)
    const faults = error.faults.map(
      ({ line, column, sentence }) => `${mappingFile}:${line}:${column}: ${inWords(words, sentence)}\n`,
    )
    process.stderr.write(`${faults.join('')}${await saidIn(lang, say('nothing_imported'))}\n`)
    process.exitCode = exitCodes.usage
  }
}

function take(mappingFile: string, options: Options, progress: ShowsProgress): Promise<ImportReport> {
  const isDryRun = options.dryRun === true
  return withNorma(options.data, async ({ ports, idle }) => {
    const done = await runImport(ports, {
      mapping: readFileSync(mappingFile, 'utf8'),
      read: filesBeside(mappingFile, options.folder),
      isDryRun,
      tell: ({ file, done: taken, total }) => progress.show(file, taken, total),
    })
    progress.end()
    if (isDryRun) return done
    process.stderr.write(`${await saidIn(lang, say('bringing'))}\n`)
    await idle()
    return done
  })
}

/** Files are looked for in `--folder`, else in the folder that the mapping names, seen from the mapping file. */
function filesBeside(mappingFile: string, folder: string | undefined) {
  return (named: string, file: string): Uint8Array | undefined => {
    const path = resolve(folder ?? resolve(dirname(mappingFile), named), file)
    return existsSync(path) ? readFileSync(path) : undefined
  }
}

async function tellLeftOut({ file, leftOut }: InputReport): Promise<void> {
  const words = await importWords(lang)
  for (const { line, reasons } of leftOut) {
    const told = await Promise.all(
      reasons.map(async (reason) => (reason instanceof Refusal ? sentenceIn(lang, reason) : inWords(words, reason))),
    )
    process.stderr.write(`${file}:${line}: ${told.join(' ')}\n`)
  }
}

async function summaryOf({ inputs, seconds }: ImportReport, isDryRun: boolean): Promise<readonly Saying[]> {
  const words = await wordsIn(lang)
  const rows = inputs.reduce((sum, input) => sum + input.rows, 0)
  const speed = Math.round(rows / Math.max(seconds, 0.001))
  return [
    ...(isDryRun ? [say('dry_run')] : []),
    ...inputs.map((input) => {
      const parts = partsOf(input, isDryRun).map((part) => inWords(words, part))
      return say('taken', { file: input.file, rows: input.rows, kind: input.kind, parts })
    }),
    say('speed', { rows, seconds: seconds.toFixed(1), speed }),
  ]
}

function partsOf({ kind, made, continued, there, leftOut }: InputReport, isDryRun: boolean): readonly Saying[] {
  return [
    say(isDryRun ? 'would_be' : 'made', { count: made, kind }),
    ...(continued === 0 ? [] : [say('continued', { count: continued })]),
    ...(there === 0 ? [] : [say('there', { count: there })]),
    ...(leftOut.length === 0 ? [] : [say('left_out', { count: leftOut.length })]),
  ]
}
