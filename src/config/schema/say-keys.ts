/** One sentence for everything that can be wrong with a block: a key too many, one too few, no block at all. */
export function sayKeys(keys: readonly string[], required: readonly string[]): string {
  const more = keys.filter((key) => !required.includes(key))
  const must = required.length === 0 ? '' : `Here must stand: ${required.join(', ')}.`
  const may = more.length === 0 ? '' : `Here can stand: ${more.join(', ')}.`
  return [must, may].filter((sentence) => sentence !== '').join(' ')
}
