import { coverageKinds, type Coverage } from './coverage'
import type { Failure, TestOutcome } from './run-tests'
import { trialTexts } from './test-words'
import type { Language } from '#schemas/language-names'

/** The tests of one file, with the rules they were run against. */
export type TestedFile = {
  readonly file: string
  readonly rulesFile: string
  readonly zone: string
  readonly outcomes: readonly TestOutcome[]
  readonly coverage: Coverage
}

type Look = {
  readonly colour: boolean
  readonly language: Language
  /** False when only some tests ran: what they did not try says nothing. */
  readonly isWhole: boolean
}
type Paint = (code: string, text: string) => string

const painted: Paint = (code, text) => `\u001B[${code}m${text}\u001B[0m`
const plain: Paint = (_code, text) => text

/** Tests for people: each with a tick, what failed with what was expected, what happened, when and because of which lines. */
export function formatTests(files: readonly TestedFile[], { colour, language, isWhole }: Look): string {
  const paint = colour ? painted : plain
  const texts = trialTexts(language)
  const lines = files.flatMap((one) => [
    paint('1', one.file),
    ...one.outcomes.flatMap((outcome) => outcomeLines(one, outcome, { paint, language })),
    '',
    ...(isWhole ? [...coverageLines(one, language), ''] : []),
  ])
  const all = files.flatMap(({ outcomes }) => outcomes)
  const failed = all.filter(({ failure }) => failure !== undefined).length
  const seconds = (all.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(1)
  const end = `${all.length} ${texts.tests(all.length)}: ${all.length - failed} ${texts.passed}, ${failed} ${texts.failed} (${seconds} s)`
  return `${[...lines, paint(failed === 0 ? '32;1' : '31;1', end)].join('\n')}\n`
}

function outcomeLines(
  file: TestedFile,
  { name, failure }: TestOutcome,
  { paint, language }: { readonly paint: Paint; readonly language: Language },
): readonly string[] {
  if (failure === undefined) return [`  ${paint('32', '✓')} ${name}`]
  return [
    `  ${paint('31', '✗')} ${paint('1', name)}`,
    ...failureLines(file, failure, language).map((line) => `    ${line}`),
  ]
}

/** What went wrong, line by line; the same words in every format. */
export function failureLines(
  { file, rulesFile, zone }: TestedFile,
  failure: Failure,
  language: Language,
): readonly string[] {
  const texts = trialTexts(language)
  const { step, line, text, at, mismatches } = failure
  const head = step === 0 ? text : `${texts.step} ${step}: ${text}`
  return [
    `${file}:${line}  ${head}${at === '' ? '' : `  ·  ${clockTime(zone, at, language)}`}`,
    ...mismatches.flatMap(({ key, expected, happened, because, line: own }) => [
      `  ${file}:${own}  ${key}`,
      `    ${texts.expected}: ${expected}`,
      `    ${texts.happened}: ${happened}`,
      ...because.map((one, no) => `    ${no === 0 ? `${texts.because}: ` : '  '}${rulesFile}:${one.line}  ${one.text}`),
    ]),
  ]
}

/** When something happened, in the company’s zone. */
export function clockTime(zone: string, instant: string, language: Language): string {
  const day = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { timeZone: zone, weekday: 'short' })
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const ms = Date.parse(instant)
  return `${day.format(ms)} ${clock.format(ms)} (${zone})`
}

function coverageLines({ coverage, rulesFile }: TestedFile, language: Language): readonly string[] {
  const texts = trialTexts(language)
  const width = Math.max(...coverageKinds.map((kind) => texts.kinds[kind].length))
  const kinds = coverageKinds.map((kind) => {
    const { tried, all } = coverage.kinds[kind]
    return `    ${texts.kinds[kind].padEnd(width)}  ${tried} ${texts.of} ${all}`
  })
  return [
    `  ${coverage.percent}% ${texts.tried}`,
    ...kinds,
    ...(coverage.untried.length === 0 ? [] : [`  ${texts.untried}:`]),
    ...coverage.untried.map(({ line, text }) => `    ${rulesFile}:${line}  ${text}`),
  ]
}

/** Tests as an array that programs read. */
export function formatTestsJson(files: readonly TestedFile[]): string {
  const shown = files.map(({ file, rulesFile, zone, outcomes, coverage }) => ({
    file,
    rules: rulesFile,
    zone,
    tests: outcomes.map(({ name, line, steps, ms, failure }) => ({
      name,
      line,
      steps,
      ms: Math.round(ms * 10) / 10,
      passed: failure === undefined,
      failure: failure ?? null,
    })),
    coverage,
  }))
  return `${JSON.stringify(shown, undefined, 2)}\n`
}

/** Tests as JUnit XML, which every build server reads: a suite a file, a case a test. */
export function formatTestsJunit(files: readonly TestedFile[], language: Language): string {
  const all = files.flatMap(({ outcomes }) => outcomes)
  const suites = files.map((file) => {
    const cases = file.outcomes.map((outcome) => caseXml(file, outcome, language))
    return `  <testsuite name=${attribute(file.file)}${countsXml(file.outcomes)}>\n${cases.join('')}  </testsuite>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="norma test"${countsXml(all)}>\n${suites.join('')}</testsuites>\n`
}

function countsXml(outcomes: readonly TestOutcome[]): string {
  const failed = outcomes.filter(({ failure }) => failure !== undefined).length
  return ` tests="${outcomes.length}" failures="${failed}" errors="0" skipped="0" time="${seconds(outcomes.reduce((sum, { ms }) => sum + ms, 0))}"`
}

function caseXml(file: TestedFile, { name, line, ms, failure }: TestOutcome, language: Language): string {
  const head = `    <testcase name=${attribute(name)} classname=${attribute(file.file)} file=${attribute(file.file)} line="${line}" time="${seconds(ms)}"`
  if (failure === undefined) return `${head}/>\n`
  const [first] = failure.mismatches
  const texts = trialTexts(language)
  const message =
    first === undefined ? '' : `${first.key}: ${texts.expected} ${first.expected}; ${texts.happened} ${first.happened}`
  const body = escaped(failureLines(file, failure, language).join('\n'))
  return `${head}>\n      <failure message=${attribute(message)} type="expectation">${body}</failure>\n    </testcase>\n`
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3)
}

function attribute(text: string): string {
  return `"${escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`
}

/** Characters that XML cannot hold are left out: one in a name must not make the whole report unreadable. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
