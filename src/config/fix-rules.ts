import { checkWithFixes } from './check'
import type { CheckCode } from './codes'
import type { Fix } from './context'

/** One thing that was put right: where it stood, what was written and what is written now. */
export type Change = {
  readonly line: number
  readonly column: number
  readonly code: CheckCode
  readonly before: string
  readonly after: string
}

/** A text in which what is certain has been put right, and what was changed in it. */
export type Fixed = { readonly text: string; readonly changes: readonly Change[] }

const mostRounds = 20

/**
 * Puts right what can be put right without guessing: another alphabet’s letters, other words for keys, spaces that are
 * missing, comparisons in signs, lengths of time in other words. A change that would not leave fewer faults is not made.
 */
export function fixRules(text: string): Fixed {
  let current: Fixed = { text, changes: [] }
  for (let round = 0; round < mostRounds; round += 1) {
    const { diagnostics, fixes } = checkWithFixes(current.text)
    const next = improved(current, apart(fixes), diagnostics.length)
    if (next === undefined) break
    current = next
  }
  return current
}

/** The text with all of the fixes or, should that leave as many faults, with those that help one by one. */
function improved(current: Fixed, fixes: readonly Fix[], faults: number): Fixed | undefined {
  if (fixes.length === 0) return undefined
  const all = withFixes(current, fixes)
  if (countOf(all.text) < faults) return all
  const helpful = fixes.find((fix) => countOf(withFixes(current, [fix]).text) < faults)
  return helpful === undefined ? undefined : withFixes(current, [helpful])
}

function countOf(text: string): number {
  return checkWithFixes(text).diagnostics.length
}

/** Fixes in order of place, none of which touches the one before it. */
function apart(fixes: readonly Fix[]): readonly Fix[] {
  const kept: Fix[] = []
  for (const fix of fixes.toSorted((left, right) => left.start - right.start)) {
    if (fix.start >= (kept.at(-1)?.end ?? 0)) kept.push(fix)
  }
  return kept
}

function withFixes({ text, changes }: Fixed, fixes: readonly Fix[]): Fixed {
  let fresh = ''
  let from = 0
  for (const fix of fixes) {
    fresh += text.slice(from, fix.start) + fix.text
    from = fix.end
  }
  return { text: fresh + text.slice(from), changes: [...changes, ...fixes.map((fix) => changeOf(text, fix))] }
}

function changeOf(text: string, { start, end, text: after, code }: Fix): Change {
  const above = text.slice(0, start).split('\n')
  return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1, code, before: text.slice(start, end), after }
}
