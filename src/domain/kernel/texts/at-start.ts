/** Words as they begin a sentence: the first letter large. */
export function atStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
