/** Median, two high quantiles and the ends of some values. */
export type Spread = { p50: number; p95: number; p99: number; min: number; max: number }

/** The spread of values, none of which may be missing. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new Error('Nothing was measured.')
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), min: at(0), max: at(1) }
}

/** The middle one of some values. */
export function median(values: readonly number[]): number {
  return spreadOf(values).p50
}

/** A number with as many digits as it deserves. */
export function short(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** Prints a heading. */
export function heading(text: string): void {
  console.log(`\n## ${text}\n`)
}

/** Prints a Markdown table: words to the left, numbers to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const isNumber = head.map((_, at) => rows.every((row) => typeof row[at] === 'number' || row[at] === ''))
  const line = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
  line(head)
  line(isNumber.map((yes) => (yes ? '---:' : '---')))
  for (const row of rows) line(row.map((cell) => (typeof cell === 'number' ? short(cell) : cell)))
}
