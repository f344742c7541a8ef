/** A JSON Schema with the additions that editors understand (hover text, snippets), as plain data. */
export type EditorSchema = { readonly [keyword: string]: unknown }

/** One of several values, each with what people call it. */
export function oneOfNames(names: Iterable<readonly [string, string]>, fault: string): EditorSchema {
  const known = [...names]
  return {
    type: 'string',
    enum: known.map(([id]) => id),
    enumDescriptions: known.map(([, name]) => name),
    errorMessage: fault,
  }
}

/** A way of writing something: a pattern, what it is in plain words, and examples to choose from. */
export function written(pattern: string, fault: string, examples: readonly string[]): EditorSchema {
  return {
    type: 'string',
    pattern: `^\\s*(?:${pattern})\\s*$`,
    patternErrorMessage: fault,
    errorMessage: fault,
    examples,
  }
}

/** Any single value: YAML makes numbers of some texts, and `true` of one. */
export const anyValue: EditorSchema = {
  type: ['string', 'number', 'boolean'],
  errorMessage: 'Write a single value here.',
}

/** Either of several. */
export function anyOf(...schemas: readonly EditorSchema[]): EditorSchema {
  if (schemas.length === 1) return schemas[0] ?? {}
  // The language server takes alternatives with the same properties for one and forgets what the whole says; none are
  // the same as none, but two empty lists of them are two.
  return { anyOf: schemas.map((schema) => ({ properties: {}, ...schema })) }
}

/** Words as a pattern that matches any of them and nothing else. */
export function wordsPattern(words: Iterable<string>): string {
  const escaped = [...words].map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
  // Of no words none matches.
  return escaped.length === 0 ? '(?!)' : `(?:${escaped.join('|')})`
}
