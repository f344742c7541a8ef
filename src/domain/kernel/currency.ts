const known = new Map<string, number>()

/** How many digits of an amount in a currency are its minor unit (ISO 4217): 2 of roubles, 0 of yen. */
export function digitsOf(currency: string): number {
  const before = known.get(currency)
  if (before !== undefined) return before
  // Asking takes longer than anything else that is done with an amount: once a currency.
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions()
  known.set(currency, digits)
  return digits
}
