import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import { MappingError } from '#import/mapping'
import { runImport, type ImportReport, type InputReport } from '#import/run-import'
import { exitCodes, UsageError } from './environment'
import { said } from './said'
import { showProgress } from './show-progress'
import { withNorma } from './with-norma'

type Options = { readonly data: string; readonly dryRun?: boolean; readonly folder?: string }

/**
 * `norma import`: takes the files of a mapping, tells every line that was left out with its reason, and sums up. Exit
 * code 0 when everything was taken, 1 when lines were left out, 2 when the mapping cannot be followed.
 */
export async function importCommand(mappingFile: string, options: Options): Promise<void> {
  if (!existsSync(mappingFile)) throw new UsageError(`There is no file ${mappingFile}.`)
  const mapping = readFileSync(mappingFile, 'utf8')
  const isDryRun = options.dryRun === true
  const progress = showProgress()
  try {
    const report = await withNorma(options.data, async ({ ports, idle }) => {
      const done = await runImport(ports, {
        mapping,
        read: filesBeside(mappingFile, options.folder),
        isDryRun,
        tell: ({ file, done: taken, total }) => progress.show(file, taken, total),
      })
      progress.end()
      if (!isDryRun) {
        process.stderr.write(`${await said('Bringing tasks, plan and boards up to date…')}\n`)
        await idle()
      }
      return done
    })
    for (const input of report.inputs) tellLeftOut(input)
    process.stdout.write(summaryOf(report, isDryRun))
    if (report.inputs.some(({ leftOut }) => leftOut.length > 0)) process.exitCode = exitCodes.faults
  } catch (error) {
    progress.end()
    if (!(error instanceof MappingError)) throw error
    const faults = error.faults.map(({ line, column, message }) => `${mappingFile}:${line}:${column}: ${message}\n`)
    process.stderr.write(`${faults.join('')}${await said('Nothing was imported.')}\n`)
    process.exitCode = exitCodes.usage
  }
}

/** Files are looked for in `--folder`, else in the folder that the mapping names, seen from the mapping file. */
function filesBeside(mappingFile: string, folder: string | undefined) {
  return (named: string, file: string): Uint8Array | undefined => {
    const path = resolve(folder ?? resolve(dirname(mappingFile), named), file)
    return existsSync(path) ? readFileSync(path) : undefined
  }
}

function tellLeftOut({ file, leftOut }: InputReport): void {
  for (const { line, reason } of leftOut) process.stderr.write(`${file}:${line}: ${reason}\n`)
}

function summaryOf({ inputs, seconds }: ImportReport, isDryRun: boolean): string {
  const rows = inputs.reduce((sum, input) => sum + input.rows, 0)
  const speed = Math.round(rows / Math.max(seconds, 0.001))
  const head = isDryRun ? 'A dry run: nothing was written.\n' : ''
  return `${head}${inputs.map((input) => `${sentenceOf(input, isDryRun)}\n`).join('')}${rows} lines in ${seconds.toFixed(1)} s, ${speed} rows/s.\n`
}

function sentenceOf({ file, kind, rows, made, continued, there, leftOut }: InputReport, isDryRun: boolean): string {
  const done = kind === 'targets' ? 'set' : 'made'
  const parts = [
    isDryRun ? `${made} would be ${done}` : `${made} ${done}`,
    ...(continued === 0 ? [] : [`${continued} begun earlier and finished now`]),
    ...(there === 0 ? [] : [`${there} there already`]),
    ...(leftOut.length === 0 ? [] : [`${leftOut.length} left out`]),
  ]
  return `${file}: ${rows} lines; ${kind}: ${parts.join(', ')}.`
}
