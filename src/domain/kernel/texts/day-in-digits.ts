/** A day such as 2026-11-30 as Russian readers write it: `30.11.2026`. */
export function dayInDigits(day: string): string {
  return day.split('-').toReversed().join('.')
}
