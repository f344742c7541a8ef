/**
 * A number of the table as it is kept here. Only sums that grew in the table can be beyond what a number holds exactly; they
 * become the nearest one that is, so that one of them fails no page of the company.
 */
export function keptNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return value
  return value > 0 ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER
}
