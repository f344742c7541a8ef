import { appendFileSync } from 'node:fs'

/** What one proof has come to: how often each kind was tried, and what was found wrong, which must be nothing. */
export type Proof = {
  readonly proof: string
  readonly tried: Readonly<Record<string, number>>
  readonly lost: number
  readonly doubled: number
  readonly leaked: number
  readonly wrong: number
}

/** Tells the table of `npm run prove` what was tried; in a run of the tests alone nobody reads it. */
export function tellProof(proof: Proof): void {
  const path = process.env['NORMA_PROOF']
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(proof)}\n`)
}

/** Sorts what the checker of histories has found by what it means for whoever relies on it. */
export function sorted(faults: readonly string[]): Pick<Proof, 'lost' | 'doubled' | 'wrong'> {
  const isLost = (fault: string) => /lacks the task|has 0 events|with gaps/.test(fault)
  const isDoubled = (fault: string) => /has [2-9]\d* events|nobody asked for|nobody gave/.test(fault)
  const lost = faults.filter(isLost).length
  const doubled = faults.filter(isDoubled).length
  return { lost, doubled, wrong: faults.length - lost - doubled }
}
