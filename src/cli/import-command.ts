import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import { MappingError } from '#import/mapping'
import { runImport, type ImportReport, type InputReport } from '#import/run-import'
import { commandEnvironment, exitCodes, UsageError } from './environment'
import { importWords } from './import-words'
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
    for (const input of report.inputs) await tellLeftOut(input)
    process.stdout.write(summaryOf(report, isDryRun))
    if (report.inputs.some(({ leftOut }) => leftOut.length > 0)) process.exitCode = exitCodes.faults
  } catch (error) {
    progress.end()
    if (!(error instanceof MappingError)) throw error
    const faults = await Promise.all(
      error.faults.map(
        async ({ line, column, message }) => `${mappingFile}:${line}:${column}: ${await said(message)}\n`,
      ),
    )
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

async function tellLeftOut({ file, leftOut }: InputReport): Promise<void> {
  const lines = await Promise.all(leftOut.map(async ({ line, reason }) => `${file}:${line}: ${await said(reason)}\n`))
  for (const line of lines) process.stderr.write(line)
}

function summaryOf({ inputs, seconds }: ImportReport, isDryRun: boolean): string {
  const words = importWords[commandEnvironment.lang]
  const rows = inputs.reduce((sum, input) => sum + input.rows, 0)
  const speed = Math.round(rows / Math.max(seconds, 0.001))
  const head = isDryRun ? `${words.dryRun}\n` : ''
  const lines = inputs.map((input) => `${words.input(input, partsOf(input, isDryRun).join(', '))}\n`)
  return `${head}${lines.join('')}${words.speed(rows, seconds.toFixed(1), speed)}\n`
}

function partsOf({ kind, made, continued, there, leftOut }: InputReport, isDryRun: boolean): readonly string[] {
  const words = importWords[commandEnvironment.lang]
  return [
    isDryRun ? words.wouldBe(made, kind) : words.made(made, kind),
    ...(continued === 0 ? [] : [words.continued(continued)]),
    ...(there === 0 ? [] : [words.there(there)]),
    ...(leftOut.length === 0 ? [] : [words.leftOut(leftOut.length)]),
  ]
}
