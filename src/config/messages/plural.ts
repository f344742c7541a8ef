/** The form of a Russian word that goes with a number: одна строка, две строки, пять строк. */
export function plural(count: number, one: string, few: string, many: string): string {
  const [last, lastTwo] = [Math.abs(count) % 10, Math.abs(count) % 100]
  if (last === 1 && lastTwo !== 11) return one
  return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? few : many
}
