import { Refusal } from '#domain/kernel/refusal'
import type { RulesVersion } from '#ports/rules'
import type { FailureWords } from './failure-words'
import { act } from './act'
import { companyOf, type TrialCompany } from './company'
import type { CoverageBook } from './coverage'
import { judge, type Mismatch } from './judge'
import { look } from './look'
import { openScene, type TrialScene } from './trial-scene'
import type { TrialFile, TrialStep, TrialTest } from './test-file'

/** Where a test failed: at which step, when, and what was not as expected. */
export type Failure = {
  /** 0 for the coming of the deal itself. */
  readonly step: number
  readonly line: number
  readonly text: string
  readonly at: string
  readonly mismatches: readonly Mismatch[]
}

/** How one test went. */
export type TestOutcome = {
  readonly name: string
  readonly line: number
  readonly steps: number
  readonly ms: number
  readonly failure?: Failure
}

/** Runs tests one after another, each in a world of its own. What they try goes into the book. */
export async function runTests(
  rules: RulesVersion,
  file: TrialFile,
  book: CoverageBook,
  now: () => number = () => performance.now(),
): Promise<readonly TestOutcome[]> {
  const company = companyOf(rules.model, file.people)
  const outcomes: TestOutcome[] = []
  for (const test of file.tests) {
    const began = now()
    // oxlint-disable-next-line no-await-in-loop -- one after another, so that what fails is told in the order of the file
    const failure = await runTest({ rules, company, book }, test)
    const { name, line, steps } = test
    const told = failure === undefined ? {} : { failure }
    outcomes.push({ name, line, steps: steps.length, ms: now() - began, ...told })
  }
  return outcomes
}

type Around = { readonly rules: RulesVersion; readonly company: TrialCompany; readonly book: CoverageBook }

async function runTest({ rules, company, book }: Around, test: TrialTest): Promise<Failure | undefined> {
  const { name, at, deal } = test
  const coming = { step: 0, line: deal.line, text: 'the deal comes', at: at ?? '' }
  let scene: TrialScene
  try {
    scene = await openScene(rules, company, { ...deal, title: name, ...(at === undefined ? {} : { at }) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...coming, mismatches: [cannot(deal.line, error, book.words)] }
  }
  try {
    const first = judge(test.expect, await look(scene, 0), deal.line, book.words)
    if (first.length > 0) return { ...coming, at: scene.world.now(), mismatches: first }
    for (const [no, step] of test.steps.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- a step happens after the one before it
      const failure = await runStep(scene, step, no + 1, book.words)
      if (failure !== undefined) return failure
    }
    return undefined
  } finally {
    await book.note(scene)
  }
}

async function runStep(
  scene: TrialScene,
  step: TrialStep,
  no: number,
  words: FailureWords,
): Promise<Failure | undefined> {
  const before = scene.world.history().length
  const { line, text } = step
  if (step.action.kind === 'at' && step.action.instant < scene.world.now()) {
    const fault = new Error(words.onlyOn)
    return { step: no, line, text, at: scene.world.now(), mismatches: [cannot(line, fault, words)] }
  }
  const refusal = await act(scene, step)
  const seen = await look(scene, before, refusal)
  const mismatches = judge(step.expect, seen, line, words)
  return mismatches.length === 0 ? undefined : { step: no, line, text, at: seen.at, mismatches }
}

function cannot(line: number, error: Error, words: FailureWords): Mismatch {
  return { key: 'refused', line, expected: words.isPossible, happened: error.message, because: [] }
}
