/** The first way in which a file writes days, with a time of day behind it. */
export function withTime([first = 'DD.MM.YYYY']: readonly string[]): string {
  return `${first === 'excel' || /[Hh*]/.test(first) ? 'DD.MM.YYYY' : first} HH:mm`
}
