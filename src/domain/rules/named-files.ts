import type { Model } from '#schemas/model'

/** The files beside the rules that these name, each once. */
export function namedFiles({ documents = {} }: Pick<Model, 'documents'>): readonly string[] {
  return [...new Set(Object.values(documents).map(({ template }) => template))]
}
