/** The part of the whole that every run of the tests takes; the whole is what is proved before a release. */
const everyPush = 1 / 10

/**
 * How often a law is tried with something new, or how many lives are lived, where the whole proof has so many: a tenth of
 * it, the whole with NORMA_RUNS=full, and that many times the whole with a number (NORMA_RUNS=5).
 */
export function runs(whole: number): number {
  return Math.ceil(whole * share(process.env['NORMA_RUNS'] ?? ''))
}

/** What is expected to come up so often in the whole proof comes up less often in a part of it. */
export function atLeast(inTheWhole: number): number {
  return Math.max(1, Math.floor(inTheWhole * share(process.env['NORMA_RUNS'] ?? '')))
}

/** Whether the whole proof is asked for. */
export function isWhole(): boolean {
  return share(process.env['NORMA_RUNS'] ?? '') >= 1
}

/** What part of the whole was asked for, in the words of NORMA_RUNS. */
export function share(asked: string): number {
  if (asked === '') return everyPush
  if (asked === 'full') return 1
  const times = Number(asked)
  if (Number.isFinite(times) && times > 0) return times
  throw new Error(`NORMA_RUNS is “${asked}”: write full for the whole proof, or how many times the whole, such as 5.`)
}
