import type { Model } from '#schemas/model'

/** The files beside the rules that these name, each once. */
export function namedFiles({
  documents = {},
  consents = {},
}: Pick<Model, 'documents' | 'consents'>): readonly string[] {
  const texts = Object.values(consents).flatMap(({ file }) => file ?? [])
  return [...new Set([...Object.values(documents).map(({ template }) => template), ...texts])]
}
