/** Some names with a word before the last: `a, b or c`. */
export function listed(names: readonly string[], word: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`
}

/** A number with its English noun, which is in the plural where it is not one. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** Behind a sentence: the name that may have been meant. */
export function meantEn(guess: string | undefined): string {
  return guess === undefined ? '' : ` Did you mean “${guess}”?`
}

/** As `meantEn`, in Russian. */
export function meantRu(guess: string | undefined): string {
  return guess === undefined ? '' : ` Возможно, вы имели в виду «${guess}»?`
}
