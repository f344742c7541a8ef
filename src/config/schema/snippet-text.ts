/** Writes the body of a ready-made part as lines of YAML; the first one begins at the cursor. */
export function snippetText(body: unknown, indent: number, isItem: boolean): string {
  const lines = linesOf(isItem ? [body] : body)
  return lines.map((line, index) => (index === 0 ? line : `${' '.repeat(indent)}${line}`)).join('\n')
}

function linesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => linesOf(item).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`))
  }
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.entries(value).flatMap(([key, inner]: readonly [string, unknown]) => {
    if (typeof inner !== 'object' || inner === null) return [`${key}: ${String(inner)}`]
    // A short list of names stays on its line.
    if (Array.isArray(inner) && inner.every((item) => typeof item === 'string'))
      return [`${key}: [${inner.join(', ')}]`]
    return [`${key}:`, ...linesOf(inner).map((line) => `  ${line}`)]
  })
}
