import type { Gate } from '#schemas/model'

const signed = 'documents.signed.'

/** How far a document of a kind is: `signed` where nothing is left to do. */
export function signedFact(kind: string): string {
  return `${signed}${kind}`
}

/** The kind that a fact is about; undefined for other facts. */
export function signedKindIn(fact: string): string | undefined {
  return fact.startsWith(signed) ? fact.slice(signed.length) : undefined
}

/** The facts about documents that a gate asks for. */
export function documentFactsOf(gate: Pick<Gate, 'signed'> | undefined): readonly string[] {
  return (gate?.signed ?? []).map(signedFact)
}
