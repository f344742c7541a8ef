/** The beginning of a text that is too long to be quoted whole. */
export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
