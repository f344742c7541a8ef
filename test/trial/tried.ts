import { firstRules } from '#product/memory-language'
import { coverageBook, type Coverage } from '#trial/coverage'
import { failureLines } from '#trial/format-tests'
import { readTests } from '#trial/read-tests'
import { runTests, type TestOutcome } from '#trial/run-tests'
import type { RulesVersion } from '#ports/rules'

/** How the tests of a text went, by rules that are read already. */
export type Tried = {
  readonly outcomes: readonly TestOutcome[]
  readonly coverage: Coverage
  /** What failed, as people are told. */
  readonly told: readonly string[]
}

/** The rules of a text, as of the beginning of December. */
export function rulesOf(text: string): Promise<RulesVersion> {
  return firstRules(text, '2026-12-01T07:00:00.000Z')
}

/** Runs the tests of a text. Throws where the text itself has faults. */
export async function tryRules(rules: RulesVersion, tests: string): Promise<Tried> {
  const { file, diagnostics } = readTests(tests, rules.model)
  if (file === undefined) throw new Error(diagnostics.map(({ line, message }) => `${line}: ${message}`).join('\n'))
  const book = coverageBook(rules.model)
  const outcomes = await runTests(rules, file, book)
  const coverage = book.coverage()
  const zone = rules.model.calendar.timezone
  const shown = { file: 'tests', rulesFile: 'rules', zone, outcomes, coverage }
  return {
    outcomes,
    coverage,
    told: outcomes.flatMap(({ failure }) => (failure === undefined ? [] : failureLines(shown, failure, 'en'))),
  }
}
