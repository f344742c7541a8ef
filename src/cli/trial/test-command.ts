import { existsSync, readFileSync } from 'node:fs'

import { check } from '#config/check'
import { formatPretty } from '#config/format-diagnostics'
import { firstRules } from '#product/memory-language'
import type { RulesVersion } from '#ports/rules'
import type { Diagnostic } from '#schemas/model'
import { failureWords, type FailureWords } from '#trial/failure-words'
import { coverageBook } from '#trial/coverage'
import { formatTests, formatTestsJson, formatTestsJunit, type TestedFile } from '#trial/format-tests'
import { readTests } from '#trial/read-tests'
import { runTests } from '#trial/run-tests'
import { usualStart } from '#trial/trial-scene'
import type { TrialFile } from '#trial/test-file'
import { trialTexts } from '#trial/test-words'
import type { Language } from '#schemas/language-names'
import { commandEnvironment, exitCodes, langOf, UsageError } from '#cli/environment'
import { formatOf } from '#cli/format-of'
import { onSave } from '#cli/on-save'
import { say } from '#cli/say'

/** What `norma test` takes. */
export type TestOptions = {
  readonly format?: string
  readonly lang?: string
  readonly only?: string
  readonly minCoverage?: number | string
  readonly watch?: boolean
}

type Asked = {
  readonly format: 'pretty' | 'junit' | 'json'
  readonly language: Language
  readonly only?: string
  readonly least: number
}

const formats = ['pretty', 'junit', 'json'] as const

/** `norma test`: tries the rules by their test files. Exit code 0 all passed, 1 some did not, 2 used wrongly. */
export async function testCommand(named: readonly string[], options: TestOptions): Promise<void> {
  const asked = askedOf(options)
  const files = filesOf(named)
  process.exitCode = await runFiles(files, asked)
  if (options.watch === true) await watchFiles(files, asked)
}

function askedOf({ format = 'pretty', lang, only, minCoverage = 0 }: TestOptions): Asked {
  const known = formatOf(format, formats)
  const least = Number(minCoverage)
  if (!(least >= 0 && least <= 100)) throw new UsageError(say('min_coverage', { written: String(minCoverage) }))
  return { format: known, language: langOf(lang), least, ...(only === undefined ? {} : { only: String(only) }) }
}

type Pair = { readonly rules: string; readonly tests: string }

/** Files of rules or of tests: `pipelines.test.yaml` lies beside `pipelines.yaml`. */
function filesOf(named: readonly string[]): readonly Pair[] {
  const pairs = (named.length === 0 ? ['pipelines.yaml'] : named).map((file) => {
    const base = file.replace(/(\.test)?\.ya?ml$/, '')
    const ending = file.endsWith('.yml') ? 'yml' : 'yaml'
    return { rules: `${base}.${ending}`, tests: `${base}.test.${ending}` }
  })
  for (const { rules, tests } of pairs) {
    if (!existsSync(rules)) throw new UsageError(say('file_missing', { files: [rules] }))
    if (existsSync(tests)) continue
    throw new UsageError(say('tests_missing', { tests, rules }))
  }
  return pairs
}

async function runFiles(pairs: readonly Pair[], asked: Asked): Promise<number> {
  const tested: TestedFile[] = []
  let hasFaults = false
  for (const pair of pairs) {
    // oxlint-disable-next-line no-await-in-loop -- what is printed stands in the order of the files
    const one = await runPair(pair, asked)
    if (one === undefined) hasFaults = true
    else tested.push(one)
  }
  if (!hasFaults && tested.every(({ outcomes }) => outcomes.length === 0)) {
    throw new UsageError(say('test_unknown', { name: asked.only ?? '' }))
  }
  process.stdout.write(shown(tested, asked))
  const isFailed = tested.some(({ outcomes }) => outcomes.some(({ failure }) => failure !== undefined))
  const low = tested.filter(({ coverage }) => coverage.percent < asked.least)
  for (const { file, coverage } of low) {
    process.stderr.write(`${trialTexts(asked.language).tooLow}: ${file} ${coverage.percent}% < ${asked.least}%\n`)
  }
  return hasFaults || isFailed || low.length > 0 ? exitCodes.faults : exitCodes.done
}

function shown(tested: readonly TestedFile[], { format, language, only }: Asked): string {
  switch (format) {
    case 'json':
      return formatTestsJson(tested)
    case 'junit':
      return formatTestsJunit(tested, language)
    case 'pretty':
      return formatTests(tested, { colour: commandEnvironment.hasColour, language, isWhole: only === undefined })
  }
}

async function runPair({ rules, tests }: Pair, { only, format, language }: Asked): Promise<TestedFile | undefined> {
  const text = readFileSync(rules, 'utf8')
  const checked = check(text, { lang: language })
  if (checked.model === undefined) return tellFaults(checked.diagnostics, { text, file: rules, lang: language })
  const version = await firstRules(text, usualStart(checked.model))
  const testText = readFileSync(tests, 'utf8')
  const { file, diagnostics } = readTests(testText, version.model, { lang: language })
  if (file === undefined) return tellFaults(diagnostics, { text: testText, file: tests, lang: language })
  const wanted = only === undefined ? file.tests : file.tests.filter(({ name }) => isLike(name, only))
  const words = failureWords[format === 'json' ? 'en' : language]
  return runFile(version, { ...file, tests: wanted }, { rules, tests, words })
}

type Run = Pair & { readonly words: FailureWords }

async function runFile(version: RulesVersion, file: TrialFile, { rules, tests, words }: Run): Promise<TestedFile> {
  const book = coverageBook(version.model, words)
  const outcomes = await runTests(version, file, book)
  const zone = version.model.calendar.timezone
  return { file: tests, rulesFile: rules, zone, outcomes, coverage: book.coverage() }
}

function isLike(name: string, part: string): boolean {
  return name.toLowerCase().includes(part.toLowerCase())
}

function tellFaults(
  diagnostics: readonly Diagnostic[],
  { text, file, lang }: { readonly text: string; readonly file: string; readonly lang: Language },
): undefined {
  const { hasColour } = commandEnvironment
  process.stderr.write(`${formatPretty(diagnostics, text, file, { colour: hasColour, lang })}\n`)
  return undefined
}

/** Runs the tests again whenever one of the files is saved, until the command is ended. */
function watchFiles(pairs: readonly Pair[], asked: Asked): Promise<never> {
  const again = (): void => {
    process.stdout.write(`\n── ${new Date().toLocaleTimeString('sv-SE')} ──\n`)
    runFiles(pairs, asked).catch(async (error: unknown) => {
      const { errorText } = await import('#cli/error-text')
      process.stderr.write(`norma: ${await errorText(error, asked.language)}\n`)
    })
  }
  for (const { rules, tests } of pairs) for (const file of [rules, tests]) onSave(file, again)
  return new Promise(() => undefined)
}
