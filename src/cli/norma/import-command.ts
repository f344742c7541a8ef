import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import { Refusal } from '#domain/kernel/refusal'
import { inWords, sentenceIn } from '#domain/kernel/saying'
import { MappingError, type Mapping } from '#import/mapping'
import { readMapping } from '#import/read-mapping'
import type { LeftOut } from '#import/read-table'
import { runImport, type InputReport } from '#import/run-import'
import { importWords } from '#import/say'
import type { SourceFile } from '#import/source-file'
import type { Saying } from '#schemas/saying'
import { commandEnvironment, exitCodes, OutsideError, UsageError } from '#cli/environment'
import { printSaid, saidIn, say, wordsIn } from '#cli/say'
import { showProgress, type ShowsProgress } from '#cli/show-progress'
import { withNorma, type Access } from '#cli/with-norma'

const { lang } = commandEnvironment

type Options = { readonly data: string; readonly dryRun?: boolean; readonly folder?: string }

/**
 * `norma import`: takes the files of a mapping. Every line that is left out is told at once with its reason, and every file
 * is summed up as soon as it is done, so that nothing that was told is lost by whatever ends the import. Exit code 0 when
 * everything was taken, 1 when lines were left out, 2 when the mapping cannot be followed, 3 when it was cut off.
 */
export async function importCommand(mappingFile: string, options: Options): Promise<void> {
  if (!existsSync(mappingFile)) throw new UsageError(say('file_missing', { files: [mappingFile] }))
  const isDryRun = options.dryRun === true
  const text = readFileSync(mappingFile, 'utf8')
  const progress = showProgress()
  const ending = endingBySignal()
  try {
    // One that cannot be followed founds no company.
    const mapping = readMapping(text)
    if (isDryRun) await printSaid(lang, say('dry_run'))
    await withNorma(
      options.data,
      async (norma) => {
        await take(norma, { mappingFile, mapping, ...options, isDryRun, progress, signal: ending.signal })
        if (!isDryRun) await bringUpToDate(norma, progress, ending.signal)
      },
      { mayFound: true, foundsAside: isDryRun },
    )
  } catch (error) {
    progress.end()
    if (!(error instanceof MappingError)) {
      const cut = isDryRun ? say('dry_cut_off') : say('cut_off', { mapping: mappingFile })
      progress.line(await saidIn(lang, cut))
      throw error
    }
    await tellFaults(mappingFile, error)
  } finally {
    ending.off()
  }
}

async function tellFaults(mappingFile: string, { faults }: MappingError): Promise<void> {
  const words = await importWords(lang)
  const lines = faults.map(
    ({ line, column, sentence }) => `${mappingFile}:${line}:${column}: ${inWords(words, sentence)}\n`,
  )
  process.stderr.write(`${lines.join('')}${await saidIn(lang, say('nothing_imported'))}\n`)
  process.exitCode = exitCodes.usage
}

type Taking = {
  readonly mappingFile: string
  readonly mapping: Mapping
  readonly isDryRun: boolean
  readonly folder?: string
  readonly progress: ShowsProgress
  readonly signal: AbortSignal
}

async function take({ ports }: Access, asked: Taking): Promise<void> {
  const { mappingFile, mapping, isDryRun, folder, progress, signal } = asked
  const words = await wordsIn(lang)
  const { inputs, seconds } = await runImport(ports, {
    mapping,
    read: filesBeside(mappingFile, folder),
    isDryRun,
    signal,
    tell: ({ file, done, total, tally: { made, continued, there, leftOut } }) =>
      progress.show(file, done, total, () => inWords(words, say('going', { made: made + continued, there, leftOut }))),
    leaveOut: async (file, leftOut) => progress.line(`${file}:${await leftOutText(leftOut)}`),
    finish: async (report) => {
      progress.end()
      await printSaid(lang, await sumOf(report, isDryRun))
      if (report.leftOut > 0) process.exitCode = exitCodes.faults
    },
  })
  const rows = inputs.reduce((sum, input) => sum + input.rows, 0)
  const speed = Math.round(rows / Math.max(seconds, 0.001))
  await printSaid(lang, say('speed', { rows, seconds: seconds.toFixed(1), speed }))
}

/** Waits for what follows from the import, and lays the facts of reports together, so that reports are whole and quick. */
async function bringUpToDate(
  { idle, runSchedule }: Access,
  progress: ShowsProgress,
  signal: AbortSignal,
): Promise<void> {
  progress.line(await saidIn(lang, say('bringing')))
  const what = await saidIn(lang, say('to_come'))
  let most = 0
  const tell = (toCome: number) => {
    signal.throwIfAborted()
    most = Math.max(most, toCome)
    progress.show(what, toCome, most)
  }
  try {
    await idle(tell)
    progress.line(await saidIn(lang, say('packing')))
    await runSchedule('pack-reports')
  } catch (error) {
    // A Norma that is not there any more does the rest at its next start, as it would do it now.
    if (!signal.aborted && !(error instanceof OutsideError)) throw error
    progress.line(await saidIn(lang, say('follows_later')))
  }
}

/** Ends the import between two lines when somebody asks the process to end, so that it can say how far it came. */
function endingBySignal(): { readonly signal: AbortSignal; readonly off: () => void } {
  const ending = new AbortController()
  const end = () => {
    // Whoever asks again does not want to wait.
    off()
    ending.abort(new OutsideError(say('interrupted')))
  }
  const off = () => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(name, end)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end)
  return { signal: ending.signal, off }
}

/** Files are looked for in `--folder`, else in the folder that the mapping names, seen from the mapping file. */
function filesBeside(mappingFile: string, folder: string | undefined) {
  return (named: string, file: string): SourceFile | undefined => {
    const path = resolve(folder ?? resolve(dirname(mappingFile), named), file)
    const found = statSync(path, { throwIfNoEntry: false })
    return found?.isFile() === true ? { size: found.size, chunks: () => chunksOf(path) } : undefined
  }
}

const chunkBytes = 256 * 1024

function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkBytes)
      const length = readSync(file, chunk)
      if (length === 0) return
      yield chunk.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

async function leftOutText({ line, reasons }: LeftOut): Promise<string> {
  const words = await importWords(lang)
  const told = await Promise.all(
    reasons.map(async (reason) => (reason instanceof Refusal ? sentenceIn(lang, reason) : inWords(words, reason))),
  )
  return `${line}: ${told.join(' ')}`
}

async function sumOf(report: InputReport, isDryRun: boolean): Promise<Saying> {
  const words = await wordsIn(lang)
  const { file, kind, rows, isWhole } = report
  const taken = { file, rows, kind, parts: partsOf(report, isDryRun).map((part) => inWords(words, part)) }
  return isWhole ? say('taken', taken) : say('taken_so_far', taken)
}

function partsOf(report: InputReport, isDryRun: boolean): readonly Saying[] {
  const { kind, made, continued, there, leftOut, passedOver } = report
  return [
    say(isDryRun ? 'would_be' : 'made', { count: made, kind }),
    ...(continued === 0 ? [] : [say('continued', { count: continued })]),
    ...(there === 0 ? [] : [say('there', { count: there })]),
    ...(passedOver === 0 ? [] : [say('passed_over', { count: passedOver })]),
    ...(leftOut === 0 ? [] : [say('left_out', { count: leftOut })]),
  ]
}
